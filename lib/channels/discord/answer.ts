import { CardwireError } from '../../domain/errors.ts';
import type { ReplyTo } from '../channel.ts';
import { announce } from './announce.ts';
import { answerContent } from './answer-content.ts';
import type { Client } from './client.ts';
import type { Content } from './content.ts';
import type { Directs } from './direct.ts';
import { type Posts, pingNobody, previewsOf } from './posts.ts';
import { codes } from './refusal.ts';

/** What answering works with. */
export interface AnswerParts {
  /** The id of the application that was called. */
  readonly application: string;
  readonly client: Client;
  readonly posts: Posts;
  readonly directs: Directs;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Contract A1.2: an interaction can be answered for 15 minutes; the last one is left to slow clocks. */
const handleLifeMs = 14 * 60_000;
/** Contract A1.5: an answer may be quicker than the deferral it replaces; within seconds that is over. */
const raceMs = 10_000;
const raceWaitMs = 1_500;
const ephemeral = 64;

/**
 * Says something to one person: in place of “is thinking”, where only they see it; after a click, which is answered by the card itself, as
 * a message of its own; where neither can be any more, as a direct message. A direct message is looked for by its text before it is
 * written again. A message of its own cannot be looked for: when Discord's answer got lost on the way, it is said again.
 * @throws CardwireError `discord-answer-early` (later) while Discord does not know of its own deferral yet.
 */
export async function answer(
  parts: AnswerParts,
  to: ReplyTo,
  lines: readonly string[],
  id: string,
): Promise<void> {
  const content = answerContent(lines);
  if (await byHandle(parts, to, content)) return;
  const room = await parts.directs.roomOf(to.person);
  await announce(parts.posts, room, lines, { id, since: new Date(to.at) });
}

/** Puts away what waits for an answer; after a click nothing does. What is gone already is as well. */
export async function putAway({ client, application, now }: AnswerParts, to: ReplyTo): Promise<void> {
  const { token, followUp } = to.handle;
  if (token === undefined || followUp || !isAlive(to, now)) return;
  const answer = await client.ask('DELETE', `/webhooks/${application}/${token}/messages/@original`);
  if (!answer.ok) refuseEarly(to, answer.code, now);
}

/** False when there is no handle or it has died. */
async function byHandle(
  { client, application, now }: AnswerParts,
  to: ReplyTo,
  content: Content,
): Promise<boolean> {
  const { token, followUp } = to.handle;
  if (token === undefined || !isAlive(to, now)) return false;
  const hook = `/webhooks/${application}/${token}`;
  const { flags } = previewsOf(content);
  const body = { ...content, ...pingNobody };
  const answer = followUp
    ? await client.ask('POST', hook, { ...body, flags: flags | ephemeral })
    : await client.ask('PATCH', `${hook}/messages/@original`, { ...body, flags });
  if (answer.ok) return true;
  refuseEarly(to, answer.code, now);
  if (!dead.has(answer.code)) throw answer.error;
  return false;
}

/** Contract A1.5: the token has died, or never came to life; the person has put the message away; too many were sent. */
const dead = new Set<number>([
  codes.unknownMessage,
  codes.unknownWebhook,
  codes.unknownInteraction,
  codes.deadInteraction,
  codes.tooManyFollowUps,
  codes.archived,
]);

function refuseEarly(to: ReplyTo, code: number, now: () => number): void {
  if (code === codes.unknownWebhook && now() - to.at < raceMs) {
    throw new CardwireError('discord-answer-early', { when: 'later', afterMs: raceWaitMs });
  }
}

function isAlive({ at }: ReplyTo, now: () => number): boolean {
  return now() - at < handleLifeMs;
}
