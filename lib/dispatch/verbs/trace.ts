import { type Say, say } from '../../domain/say.ts';
import { type TraceLine, traceOf } from '../../store/trace.ts';
import { roomName } from '../../teams/room-name.ts';
import type { VerbOf } from '../asking.ts';
import { plain } from '../team-text.ts';
import { recordInHand } from './in-hand.ts';

/** An answer with more lines is no answer: the newest ones, and all that waits. */
const LISTED = 20;

/** A card's story from the table: what was received, told and tried again, and where it waits now. Holds no texts. */
export const trace: VerbOf<'trace'> = async (asking, { card: ref }) => {
  const { key, record, ref: card } = await recordInHand(asking, ref);
  const { parts, team } = asking;
  const lines = await traceOf(parts.store, key, parts.now());
  const whereOf = (where: string) =>
    roomName(team, record, where, (how, name) =>
      plain(team, name === undefined ? say(`place-${how}`) : say(`place-${how}-to`, { name })),
    );
  const told = (line: TraceLine) => sayLine(line, whereOf(line.where));
  const past = lines.filter(isSaidOnce).slice(-LISTED).map(told);
  const now = distinct(lines.filter(({ waits }) => waits).map(told)).slice(0, LISTED);
  const said = [...past, ...now];
  return {
    lines: said.length === 0 ? [say('trace-none', { card })] : [say('card-trace', { card }), ...said],
  };
};

/** What has happened; and what came in, told of the card or of one place, not again of each place that hears of it. */
function isSaidOnce({ waits, what, at }: TraceLine, index: number, lines: readonly TraceLine[]): boolean {
  if (waits) return false;
  return what !== 'received' || lines.findIndex((line) => line.what === what && line.at === at) === index;
}

/** Several things that wait for the same moment in one place are one line. */
function distinct(lines: readonly Say[]): readonly Say[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function sayLine({ at: moment, what, code = '', waits }: TraceLine, where: string): Say {
  const at = new Date(moment);
  if (waits) return sayWaiting(what, { at, where, code, until: new Date(waits.until ?? moment) });
  switch (what) {
    case 'received':
      return say('trace-received', { at });
    case 'command-failed':
      return say('trace-command-failed', { at, code });
    case 'shown':
      return say('trace-shown', { at, where });
    case 'passed-over':
      return say('trace-passed-over', { at, where });
    case 'failed':
      return say('trace-failed', { at, where, code });
    case 'moved':
      return say('trace-moved', { at, where, code });
    case 'refused':
      return say('trace-refused', { at, where, code });
    case 'paused':
      return say('trace-paused', { at, where, code });
    case 'dropped':
      return say('trace-dropped', { at, where, code });
    default:
      return say('trace-command', { at });
  }
}

interface Now {
  readonly at: Date;
  readonly where: string;
  readonly code: string;
  readonly until: Date;
}

function sayWaiting(what: string, { at, where, code, until }: Now): Say {
  switch (what) {
    case 'gathered':
      return say('trace-now-gathered', { where, until });
    case 'claimed':
      return say('trace-now-claimed', { where });
    case 'retried':
      return say('trace-now-retried', { where, code });
    case 'command-retried':
      return say('trace-now-command', { code });
    case 'is-paused':
      return say('trace-now-is-paused', { where, at, code });
    default:
      return say('trace-now-dead', { at, code });
  }
}
