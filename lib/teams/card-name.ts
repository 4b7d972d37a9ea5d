/**
 * How people call a card by its number: `#42`, `OPS-42` where the team has several boards.
 * @param boards the team's, by their names.
 */
export function numberedName(
  { boards }: { readonly boards: Readonly<Record<string, unknown>> },
  board: string,
  number: number,
): string {
  return Object.keys(boards).length > 1 ? `${board.toUpperCase()}-${number}` : `#${number}`;
}
