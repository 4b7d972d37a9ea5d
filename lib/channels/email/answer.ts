import { stableId } from '../../domain/ids.ts';
import { type Say, type SayValue, say } from '../../domain/say.ts';
import type { ReplyTo } from '../channel.ts';
import { type Desk, post, readerAt } from './desk.ts';
import { referencesOf } from './our-ids.ts';
import { mailPlace } from './place.ts';
import { senderOfAnswer } from './sender.ts';
import { subjectOf } from './write/subject.ts';

/** Answers to one address in a day: more is a robot that we talk to, or somebody who uses us to write to a third one. */
const MOST_A_DAY = 50;

/**
 * Answers the mail that something was asked with; where there is none that may be answered, nothing is said. The same answer goes to an address
 * once a day: robots that do not say that they are would keep it up for ever (contract 3.2). One about another card, or about something else
 * that somebody wrote, is another one: whoever gets a line wrong twice hears of it twice.
 * @throws CardwireError of `post`.
 */
export async function answer(desk: Desk, to: ReplyTo, lines: readonly Say[], id: string): Promise<void> {
  const { mail } = to.handle;
  const { connection, deps } = desk;
  if (!mail || lines.length === 0) return;
  const { address } = mailPlace(to.conversation);
  const reader = await readerAt(desk, address);
  if (!reader || !(await isNew(desk, address, lines, id))) return;
  const { speaker, language } = reader;
  const from = senderOfAnswer(connection, deps.team.id, mail.to);
  await post(desk, id, {
    from,
    to: address,
    replyTo: from.address,
    // Where there is no mail to answer, this one begins a thread.
    subject: subjectOf(mail.subject, { ref: undefined, isAnswer: mail.id !== '' }),
    language,
    blocks: [
      ...lines.map((line) => ({ kind: 'text' as const, text: speaker.say(line) })),
      { kind: 'small', text: speaker.say(say('mail-from', { team: deps.team.id })) },
    ],
    automatic: 'auto-replied',
    inReplyTo: mail.id,
    references: referencesOf([...mail.references, mail.id]),
  });
}

/** Whether this may be said; for one answer the same each time it is tried. */
async function isNew(
  { deps, memory }: Desk,
  address: string,
  lines: readonly Say[],
  id: string,
): Promise<boolean> {
  const { id: team } = deps.team;
  const reason = stableId('answer', address, lines[0]?.key ?? '', JSON.stringify(aboutOf(lines[0])));
  if (!(await memory.once.first(team, reason, 1, id))) {
    deps.log.info('mail-said-already', { team, id });
    return false;
  }
  // One that waited for SES is not counted again.
  if (!(await memory.once.first(team, stableId('answer-counted', id), 1))) return true;
  if ((await memory.tallies.count(team, stableId('answers', address))) <= MOST_A_DAY) return true;
  deps.log.warn('mail-too-many', { team, id });
  return false;
}

/** What an answer is about. A new link, and the subject of the mail that is answered, make no other answer of it. */
function aboutOf(line: Say | undefined): readonly (readonly [string, SayValue])[] {
  return Object.entries(line?.values ?? {}).filter(([name]) => name !== 'url' && name !== 'subject');
}
