import { withoutSlash } from '../../domain/url.ts';
import type { Http } from '../../http/http.ts';
import type { ReplyTo } from '../channel.ts';
import { cut } from '../cut.ts';
import { messageLimit } from './message-limit.ts';
import type { Posts } from './posts.ts';

/** What answering works with. */
export interface AnswerParts {
  readonly url: string;
  readonly http: Http;
  readonly posts: Posts;
  /** The room of a person alone with the bot. */
  readonly directRoom: (person: string) => Promise<string>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Contract 1.4: a command can be answered for 30 minutes; the last one is left to slow clocks. */
const handleLifeMs = 29 * 60 * 1000;

/**
 * Says something to one person: by the command's `response_url`, where only they see it and which lands in the right thread, else by a
 * direct message. A direct message is looked for before it is written again. What went through a `response_url` cannot be looked for: when
 * its answer got lost on the way, it is said again.
 */
export async function answer(parts: AnswerParts, to: ReplyTo, text: string, id: string): Promise<void> {
  const message = cut(text, messageLimit);
  if (await byHandle(parts, to, message)) return;
  await sayOnce(parts.posts, { room: await parts.directRoom(to.person), message, id }, new Date(to.at));
}

/** Says something in a room, unless it stands there since that moment. */
export async function sayOnce(
  posts: Posts,
  { room, message, id }: { readonly room: string; readonly message: string; readonly id: string },
  since: Date,
): Promise<void> {
  const { answer: said } = await posts.find(room, id, since);
  if (!said) await posts.create({ room, root: '', message, mark: { id, part: 'answer' } });
}

/** False when there is no handle or it has died (contract 1.4: 5 uses, dies with its command). */
async function byHandle({ url, http, now }: AnswerParts, to: ReplyTo, text: string): Promise<boolean> {
  const hook = /\/hooks\/commands\/([a-z0-9]+)$/.exec(to.handle.url ?? '')?.[1];
  if (hook === undefined || now() - to.at > handleLifeMs) return false;
  const { status, contentType } = await http.send({
    method: 'POST',
    // Always at the address we know: the one that was sent follows the server's settings or its caller (contract 1.1).
    url: `${withoutSlash(url)}/hooks/commands/${hook}`,
    // Without the last one Slack's syntax in the text would be translated, mentions among it.
    body: { response_type: 'ephemeral', text, skip_slack_parsing: true },
  });
  // `ok` in plain text; a page is some proxy's.
  return status === 200 && !contentType.includes('html');
}
