import type { CardId } from '../../domain/card.ts';
import type { MailTarget } from '../../domain/mail.ts';
import type { Showing, ThreadState } from '../channel.ts';
import { type Desk, post, readerAt } from './desk.ts';
import { mailLink } from './links.ts';
import { ownMessageId, referencesOf, sesIdOf } from './our-ids.ts';
import { mailPlace } from './place.ts';
import { replyToken, targetId } from './reply-token.ts';
import { senderFor } from './sender.ts';
import { cardMail } from './write/card-mail.ts';
import { subjectOf } from './write/subject.ts';

/** Characters in one mail, and of news in it: the rest is what every mail says. */
export const textLimit = 24_000;
const newsLimit = 20_000;

/**
 * Tells a card's news in one conversation by mail: once when it begins (the one acknowledgement), later when there is something to say. A
 * mail that was sent cannot be edited, so an edit alone sends nothing. Where the mail that began it may not be answered, or its address is
 * blocked, nothing is ever sent.
 *
 * @returns the last mail's Message-ID as `message`, and as `thread` the Message-ID that all of them answer.
 * @throws CardwireError of `post`.
 */
export async function deliver(
  desk: Desk,
  showing: Showing,
  state: ThreadState | undefined,
): Promise<ThreadState> {
  const { connection, deps, memory } = desk;
  const target = targetOf(desk, showing);
  const id = targetId(target);
  const { address, root } = mailPlace(showing.conversation);
  const own = ownMessageId(id, connection.domain);
  const standing = { message: state?.message ?? '', thread: root || own };
  if (state && showing.news.length === 0 && showing.undone === undefined) return state;
  const first = await firstSubject(desk, showing, root, id);
  if (first === undefined) return standing;
  const beginning =
    state || root === '' ? undefined : await memory.mailSubjects.beginning(showing.conversation);
  // An acknowledgement is such an answer (contract 3.2); news are not, also where they come before the card was ever shown.
  const unasked = beginning === 'quiet';
  if (unasked && showing.news.length === 0) return standing;

  const reader = await readerAt(desk, address);
  if (!reader) return standing;
  const { speaker, language } = reader;
  const { keys } = deps.door('mail-reply');
  const token = replyToken(id, keys);
  const stop = mailLink(deps.door('mail-link'), 'unsubscribe', id);
  // Whoever had a copy wrote nothing that could be acknowledged.
  const isFollower = root === '' || beginning === 'copied';
  const occasion = state || unasked ? 'news' : isFollower ? 'followed' : 'opened';
  const { face, board } = showing;
  // Known before it is out: an answer may come within the second.
  await memory.mailTargets.remember(id, target);
  const message = await post(desk, showing.id, {
    from: senderFor(connection, deps.team.id, board),
    to: address,
    replyTo: `reply+${token}@${connection.domain}`,
    subject: subjectOf(first, { ref: face.ref, isAnswer: root !== '' || state !== undefined }),
    language,
    blocks: cardMail(showing, { speaker, occasion, address, stop, limit: newsLimit }),
    automatic: occasion === 'opened' ? 'auto-replied' : 'auto-generated',
    inReplyTo: standing.message || root || (state ? own : ''),
    references: referencesOf([root, own, standing.message]),
    list: {
      id: `${board}.${deps.team.id}.${connection.domain}`,
      page: stop,
      address: `unsubscribe+${token}@${connection.domain}`,
    },
  });
  if (message === '') return standing;
  await memory.mailTargets.remember(sesIdOf(message), target);
  return { message, thread: standing.thread };
}

function targetOf({ connection, deps }: Desk, { board, face, conversation }: Showing): MailTarget {
  return {
    ...{ team: deps.team.id, connection: connection.id, board, card: face.id as CardId, conversation },
  };
}

/**
 * The subject that this thread has: of the mail that began it, else of the card as it was then. Undefined where the mail that began it
 * may not be answered: only of one that may, the subject is kept.
 */
async function firstSubject(
  { memory }: Desk,
  { conversation, face }: Showing,
  root: string,
  id: string,
): Promise<string | undefined> {
  if (root !== '') {
    const subject = await memory.mailSubjects.get(conversation);
    return subject?.trim() === '' ? face.title : subject;
  }
  // Without a mail that began it, one conversation has a thread for each card.
  const thread = `${conversation}#${id}`;
  const kept = await memory.mailSubjects.get(thread);
  if (kept === undefined) await memory.mailSubjects.keep(thread, face.title);
  return kept ?? face.title;
}
