/** Command lines as they are typed, below the help of a command. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  $ npm run cardwire -- ${line}`)].join('\n');
}

/** Tells whether all went well. */
export type Finish = (well: boolean) => void;
