/** So many histories from this seed. */
export interface Task {
  readonly seed: number;
  readonly count: number;
}

/** As many as a processor plays in ten seconds or so. */
const CHUNK = 500;

/** Many histories as tasks, each with a seed of its own: one that fails can be played again by itself. */
export function tasksOf(histories: number, seed: number): readonly Task[] {
  return Array.from({ length: Math.ceil(histories / CHUNK) }, (_, at) => ({
    seed: seed + at,
    count: Math.min(CHUNK, histories - at * CHUNK),
  }));
}
