/** Prints a table with a title: the first column to the left, figures to the right. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const texts = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((text, column) =>
      column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
    );
  const body = texts.map((row) => `  ${line(row).join('  ')}`);
  body.splice(1, 0, `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  process.stdout.write(`\n${title}\n\n${body.join('\n')}\n`);
}
