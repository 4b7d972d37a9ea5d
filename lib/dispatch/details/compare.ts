import { type Change, editParts } from '../../../schemas/event.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import type { KnownDetails } from '../../store/details.ts';
import { stateOf } from './marks.ts';
import {
  type DetailChange,
  type DetailKind,
  keyOf,
  kindKey,
  kindOf,
  type Thing,
  thingsOf,
} from './things.ts';

type Known = KnownDetails['known'];

/** What a gone thing is remembered as. */
export const GONE = '-';

/** Of a card with more comments, the newest are remembered. */
const MOST_COMMENTS = 100;

/** What has changed, and what is known now but for that: things that nobody has looked at before are taken as they are. */
export interface Compared {
  readonly changes: readonly DetailChange[];
  readonly known: Known;
}

/** Compares details with what is known of them. Nothing is said of a kind that was not read, or that nobody has looked at before. */
export function compare(before: Known, details: CardDetails): Compared {
  const changes: DetailChange[] = [];
  const known: Record<string, string> = { ...before };
  for (const [kind, things] of thingsOf(details)) {
    const keys = new Set(things.map(keyOf));
    const kept = kind === 'comment' ? things.slice(-MOST_COMMENTS) : things;
    for (const thing of things.slice(0, things.length - kept.length)) delete known[keyOf(thing)];
    for (const thing of kept) {
      const change = changeOf(before, thing);
      if (change) changes.push(change);
      else if (!isStanding(before, keyOf(thing))) known[keyOf(thing)] = thing.state;
    }
    known[kindKey(kind)] = '';
    changes.push(...goneFrom(before, kind, keys));
  }
  return { changes, known };
}

/** A new comment is found as such, not here; one that came back is taken as it is. */
function changeOf(before: Known, thing: Thing): DetailChange | undefined {
  const { kind, name, state } = thing;
  const key = keyOf(thing);
  const told = { kind, key, state, ...(name ? { subject: name } : {}) };
  if (!isStanding(before, key)) {
    const isNew = (kind === 'checklist' || kind === 'attachment') && before[kindKey(kind)] !== undefined;
    return isNew ? { ...told, step: 'added' } : undefined;
  }
  const was = stateOf(before, key);
  if (was === state) return undefined;
  if (kind === 'edit') return { ...told, ...subjectOf(thing) };
  if (kind === 'comment') return { ...told, step: 'edited', comment: thing.id };
  if (was[0] === state[0]) return { ...told, step: 'edited' };
  return { ...told, step: state[0] === '1' ? 'ticked' : 'unticked' };
}

/** The name of what is gone is not known any more. A value does not go: a read may lack it. */
function goneFrom(before: Known, kind: DetailKind, keys: ReadonlySet<string>): readonly DetailChange[] {
  if (kind === 'edit') return [];
  return Object.keys(before)
    .filter((key) => kindOf(key) === kind && !keys.has(key) && isStanding(before, key))
    .map((key) => ({ kind, step: 'removed', key, state: GONE }));
}

function isStanding(known: Known, key: string): boolean {
  return known[key] !== undefined && stateOf(known, key) !== GONE;
}

/** What an edit of a value is told as: a part of the card, or nothing that has a name. */
export function subjectOf({ id, state }: Pick<Thing, 'id' | 'state'>): Pick<Change, 'subject'> {
  if (id === 'blocked') return { subject: state === unblocked ? 'unblocked' : 'blocked' };
  return editParts.some((part) => part === id) ? { subject: id } : {};
}

/** The state of a card that is not blocked, whose value is empty. */
const unblocked = thingsOf({ values: { blocked: '' } }).get('edit')?.[0]?.state;
