import * as z from 'zod/mini';
import { board } from './boards.ts';
import { changeKinds } from './event.ts';
import { name, secret, text, url, yesNo } from './values.ts';

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

/** Where people have user names: chats and boards, by product. */
const userNames = {
  mattermost: z.optional(userName),
  wekan: z.optional(userName),
  taiga: z.optional(userName),
};

/** A side on which a name counts: the same name on another one may be somebody else. */
export type Side = keyof typeof userNames;

export const sides = Object.keys(userNames) as readonly Side[];

const linkedPerson = z
  .strictObject({ name: text, ...userNames })
  .check(
    z.refine(
      (person) => sides.some((side) => person[side] !== undefined),
      `write ${sides.join(':, ')}: with the user name there, one or more, or the user name alone when all are the same`,
    ),
  );

/**
 * A person of the team, by the names other systems know them by. A plain text is the user name on every side. Written as an
 * object, a side that is left out is a side on which we do not know the person: the same name there may be somebody else.
 */
const member = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'string'
      ? { name: value.trim().replace(/^@/, ''), ...Object.fromEntries(sides.map((side) => [side, value])) }
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
