import type { Happening, Missed } from '../../schemas/delivery.ts';

/** All that is told as one. */
export function missedOf(happening: Happening): readonly Missed[] {
  const { also = [], caughtUp: _, ...first } = happening;
  return [first, ...also];
}

/** What was missed as one happening; undefined for nothing. */
export function asOne([first, ...also]: readonly Missed[]): Happening | undefined {
  return first && { ...first, caughtUp: true, ...(also.length === 0 ? {} : { also: [...also] }) };
}
