import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createGraveyard } from '../../lib/store/dead.ts';
import { LEASE_MS } from '../../lib/store/lease.ts';
import { sealSecret } from '../../lib/teams/secrets.ts';
import { readResources } from '../local/read-resources.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
beforeAll(async () => {
  opened = await openTable();
});
afterAll(() => opened.stop());

/** What the queue takes; SQS takes a MiB where the template names no limit. */
function largestMessage(queue: string): number {
  return Number(readResources()[queue]?.Properties?.MaximumMessageSize ?? 1_048_576);
}

// One that cannot be buried comes back until the queue itself gives it up, days later, and holds up its group.
test.each(['EventsQueue', 'DeliveriesQueue'])(
  'the largest message that %s takes can be buried',
  async (name) => {
    const graveyard = createGraveyard(opened.table, () => opened.clock.now);
    const largest = '.'.repeat(largestMessage(name));
    const body = sealSecret(largest, { team: 'ops', field: 'dead' }, ['0'.repeat(64)]);
    const about = { team: 'ops', id: name, queue: 'events', group: 'g'.repeat(22), at: opened.clock.now };
    await graveyard.bury({ ...about, reason: 'kills-its-run', body });
    expect(await graveyard.list('ops')).toContainEqual({ ...about, reason: 'kills-its-run', body });
  },
);

const letter = (id: string, at: number, more = {}) => ({
  ...{ team: 'lab', id, reason: 'kills-its-run', queue: 'events.fifo', group: 'g', at, body: 'v1.sealed' },
  ...more,
});

test('dead letters are listed as the queue took them, also within one millisecond', async () => {
  const graveyard = createGraveyard(opened.table, () => opened.clock.now);
  const at = opened.clock.now;
  await graveyard.bury(letter('late', at + 1, { sequence: '1' }));
  await graveyard.bury(letter('b', at, { sequence: '10' }));
  await graveyard.bury(letter('z', at, { sequence: '9' }));
  expect((await graveyard.list('lab')).map(({ id }) => id)).toEqual(['z', 'b', 'late']);
});

test('one is brought back by one run alone, which another may finish; then it is dead no more', async () => {
  const graveyard = createGraveyard(opened.table, () => opened.clock.now);
  const dead = letter('once', opened.clock.now, { team: 'one' });
  await graveyard.bury(dead);
  const claims = await Promise.all([graveyard.claim(dead), graveyard.claim(dead)]);
  expect(claims.filter(Boolean)).toHaveLength(1);
  opened.clock.now += LEASE_MS + 1;
  expect(await graveyard.claim(dead)).toBe(true);
  await graveyard.raised(dead);
  expect(await graveyard.claim(dead)).toBe(false);
  // The run that buried it had died before its message was deleted.
  await graveyard.bury(dead);
  expect(await graveyard.list('one')).toEqual([]);
});
