import type { Verb } from '../../schemas/team.ts';

/** A word that begins a command about a card, and the one permission it needs. */
export interface VerbWord {
  readonly verb: Verb;
  /** How it is written, with a card that stands for all: the same in every language. */
  readonly usage: string;
}

/** The verbs that begin with a card. `done` and `uncheck` are short for a move and for taking a tick away. */
export const cardVerbs = {
  show: { verb: 'show', usage: 'show #42' },
  comment: { verb: 'comment', usage: 'comment #42 …' },
  move: { verb: 'move', usage: 'move #42 Doing' },
  done: { verb: 'move', usage: 'done #42' },
  assign: { verb: 'assign', usage: 'assign #42 @tom' },
  unassign: { verb: 'unassign', usage: 'unassign #42 @tom' },
  due: { verb: 'due', usage: 'due #42 24.12.' },
  label: { verb: 'label', usage: 'label #42 #urgent' },
  unlabel: { verb: 'unlabel', usage: 'unlabel #42 #urgent' },
  rename: { verb: 'rename', usage: 'rename #42 …' },
  describe: { verb: 'describe', usage: 'describe #42 …' },
  check: { verb: 'check', usage: 'check #42 …' },
  uncheck: { verb: 'check', usage: 'uncheck #42 …' },
  archive: { verb: 'archive', usage: 'archive #42' },
  restore: { verb: 'restore', usage: 'restore #42' },
  follow: { verb: 'follow', usage: 'follow #42' },
  unfollow: { verb: 'unfollow', usage: 'unfollow #42' },
  trace: { verb: 'trace', usage: 'trace #42' },
} as const satisfies Record<string, VerbWord>;

/** The words that begin a command without a card, each with the permission it needs. */
const plainVerbs = {
  create: 'create',
  new: 'create',
  list: 'list',
  search: 'search',
  boards: 'boards',
  board: 'board',
  link: 'link',
  help: 'help',
} as const satisfies Record<string, Verb>;

/** A word that begins a command about one card. */
export type CardVerb = keyof typeof cardVerbs;
/** A word that begins a command about none. */
export type PlainVerb = keyof typeof plainVerbs;

/** Every word that begins a command. */
export const verbWords: readonly string[] = [...Object.keys(cardVerbs), ...Object.keys(plainVerbs)];

/** Whether a word, in lower case, is such a verb. */
export function isCardVerb(word: string): word is CardVerb {
  return Object.hasOwn(cardVerbs, word);
}

/** Whether a word, in lower case, is such a verb. */
export function isPlainVerb(word: string): word is PlainVerb {
  return Object.hasOwn(plainVerbs, word);
}

/** The permission that a word needs; undefined when no command begins with it. */
export function verbOf(word: string): Verb | undefined {
  if (isCardVerb(word)) return cardVerbs[word].verb;
  return isPlainVerb(word) ? plainVerbs[word] : undefined;
}
