import * as z from 'zod/mini';
import { changeKinds } from './event.ts';

/**
 * One team's YAML file. Names of connections are the keys under `boards` and `channels` and are used in addresses and
 * commands: lower-case letters, digits and dashes. A secret is written as `env:NAME` and read when the file is set up.
 */

/** What a person can ask for. */
export const verbs = [
  'create',
  'show',
  'comment',
  'move',
  'assign',
  'unassign',
  'due',
  'label',
  'unlabel',
  'rename',
  'describe',
  'check',
  'archive',
  'restore',
  'follow',
  'unfollow',
  'list',
  'search',
  'boards',
  'board',
  'help',
] as const;

const name = z
  .string('a name is missing')
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use 1 to 40 lower-case letters, digits and dashes'));
const text = z.string('write a text here').check(z.minLength(1, 'write a text here'));
const yesNo = z.boolean('write true or false');
const url = z
  .url({ protocol: /^https?$/, error: 'write the full address, such as https://board.example.org' })
  .check(
    z.refine(isPlainAddress, 'write the address alone: no user name, password, question mark or # in it'),
  );
/** A secret as the file names it: the variable that holds it, never the secret itself. */
const secret = text.check(
  z.regex(
    /^env:[A-Z][A-Z0-9_]*$/,
    'never write a secret here: write env:NAME and set NAME in the environment',
  ),
);

const anyBoard = {
  url,
  /** Title of the column where new cards go; the board's first one when absent. */
  intake: z.optional(text),
  /** Title of the column that means done; the board's last one when absent. */
  done: z.optional(text),
  /** Allow an address on a private network. */
  private: z._default(yesNo, false),
};

const wekanBoard = z.strictObject({
  product: z.literal('wekan'),
  ...anyBoard,
  user: text,
  password: secret,
  /** Title or id of the board. */
  board: text,
});

const taigaBoard = z
  .strictObject({
    product: z.literal('taiga'),
    ...anyBoard,
    /** The API's address where it is another one than the pages': `https://api.taiga.io`. */
    api: z.optional(url),
    user: z.optional(text),
    password: z.optional(secret),
    /** An application token, in place of user and password. */
    token: z.optional(secret),
    /** The project's slug: in its address, after `/project/`. */
    project: text,
    /** Title of the closed status that stands for the archive; the first one that Taiga itself calls archived when absent. */
    archive: z.optional(text),
  })
  .check(
    z.refine(
      ({ user, password, token }) =>
        token === undefined
          ? user !== undefined && password !== undefined
          : user === undefined && password === undefined,
      'write user: and password:, or token: alone',
    ),
  );

const board = z.discriminatedUnion('product', [wekanBoard, taigaBoard], {
  error: ({ code }) => (code === 'invalid_union' ? 'the board products are: wekan, taiga' : undefined),
});

const channel = z.strictObject({
  product: z.enum(['mattermost'], 'the channel products are: mattermost'),
  url,
  /** The Mattermost team's name as in its address. */
  workspace: text,
  token: secret,
  /** The slash command's word. */
  command: z._default(
    text.check(z.regex(/^[a-z0-9][a-z0-9_-]*$/, 'lower-case letters, digits, - and _')),
    'card',
  ),
  /** The token Mattermost gave a command that was made by hand. */
  commandToken: z.optional(secret),
  private: z._default(yesNo, false),
});

/** A user name; people write it with the `@` that the chat shows. */
const userName = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? value.trim().replace(/^@/, '') : value)),
  text,
);

const linkedPerson = z
  .strictObject({
    name: text,
    mattermost: z.optional(userName),
    wekan: z.optional(userName),
    taiga: z.optional(userName),
  })
  .check(
    z.refine(
      ({ mattermost, wekan, taiga }) => (mattermost ?? wekan ?? taiga) !== undefined,
      'write mattermost:, wekan: or taiga: with the user name there, or the user name alone when all are the same',
    ),
  );

/**
 * A person of the team, by the names other systems know them by. A plain text is the user name on every side. Written as an
 * object, a side that is left out is a side on which we do not know the person: the same name there may be somebody else.
 */
const member = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'string'
      ? { name: value.trim().replace(/^@/, ''), mattermost: value, wekan: value, taiga: value }
      : value,
  ),
  linkedPerson,
);

const verb = z.enum(verbs, `the verbs are: ${verbs.join(', ')}`);
const kind = z.enum(changeKinds, `the kinds of change are: ${changeKinds.join(', ')}`);

/** Kinds of change that deserve a reply in the thread unless the team says otherwise. */
export const tellByDefault = [
  'create',
  'move',
  'comment',
  'assign',
  'due',
  'attachment',
  'archive',
  'restore',
  'delete',
] as const;

export const teamFile = z.strictObject({
  team: name,
  language: z._default(z.enum(['en', 'de'], 'the languages are: en, de'), 'en'),
  timezone: z._default(text.check(z.refine(isTimeZone, 'write a time zone such as Europe/Berlin')), 'UTC'),
  members: z._default(
    z.strictObject({
      people: z._default(z.array(member), []),
      /** Everyone in this room is a member. */
      room: z.optional(z.strictObject({ channel: name, room: text })),
      may: z._default(z.array(verb), [...verbs]),
    }),
    { people: [], may: [...verbs] },
  ),
  guests: z._default(
    z.strictObject({
      may: z._default(z.array(verb), [
        'create',
        'show',
        'comment',
        'follow',
        'unfollow',
        'list',
        'search',
        'boards',
        'help',
      ]),
    }),
    { may: ['create', 'show', 'comment', 'follow', 'unfollow', 'list', 'search', 'boards', 'help'] },
  ),
  boards: z
    .record(name, board)
    .check(z.refine((boards) => Object.keys(boards).length > 0, 'write at least one board')),
  channels: z
    .record(name, channel)
    .check(z.refine((channels) => Object.keys(channels).length > 0, 'write at least one channel')),
  /** Rooms that hear of every card. */
  teamChannels: z._default(
    z.array(
      z.strictObject({ channel: name, room: text, tell: z._default(z.array(kind), [...tellByDefault]) }),
    ),
    [],
  ),
});

export type Verb = z.infer<typeof verb>;
export type TeamFile = z.infer<typeof teamFile>;
export type TeamMember = z.infer<typeof member>;
export type BoardSettings = z.infer<typeof board>;
export type ChannelSettings = z.infer<typeof channel>;
export type Language = TeamFile['language'];

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The address goes into other addresses, and is shown: it carries nothing but the way. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return true; // Said already, by the check before this one.
  const { username, password, search, hash } = new URL(text);
  return username === '' && password === '' && search === '' && hash === '';
}
