import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readResources } from '../../lib/local/resources.ts';
import { createGraveyard } from '../../lib/store/dead.ts';
import { sealSecret } from '../../lib/teams/secrets.ts';
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
