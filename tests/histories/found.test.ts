import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { MemoryTable } from './dynamo.ts';
import { playHistories } from './history.ts';
import { openHouse } from './house.ts';

/** A table that loses every fifth write, and says that all is well. */
class LossyTable extends MemoryTable {
  private writes = 0;

  override execute(command: unknown): object {
    if (command instanceof UpdateItemCommand) this.writes += 1;
    return this.writes % 5 === 4 && command instanceof UpdateItemCommand ? {} : super.execute(command);
  }
}

test('a house that breaks its promises is found out, with its seed and a short history that shows it', async () => {
  const failure: unknown = await playHistories(50, 7, undefined, {
    open: (skew) => openHouse(skew, new LossyTable()),
  }).catch((error) => error);
  const told = failure instanceof Error ? failure.message : '';
  expect(told).toContain('of seed 7 broke a promise');
  expect(told).toMatch(/^I[1-6]: /m);
  const doings = told.split('\n').filter((line) => line.startsWith('  {"gap"'));
  expect(doings.length).toBeGreaterThan(0);
  expect(doings.length).toBeLessThanOrEqual(3);
});
