import type { Alone } from '../teams/room-name.ts';

/** How the command line calls a conversation of one person alone, by the name that the team has for them. */
export function toldAlone(how: Alone, name: string | undefined): string {
  const what = how === 'mail' ? 'mail' : 'direct message';
  return name === undefined ? what : `${what} to ${name}`;
}
