/** One concrete place where people talk. `thread` is the id of the thread's first message, empty in the room itself. */
export interface Conversation {
  readonly channel: string;
  readonly connection: string;
  readonly room: string;
  readonly thread: string;
}

/** Writes a conversation as its one string, `channel:connection:room:thread`. */
export function formatConversation({ channel, connection, room, thread }: Conversation): string {
  return [channel, connection, room, thread].join(':');
}

/**
 * Reads a conversation from its one string.
 * @throws Error when the string is none: only our own strings come here.
 */
export function parseConversation(text: string): Conversation {
  const [channel, connection, room, thread, ...rest] = text.split(':');
  if (!channel || !connection || !room || thread === undefined || rest.length > 0) {
    throw new Error('not a conversation');
  }
  return { channel, connection, room, thread };
}
