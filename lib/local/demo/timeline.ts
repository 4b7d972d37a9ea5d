import { stripVTControlCharacters } from 'node:util';
import ora from 'ora';
import { createTerminal, type Io } from '../../cli/terminal.ts';
import { wrap } from './wrap.ts';

/** What the person at the terminal reads: who did what where, each line with its time. */
export interface Timeline {
  heading(text: string): void;
  /** Something that somebody does. */
  does(who: string, where: string, what: string): void;
  /** Something that was seen and checked. */
  seen(who: string, where: string, what: string): void;
  /** A word of explanation. */
  note(text: string): void;
  /** Shows that something takes its time: a spinner on a terminal, a line elsewhere. */
  during<T>(text: string, work: Promise<T>): Promise<T>;
  good(text: string): void;
  bad(text: string): void;
  plain(text?: string): void;
}

const width = 100;
const columns = { time: 8, who: 8, where: 12 } as const;
const indent = 2 + columns.time + 2 + columns.who + 2 + columns.where + 2;
const colours: Readonly<Record<string, 'cyan' | 'magenta' | 'yellow' | 'green' | 'blue'>> = {
  tom: 'cyan',
  ann: 'magenta',
  gus: 'yellow',
  eva: 'green',
  Cardwire: 'blue',
};

/** Writes to one stream; colours and spinners on a terminal alone. */
export function createTimeline({ stdout, env }: Io): Timeline {
  const { line, style, interactive } = createTerminal(stdout, env);

  function entry(mark: string, who: string, where: string, what: string): void {
    const time = style('dim', new Date().toLocaleTimeString('en-GB'));
    const name = style(colours[who] ?? 'bold', who.padEnd(columns.who));
    const [first = '', ...rest] = wrap(printable(what), width - indent);
    line(`${mark} ${time}  ${name}  ${style('dim', where.padEnd(columns.where))}  ${first}`);
    for (const more of rest) line(`${' '.repeat(indent)}${more}`);
  }

  return {
    heading: (text) => {
      line();
      line(style('bold', text));
    },
    does: (who, where, what) => entry(style('dim', '·'), who, where, what),
    seen: (who, where, what) => entry(style('green', '✔'), who, where, what),
    note: (text) => {
      for (const each of wrap(text, width - 2)) line(`  ${style('dim', each)}`);
    },
    during: async (text, work) => {
      if (!interactive) {
        line(`  ${text} …`);
        return work;
      }
      const spinner = ora({ stream: stdout, discardStdin: false, text, indent: 2 }).start();
      return work.finally(() => spinner.stop());
    },
    good: (text) => line(style('green', text)),
    bad: (text) => line(style('red', text)),
    plain: line,
  };
}

/** What people wrote may not steer the terminal. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\n]/gu, ' ');
}
