import type { BoardHand } from './board-side.ts';
import type { View } from './views.ts';

/** Takes back what was last done to a card on its board, as far as people see it: what it looked like before is how it looks then. */
export function takeBack(
  hand: BoardHand,
  card: string,
  columns: readonly string[],
  views: readonly View[],
): void {
  const [before, now] = views.slice(-2);
  if (!before || !now) return;
  if (before.column !== now.column) void hand.move(card, columns.indexOf(before.column ?? ''));
  else if (before.state !== now.state) void hand.archive(card);
  else if (before.labels !== now.labels) void hand.label(card);
  else if (before.people !== now.people) void hand.assign(card);
}
