import type { CommandEvent } from '../../schemas/event.ts';
import type { TeamMember } from '../../schemas/team.ts';
import type { Board } from '../boards/board.ts';
import type { Channel, Form, ReplyTo } from '../channels/channel.ts';
import type { Card, Marker } from '../domain/card.ts';
import type { Command } from '../domain/command.ts';
import { stableId } from '../domain/ids.ts';
import type { Role } from '../domain/person.ts';
import { type Say, say } from '../domain/say.ts';
import type { CardKey, CardRecord } from '../store/card-record.ts';
import type { BoardConnection, ChannelConnection, Team } from '../teams/team.ts';
import { guestName, withAddress } from './guest-name.ts';
import { spellOptions } from './input/spell-options.ts';
import type { Parts } from './parts.ts';

/** One person asking for one thing: everything a verb needs to do it. */
export interface Asking {
  readonly parts: Parts;
  readonly team: Team;
  readonly event: CommandEvent;
  readonly role: Role;
  /** Whom of the settings it is that asks. */
  readonly self?: TeamMember;
  readonly channel: Channel;
  /** The channel connection that the person speaks through. */
  readonly through: ChannelConnection;
  /** The conversation in which what comes of it is shown: where it was asked, or the person's own where the bot is mute. */
  readonly here: string;
  /** The board that the command names; without one it is this conversation's. */
  readonly board?: string;
  /** The slash command's word, for examples in texts. */
  readonly word: string;
  /** Set when an earlier try may have got somewhere: look before doing it again. */
  readonly lookSince?: Date;
  /** Hears which card it is about, as soon as that is known: the board may not answer after that. */
  readonly about?: (key: CardKey) => void;
}

/** The board a command is about. */
export interface BoardInHand {
  readonly connection: BoardConnection;
  readonly board: Board;
}

/** The card a command is about, as it is now, on its board. */
export interface CardInHand extends BoardInHand {
  readonly key: CardKey;
  readonly card: Card;
  /** How people call it. */
  readonly ref: string;
  readonly record: CardRecord | undefined;
}

/**
 * What the asking person is answered. `lines` say what was done, which a living message shows by itself to whoever clicked on it; `notes` say
 * what shows nowhere.
 */
export type Outcome =
  | { readonly lines: readonly Say[]; readonly notes?: readonly Say[] }
  | { readonly form: Form };

/** Does what a command asks for. Throws `CardwireError`; a refusal's text goes to the person. */
export type VerbOf<V extends Command['verb']> = (asking: Asking, command: CommandOf<V>) => Promise<Outcome>;

/** The command of a verb: some commands serve two. */
type CommandOf<V extends Command['verb'], C extends Command = Command> = C extends Command
  ? [V & C['verb']] extends [never]
    ? never
    : C
  : never;

/**
 * What one effect of this command carries on the board.
 * @param step tells several effects of one command apart.
 */
export function markerOf(asking: Asking, step = ''): Marker {
  const { event } = asking;
  const place = event.direct || event.place === undefined ? '' : ` ~${event.place}`;
  return {
    id: stableId(event.team, event.id, step).slice(0, 12),
    origin: `${asking.self?.name ?? withAddress(event)}, ${asking.channel.name}${place}`,
  };
}

/** The team's name for the person who asks, else the one the channel gives. */
export function nameOfAsker({ self, team, event }: Pick<Asking, 'self' | 'team' | 'event'>): string {
  return self?.name ?? guestName(team, event);
}

/** The asking person's user name on a board; undefined when nobody knows it. */
export function boardNameOf(
  { self, event, channel }: Asking,
  { product }: BoardConnection,
): string | undefined {
  return self?.[product] ?? (channel.can.userNames ? event.person.name : undefined);
}

/** What the person wrote, to be given back when it came to nothing: empty for a button, and for what a form goes on with. */
export function writtenText({ input }: Pick<CommandEvent, 'input'>, word: string): string {
  switch (input.by) {
    case 'text':
      return `/${word} ${input.text}`.trim();
    case 'options':
      return `/${word} ${spellOptions(input)}`;
    case 'form':
      return typedFields
        .map((name) => input.fields[name] ?? '')
        .filter((text) => text.trim() !== '')
        .join('\n');
    default:
      return '';
  }
}

/** What nobody should have to do twice, told where it came to nothing: their words, and that files did not stay. Nothing for a button. */
export function giveBack(event: Pick<CommandEvent, 'input' | 'files'>, word: string): readonly Say[] {
  const text = writtenText(event, word);
  return [
    ...(text === '' ? [] : [say('you-wrote', { text })]),
    ...(event.files?.length ? [say('files-again')] : []),
  ];
}

/** What is typed into a form; the rest is chosen from lists, and comes back as ids. */
const typedFields = ['title', 'description', 'text', 'due'] as const;

/** Where the person who asked is answered. */
export function replyTo(event: CommandEvent): ReplyTo {
  return {
    handle: event.reply,
    conversation: event.conversation,
    person: event.person.id,
    name: event.person.name,
    direct: event.direct,
    ...(event.place === undefined ? {} : { place: event.place }),
    at: event.at,
  };
}
