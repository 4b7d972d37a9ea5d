import type { Team } from './team.ts';

/** Every how many milliseconds a team's boards are looked at for what no webhook told; undefined where the team does not want it. */
export function reconcileEvery({ reconcile }: Pick<Team, 'reconcile'>): number | undefined {
  const { on, minutes } = reconcile ?? { on: true, minutes: 5 };
  return on ? minutes * 60_000 : undefined;
}
