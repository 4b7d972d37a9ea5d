import type { SetupResult } from '../setup/parts.ts';
import type { Terminal } from './terminal.ts';

/** Writes what is left to do by hand, numbered, with what to paste. */
export function printTodos(result: SetupResult, out: Terminal): void {
  if (result.todos.length === 0) return;
  out.line();
  out.line(out.style('bold', 'Left for you to do:'));
  for (const [at, { title, lines }] of result.todos.entries()) {
    out.line();
    out.line(out.style('yellow', `${at + 1}. ${title}`));
    for (const line of lines) out.line(`   ${line}`);
  }
}

/** Writes the addresses that were given out, without the seal that makes them a secret. */
export function printAddresses(team: string, result: SetupResult, out: Terminal): void {
  const addresses = Object.entries(result.addresses);
  if (addresses.length === 0) return;
  const width = Math.max(...addresses.map(([name]) => name.length));
  out.line();
  out.line(out.style('bold', 'Addresses:'));
  for (const [name, url] of addresses) out.line(`  ${name.padEnd(width)}  ${withoutSeal(url)}`);
  out.line(`The whole of one: npm run cardwire -- address ${team} <name>`);
}

function withoutSeal(url: string): string {
  return url.replace(/[^/]+$/, '…');
}

/** Points to what `printTodos` has written; empty when it has written nothing. */
export function leftToDo(todos: number): string {
  if (todos === 0) return '';
  return `${count(todos, 'thing')} ${todos === 1 ? 'is' : 'are'} left for you to do (above)`;
}

/** "1 step", "2 steps". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
