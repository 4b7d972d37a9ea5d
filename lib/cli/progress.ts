import ora from 'ora';
import type { Outcome, Progress } from '../setup/steps.ts';
import { createTerminal, type Io } from './terminal.ts';

const marks = {
  ok: ['✔', 'green'],
  todo: ['→', 'yellow'],
  skipped: ['–', 'dim'],
  failed: ['✖', 'red'],
} as const;

/** In a log, each step is a line that begins with its outcome. */
const words: Readonly<Record<Outcome, string>> = {
  ok: 'ok    ',
  todo: 'to do ',
  skipped: 'skip  ',
  failed: 'FAILED',
};

/** Shows steps on standard error: with a spinner on a terminal, as plain lines elsewhere. */
export function createProgress({ stderr, env }: Io): Progress {
  const terminal = createTerminal(stderr, env);
  if (!terminal.interactive) {
    let title = '';
    return {
      begin: (next) => {
        title = next;
      },
      end: (outcome, detail) => terminal.line(`${words[outcome]}  ${textOf(title, detail)}`),
    };
  }
  const spinner = ora({ stream: stderr, discardStdin: false });
  return {
    begin: (title) => void spinner.start(title),
    end: (outcome, detail) => {
      const [mark, style] = marks[outcome];
      spinner.stopAndPersist({ symbol: terminal.style(style, mark), text: textOf(spinner.text, detail) });
    },
  };
}

/** A thing to do names itself. */
function textOf(title: string, detail: string): string {
  return detail.startsWith(title) ? detail : `${title}: ${detail}`;
}
