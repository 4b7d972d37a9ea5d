import type { CardwireError } from '../../domain/errors.ts';
import { messageBody } from './answers.ts';
import { type Answer, type Client, readAs } from './client.ts';
import type { Content } from './content.ts';
import { type Look, lookBack } from './look-back.ts';
import { codes } from './refusal.ts';

/** A message to be posted. */
export interface Draft extends Content {
  readonly nonce: string;
  /** A message of the same channel that it answers, if that still stands. */
  readonly replyTo?: string;
}

/** The new message's id, or why there is none: a refusal for good, with Discord's own code. */
export type Posted =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: number; readonly error: CardwireError };

/** How an edit ended: `gone` when the message is no more ours to edit, `archived` when its thread sleeps. */
export type Edited =
  | { readonly outcome: 'edited'; readonly hasThread: boolean }
  | { readonly outcome: 'gone' | 'archived' | 'locked' };

/** The bot's own posts. `channel` is the id of a channel, a thread or a direct conversation. */
export interface Posts {
  create(channel: string, draft: Draft): Promise<Posted>;
  edit(channel: string, message: string, content: Content): Promise<Edited>;
  /** Looks for what earlier runs posted. */
  lookBack(since: Date): Look;
}

/** Contract A2.1: nobody is pinged, whatever people wrote. An edit that leaves this out would allow everything again (contract A1.4). */
export const pingNobody = { allowed_mentions: { parse: [] } } as const;

/** Links that people write bring no previews. The flag would hide our own embeds as well. */
export function previewsOf({ content = '' }: Content): { readonly flags: number } {
  return { flags: content === '' ? 0 : 4 };
}

/** Handles the posts of one bot. */
export function createPosts(client: Client, bot: string): Posts {
  async function create(channel: string, draft: Draft): Promise<Posted> {
    const answer = await client.ask('POST', `/channels/${channel}/messages`, createBody(draft));
    if (answer.ok) return { ok: true, id: readAs(answer.json, messageBody).id };
    // A reply takes a permission of its own, which the news are worth more than.
    if (answer.code === codes.cannotReply) return create(channel, withoutReply(draft));
    return answer;
  }

  return {
    create,
    edit: async (channel, message, content) => {
      const body = { ...content, ...pingNobody };
      return editedFrom(await client.ask('PATCH', `/channels/${channel}/messages/${message}`, body));
    },
    lookBack: (since) => lookBack(client, bot, since),
  };
}

function createBody({ nonce, replyTo, ...content }: Draft) {
  return {
    ...content,
    ...pingNobody,
    nonce,
    enforce_nonce: true,
    ...previewsOf(content),
    ...(replyTo === undefined
      ? {}
      : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
  };
}

function withoutReply({ replyTo: _, ...draft }: Draft): Draft {
  return draft;
}

const ended: ReadonlyMap<number, 'gone' | 'archived' | 'locked'> = new Map([
  [codes.unknownMessage, 'gone'],
  // Its thread was deleted, and everything in it.
  [codes.unknownChannel, 'gone'],
  // Posted by an application that the team had before.
  [codes.notOurMessage, 'gone'],
  [codes.archived, 'archived'],
  [codes.locked, 'locked'],
]);

function editedFrom(answer: Answer): Edited {
  if (answer.ok) {
    return { outcome: 'edited', hasThread: readAs(answer.json, messageBody).thread !== undefined };
  }
  const outcome = ended.get(answer.code);
  if (outcome === undefined) throw answer.error;
  return { outcome };
}
