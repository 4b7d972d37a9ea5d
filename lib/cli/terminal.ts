import { styleText } from 'node:util';

/** A stream as the command line writes to it. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** What the command line is run with. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly stdout: Output;
  /** Progress and errors. */
  readonly stderr: Output;
}

type Style = Parameters<typeof styleText>[0];

/** Writes lines. Colours appear on a terminal alone, and not where `NO_COLOR` asks for none. */
export interface Terminal {
  readonly interactive: boolean;
  line(text?: string): void;
  style(style: Style, text: string): string;
}

/** Writes to one stream. */
export function createTerminal(stream: Output, env: Io['env']): Terminal {
  const interactive = stream.isTTY === true && env.TERM !== 'dumb';
  const coloured = interactive && !env.NO_COLOR;
  return {
    interactive,
    line: (text = '') => void stream.write(`${text}\n`),
    style: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text),
  };
}
