import { styleText } from 'node:util';

/** A stream as the command line writes to it. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

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
  /** Lines can be drawn over. */
  readonly interactive: boolean;
  line(text?: string): void;
  style(style: Style, text: string): string;
}

/** Writes to one stream. */
export function createTerminal(stream: Output, env: Io['env']): Terminal {
  const isTerminal = stream.isTTY === true && env.TERM !== 'dumb';
  const coloured = isTerminal && !env.NO_COLOR;
  // A terminal without a width (some containers give one) would have the spinner clear lines without end.
  const interactive = isTerminal && (stream.columns ?? 0) > 0;
  return {
    interactive,
    line: (text = '') => void stream.write(`${text}\n`),
    style: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text),
  };
}
