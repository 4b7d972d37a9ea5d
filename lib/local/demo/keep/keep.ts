import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';
import type { Fakes } from '../fakes.ts';
import type { Stack } from '../stack.ts';
import type { Timeline } from '../timeline.ts';
import { act } from './act.ts';
import { printAddresses, printHelp } from './help.ts';
import { readLine } from './read-line.ts';
import { createWatch } from './watch.ts';

/**
 * Leaves everything running and does what is typed; what follows from it is shown as it comes. Ends with `quit`, and on a terminal with
 * Ctrl-C or Ctrl-D. Where no terminal is, lines are read as they come, and their end is not the end of it.
 */
export async function keepRunning(fakes: Fakes, stack: Stack, show: Timeline): Promise<void> {
  const { stdin, stdout } = process;
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true;
  printAddresses(fakes, stack, show);
  printHelp(show);
  const prompt = createInterface({ input: stdin, output: stdout, terminal: isTerminal, prompt: '> ' });
  const stopWatching = watch(fakes, show, prompt, isTerminal);
  try {
    let ended = false;
    await new Promise<void>((resolve) => {
      prompt.on('SIGINT', () => prompt.close());
      prompt.on('close', () => {
        ended = true;
        if (isTerminal) resolve();
      });
      prompt.on('line', (line) => {
        obey(fakes, show, line, resolve).finally(() => isTerminal && !ended && prompt.prompt());
      });
      if (isTerminal) prompt.prompt();
    });
  } finally {
    stopWatching();
    prompt.close();
  }
}

async function obey(fakes: Fakes, show: Timeline, line: string, quit: () => void): Promise<void> {
  if (line.trim() === '') return;
  const typed = readLine(line);
  if (!typed) return show.bad(`“${line.trim()}” is no sentence that I know. Type help.`);
  if (typed.at === 'prompt') return typed.word === 'quit' ? quit() : printHelp(show);
  try {
    const seen = await act(fakes, typed);
    for (const text of [seen?.error, seen?.formError]) if (text) show.bad(`${typed.who} sees: ${text}`);
  } catch (error) {
    show.bad(error instanceof Error ? error.message : String(error));
  }
}

/** Shows what is new, above the line that is being typed. */
function watch(fakes: Fakes, show: Timeline, prompt: Interface, isTerminal: boolean): () => void {
  const look = createWatch(fakes);
  const timer = setInterval(() => {
    const sights = look();
    if (sights.length === 0) return;
    if (isTerminal) {
      cursorTo(process.stdout, 0);
      clearLine(process.stdout, 0);
    }
    for (const { who, where, what } of sights) show.seen(who, where, what);
    if (isTerminal) prompt.prompt(true);
  }, 200);
  return () => clearInterval(timer);
}
