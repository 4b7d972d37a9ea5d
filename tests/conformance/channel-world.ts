import type { Channel } from '../../lib/channels/channel.ts';
import type { ReplyHandle } from '../../schemas/asked.ts';

/** A message as people see it, with everything that is written on it. */
export interface SeenMessage {
  readonly id: string;
  /** The message it hangs under; empty for one in the room itself. */
  readonly under: string;
  readonly text: string;
  readonly buttons: number;
}

/** A place where a channel can be tried. */
export interface ChannelWorld {
  readonly channel: Channel;
  /** A conversation in a room that the bot and the person are in. */
  readonly conversation: string;
  readonly room: string;
  readonly person: string;
  /** Somebody who is not in the room. */
  readonly stranger: string;
  /** A thread of somebody in the room, as a conversation, and its first message's id. */
  thread(): Promise<{ readonly conversation: string; readonly first: string }>;
  /** The bot's own messages in a room since the world began, oldest first. */
  messages(room: string): Promise<readonly SeenMessage[]>;
  remove(message: string): Promise<void>;
  /** A text that would mention people here, and what must not be left of it. Mattermost's when absent. */
  readonly hostile?: { readonly text: string; readonly never: RegExp };
  /** A handle that lives, where nothing can be said to a person without one. */
  readonly handle?: ReplyHandle;
  /** How often the person has been pinged in the room, where the far side can tell. */
  pings?(): Promise<number>;
  stop(): Promise<void>;
}
