import { formatConversation, parseConversation } from '../../domain/conversation.ts';

/** Where one person is written to about one thing. */
export interface MailPlace {
  readonly connection: string;
  /** Lower case. */
  readonly address: string;
  /** Message-ID of the mail that began it, without its brackets; empty where no mail did. */
  readonly root: string;
}

/** Writes it as a conversation: the address is the room, the mail that began it the thread. Colons and what else may stand in them is escaped. */
export function mailConversation({ connection, address, root }: MailPlace): string {
  const [room, thread] = [encodeURIComponent(address.toLowerCase()), encodeURIComponent(root)];
  return formatConversation({ channel: 'email', connection, room, thread });
}

/** Reads it back. Throws for what is no conversation of ours. */
export function mailPlace(conversation: string): MailPlace {
  const { connection, room, thread } = parseConversation(conversation);
  return { connection, address: decodeURIComponent(room), root: decodeURIComponent(thread) };
}
