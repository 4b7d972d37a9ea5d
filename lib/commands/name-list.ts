/** A name in quotes up to the next comma, or all up to it. */
const names = /\s*[#@]?"[^"]*"\s*(?=[,;]|$)|[^,;]+/g;

/** The names of one line, as they stand there: commas part them, but for those in quotes. */
export function splitNames(line: string): readonly string[] {
  return line.match(names) ?? [];
}

/** Names in one line, from which `splitNames` has them again, in quotes where one holds a comma. */
export function joinNames(all: readonly string[]): string {
  return all.map((name) => (/[,;]/.test(name) && !name.includes('"') ? `"${name}"` : name)).join(', ');
}
