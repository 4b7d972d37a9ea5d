import type { SweepState, Sweeps } from '../store/sweeps.ts';
import { reconcileEvery } from '../teams/reconcile.ts';
import type { Team } from '../teams/team.ts';
import { count } from './report.ts';

/** Longer than this many pauses without an end is worth a look. */
const LATE = 3;

/**
 * When a team's boards were last looked through for what no webhook told: a line for each, and whether it is as it should be.
 * @param now epoch milliseconds.
 */
export async function sweepsTold(
  team: Team,
  sweeps: Pick<Sweeps, 'state'>,
  now: number,
): Promise<readonly { readonly line: string; readonly well: boolean }[]> {
  const every = reconcileEvery(team);
  if (every === undefined) return [{ line: 'Looking for what no webhook told is off.', well: true }];
  return Promise.all(
    Object.keys(team.boards).map(async (board) => {
      const state = await sweeps.state({ team: team.id, board });
      return { line: `${board}: ${toldOf(state, now)}`, well: isWell(state, every, now) };
    }),
  );
}

function toldOf(state: SweepState | undefined, now: number): string {
  if (!state) return 'not looked through yet for what no webhook told';
  const { ended, failed, left } = state;
  const last =
    ended === undefined ? 'not looked through as a whole yet' : `looked through ${ago(now - ended)}`;
  const trouble = failed === undefined ? '' : `; the last try failed: ${failed}`;
  return `${last}${left.length === 0 ? '' : `, ${count(left.length, 'card')} to go`}${trouble}`;
}

function isWell(state: SweepState | undefined, every: number, now: number): boolean {
  if (!state) return true;
  return state.failed === undefined && now - state.began < LATE * every;
}

function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  return minutes < 120 ? `${count(minutes, 'minute')} ago` : `${count(Math.floor(minutes / 60), 'hour')} ago`;
}
