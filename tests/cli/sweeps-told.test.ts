import { expect, test } from '@jest/globals';
import { sweepsTold } from '../../lib/cli/sweeps-told.ts';
import { notBegun, type SweepState } from '../../lib/store/sweeps.ts';
import { exampleTeam } from '../teams/example-team.ts';

const now = Date.UTC(2026, 10, 21, 9);
const minute = 60_000;

test.each<[string, Partial<SweepState> | undefined, string, boolean]>([
  ['nobody has looked yet', undefined, 'not looked through yet for what no webhook told', true],
  ['all is well', { began: now - 4 * minute, ended: now - 3 * minute }, 'looked through 3 minutes ago', true],
  ['it is going on', { began: now, left: [] }, 'not looked through as a whole yet', true],
  [
    'there is more',
    { began: now, ended: now, left: [{ card: 'c' as never }] },
    'looked through just now, 1 card to go',
    true,
  ],
  [
    'the board is away',
    { began: now, ended: now - 180 * minute, failed: 'wekan-timeout' },
    'looked through 3 hours ago; the last try failed: wekan-timeout',
    false,
  ],
  [
    'nobody looks any more',
    { began: now - 60 * minute, ended: now - 60 * minute },
    'looked through 60 minutes ago',
    false,
  ],
])('%s', async (_, state, told, well) => {
  const sweeps = { state: async () => state && { ...notBegun, ...state } };
  expect(await sweepsTold(exampleTeam, sweeps, now)).toEqual([{ line: `kanban: ${told}`, well }]);
});

test('it is off', async () => {
  const team = { ...exampleTeam, reconcile: { on: false, minutes: 5 } };
  expect(await sweepsTold(team, { state: async () => undefined }, now)).toEqual([
    { line: 'Looking for what no webhook told is off.', well: true },
  ]);
});
