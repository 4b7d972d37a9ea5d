import type { CommandEvent } from '../../schemas/event.ts';
import type { DoorFault } from './doors.ts';
import type { FarSide } from './far-sides.ts';
import type { View } from './views.ts';

/** One of the bridge's own posts that stand for everyone to see. */
export interface SeenPost {
  readonly id: string;
  /** What it is for, and the mark that says so. */
  readonly part: string;
  readonly mark: string;
  /** The conversation whose room and thread it stands in. */
  readonly conversation: string;
  /** What people call its room. */
  readonly room: string;
  /** The message whose thread it stands in; its own id where it begins one. */
  readonly thread: string;
  readonly text: string;
  /** Of a living message: the card's link, what it shows of it, and the last that happened to it. */
  readonly link?: string | undefined;
  readonly view?: View;
  readonly last?: string;
}

/** What somebody asks for, in no chat's syntax. Values have the names of Discord's options, in the order in which they are typed. */
export interface Asked {
  readonly verb:
    | 'create'
    | 'comment'
    | 'move'
    | 'assign'
    | 'unassign'
    | 'rename'
    | 'archive'
    | 'restore'
    | 'follow'
    | 'unfollow'
    | 'show';
  readonly options: Readonly<Record<string, string | true>>;
}

/** What somebody does in a chat. */
export interface ChatHand {
  /** Types a command. `threaded`: in a thread that they begin. */
  type(room: string, asked: Asked, threaded?: string): Promise<unknown>;
  /** Presses a button of a message, or chooses a column in its select, where that is offered. */
  click(post: string, action: string, column: string): Promise<unknown>;
  /** Asks for the form of a new card, from something that was said where the chat can. */
  opensForm(room: string, said: string): Promise<unknown>;
  /** Fills in the form that is open in front of them, if one is, and sends it off; once more when that fails and it stays open. */
  sendsForm(text: string): Promise<unknown>;
  /** Says something to the others, under a message of the bridge. */
  talks(post: string, text: string): void;
  /** Types a card's number, as far as it comes, where the chat makes suggestions. */
  startsTyping?(room: string): Promise<unknown>;
  /** Deletes a message of the bridge, as those who look after a room may. */
  deletes(post: string): void;
}

/** What a chat refuses the bridge: a room that it was thrown out of, by its name, or where it has lost a right; or everything, as its token is revoked. */
export type Refusal = { readonly room: string; readonly right?: Right } | 'token';

/** What a bot may do in a room, where a chat has such rights. */
export type Right = 'speak' | 'speak-in-threads' | 'open-threads';

/** A fake chat of one team, whatever its product. */
export interface ChatSide {
  readonly connection: { readonly id: string };
  readonly far: FarSide;
  /** The conversation of the team's own room, which hears of every card. */
  readonly teamRoom: string;
  readonly rooms: readonly string[];
  posts(): readonly SeenPost[];
  /** Whether this was ever said where a conversation reads it. */
  tells(conversation: string, text: string): boolean;
  /** Whether whoever asked was answered, or may have been. */
  answered(event: CommandEvent): boolean;
  /** What only one person was ever shown, in a room or as a direct message. */
  whispers(): readonly string[];
  everything(): unknown;
  /** Begins to refuse; until `accept` nothing of this is taken back. */
  refuse(what: Refusal): void;
  accept(): void;
  /** Somebody deletes a room for good. */
  deleteRoom(room: string): void;
  /** What is left of a conversation: moderators may close its thread for good, or somebody deletes it or its room. */
  fate(conversation: string): 'open' | 'closed' | 'gone';
  /** Ids of rooms that refused at some time. */
  readonly refusing: ReadonlySet<string>;
  /** Whether something is refused now. */
  refuses(): boolean;
  /** Somebody at the chat; this becomes of what their doing brings to a door. */
  person(name: string, fault?: DoorFault): ChatHand;
}
