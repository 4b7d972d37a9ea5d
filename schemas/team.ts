import * as z from 'zod/mini';
import { board } from './boards.ts';
import { channel } from './channels.ts';
import { changeKinds } from './event.ts';
import { name, text, yesNo } from './values.ts';

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
  'trace',
  'list',
  'search',
  'boards',
  'board',
  'link',
  'help',
] as const;

/** A user name; people write it with the `@` that the chat shows. */
const userName = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? value.trim().replace(/^@/, '') : value)),
  text,
);

/** Where people have user names that their team gives out, by product: the same name there is taken for the same person. */
const userNames = {
  mattermost: z.optional(userName),
  wekan: z.optional(userName),
  taiga: z.optional(userName),
};

/** Where people are known by what they cannot choose as they like: Discord's id of the account, a mail address. */
const ownIds = {
  discord: z.optional(text.check(z.regex(/^\d{15,20}$/, 'write the id of the account, 15 to 20 digits'))),
  email: z.optional(z.email('write a mail address')),
};

/** A side on which a name counts: the same name on another one may be somebody else. */
export type Side = keyof typeof userNames | keyof typeof ownIds;

const namedSides = Object.keys(userNames) as readonly (keyof typeof userNames)[];

/** The sides on which people are known by such an id, not by a name. */
export const idSides = Object.keys(ownIds) as readonly (keyof typeof ownIds)[];

export const sides: readonly Side[] = [...namedSides, ...idSides];

const linkedPerson = z
  .strictObject({ name: text, ...userNames, ...ownIds })
  .check(
    z.refine(
      (person) => sides.some((side) => person[side] !== undefined),
      `write ${sides.join(':, ')}: with the user name there, one or more, or the user name alone when all are the same`,
    ),
  );

/**
 * A person of the team, by the names other systems know them by. A plain text is the user name on every side that has them. Written as an
 * object, a side that is left out is a side on which we do not know the person: the same name there may be somebody else.
 */
const member = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'string'
      ? {
          name: value.trim().replace(/^@/, ''),
          ...Object.fromEntries(namedSides.map((side) => [side, value])),
        }
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

const minutes = z
  .number('write a number of minutes')
  .check(
    z.refine(
      (value) => Number.isInteger(value) && value >= 1 && value <= 1440,
      'write whole minutes, 1 to 1440',
    ),
  );

/** Looking on the boards for changes whose webhook was lost: whether, and how often. */
const reconcile = z.strictObject({ on: z._default(yesNo, true), minutes: z._default(minutes, 5) });

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
        'link',
        'help',
      ]),
    }),
    { may: ['create', 'show', 'comment', 'follow', 'unfollow', 'list', 'search', 'boards', 'link', 'help'] },
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
  reconcile: z._default(reconcile, { on: true, minutes: 5 }),
});

export type Verb = z.infer<typeof verb>;
export type TeamFile = z.infer<typeof teamFile>;
export type TeamMember = z.infer<typeof member>;
export type Language = TeamFile['language'];

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
