import type * as z from 'zod/mini';

/** Reads what an earlier call left behind as its cursor, JSON; `beginning` for an empty one, and for one of another shape. */
export function readCursor<T>(shape: z.ZodMiniType<T>, cursor: string, beginning: T): T {
  try {
    return shape.safeParse(JSON.parse(cursor)).data ?? beginning;
  } catch {
    return beginning;
  }
}
