import { answerContent } from './answer-content.ts';
import { nonceOf } from './marks.ts';
import type { Posts } from './posts.ts';

/**
 * Says something in a channel, a thread or a direct conversation, unless one of our posts since a moment says it already.
 * @throws CardwireError what refused it.
 */
export async function announce(
  posts: Posts,
  channel: string,
  lines: readonly string[],
  { id, since }: { readonly id: string; readonly since: Date },
): Promise<void> {
  const content = answerContent(lines);
  if (await posts.lookBack(since)(channel, content)) return;
  const posted = await posts.create(channel, { ...content, nonce: nonceOf(id, 'answer') });
  if (!posted.ok) throw posted.error;
}
