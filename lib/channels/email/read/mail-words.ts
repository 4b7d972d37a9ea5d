import type { CardVerb } from '../../../commands/verbs.ts';

/** The words that mail lines begin with, in English and German, in lower case. */

/** What people write is looked up in these: a Map has no `constructor` that nobody put in. */
function words<Meaning>(table: Readonly<Record<string, Meaning>>): ReadonlyMap<string, Meaning> {
  return new Map(Object.entries(table));
}

/** What a line at the top of a new mail can say about the card. */
export type AttributeName = 'priority' | 'due' | 'label' | 'column' | 'assign';

export const attributeWords = words<AttributeName>({
  priority: 'priority',
  priorität: 'priority',
  prioritaet: 'priority',
  prio: 'priority',
  due: 'due',
  'due date': 'due',
  deadline: 'due',
  fällig: 'due',
  faellig: 'due',
  termin: 'due',
  frist: 'due',
  label: 'label',
  labels: 'label',
  tag: 'label',
  tags: 'label',
  etikett: 'label',
  etiketten: 'label',
  schlagwort: 'label',
  column: 'column',
  spalte: 'column',
  assign: 'assign',
  assignee: 'assign',
  assigned: 'assign',
  'assign to': 'assign',
  zuständig: 'assign',
  zustaendig: 'assign',
  zuweisen: 'assign',
});

/** Commands that a value follows: `move: Doing`. */
export const commandKeys = words<CardVerb>({
  move: 'move',
  'move to': 'move',
  column: 'move',
  verschieben: 'move',
  spalte: 'move',
  assign: 'assign',
  'assign to': 'assign',
  zuweisen: 'assign',
  zuständig: 'assign',
  zustaendig: 'assign',
  unassign: 'unassign',
  due: 'due',
  fällig: 'due',
  faellig: 'due',
  label: 'label',
  labels: 'label',
  etikett: 'label',
  unlabel: 'unlabel',
  rename: 'rename',
  umbenennen: 'rename',
  check: 'check',
  abhaken: 'check',
  uncheck: 'uncheck',
});

/** Commands that stand alone in their line. */
export const commandWords = words<CardVerb>({
  done: 'done',
  erledigt: 'done',
  fertig: 'done',
  archive: 'archive',
  archivieren: 'archive',
  restore: 'restore',
  wiederherstellen: 'restore',
  follow: 'follow',
  folgen: 'follow',
  unfollow: 'unfollow',
  unsubscribe: 'unfollow',
  entfolgen: 'unfollow',
  abbestellen: 'unfollow',
});

/** `[urgent]` in a subject. */
export const urgentWords = new Set(['urgent', 'dringend', 'eilig', 'eilt']);
