import { mailPlace } from '../../lib/channels/email/place.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { fileViolations } from './file-invariants.ts';
import { isBeforeForgetting, isOfNamesake } from './forget.ts';
import type { House } from './house.ts';
import { isOutOfReach, mailsIn, outcomeOf, writtenFor } from './mail-events.ts';
import type { MailSide, WrittenMail } from './mail-side.ts';
import { threadViolations } from './mail-threads.ts';
import type { PostedMail } from './post-office.ts';
import type { TeamWorld } from './team-world.ts';

/** What a team's mail must never come to: each a sentence about what was seen. */
export function mailViolations(house: House, world: TeamWorld): readonly string[] {
  const { mail } = world;
  if (!mail) return [];
  return [
    ...misread(house, mail),
    ...unheard(house, world, mail),
    ...fileViolations(house, world, mail),
    ...unanswered(house, world, mail),
    ...untold(house, world),
    ...sentTooOften(house, mail),
    ...outOfThread(mail),
    ...toldBack(house, world, mail),
    ...threadViolations(house, world, mail),
  ];
}

/** Whether this was said in a mail of a conversation, or could not be. */
export function tellsByMail(house: House, { mail }: TeamWorld, conversation: string, text: string): boolean {
  if (!mail || !conversation.startsWith('email:')) return false;
  const { address, root } = mailPlace(conversation);
  if (isOutOfReach(house, mail, address)) return true;
  return mail.posted().some((each) => each.to === address && isIn(each, root) && each.text.includes(text));
}

/** Every mail of theirs that a conversation hangs from is named by its mails. */
function isIn({ headers }: PostedMail, root: string): boolean {
  return root === '' || (headers.references ?? '').includes(`<${root}>`);
}

/** I1: what a person wrote was accepted, each time it came; what a program wrote never. */
function misread({ mailDoors }: House, { written }: MailSide): readonly string[] {
  return written.flatMap(({ text, automatic, taken }) =>
    taken.flatMap((id) => {
      const codes = mailDoors.decided.get(id) ?? ['unread'];
      const wrong = codes.filter((code) => (code === 'accepted') === automatic);
      return wrong.map((code) => `I1: the mail "${text}" was ${code}`);
    }),
  );
}

/** I1: what a person wrote has come to the queue, also where it could not be read at first. */
function unheard(house: House, { id }: TeamWorld, { written }: MailSide): readonly string[] {
  const heard = new Set(
    house.records.accepted.flatMap(({ event }) =>
      event.kind === 'command' && event.team === id ? [event.mail?.original] : [],
    ),
  );
  const lost = written.filter(({ automatic, taken }) => !automatic && !taken.some((each) => heard.has(each)));
  return lost.map(({ text }) => `I1: the mail "${text}" came to nothing`);
}

/** I1: what somebody said by the bridge is told by mail wherever the card was followed by mail when it first came, and still is, but to themself. */
function untold(house: House, world: TeamWorld): readonly string[] {
  const first = [...Map.groupBy(house.records.accepted, ({ event }) => event.id).values()].map(
    ([each]) => each,
  );
  return first.flatMap((accepted) => {
    if (accepted === undefined) return [];
    const { event, card, followers } = accepted;
    if (event.kind !== 'command' || event.team !== world.id) return [];
    if (isBeforeForgetting(world, event)) return [];
    const said = /§[A-Z]+ [\w-]+ \d+ end/.exec(JSON.stringify(event.input))?.[0] ?? '';
    const isSaid = said !== '' && world.board.texts(card).comments.some((comment) => comment.includes(said));
    if (!isSaid || outcomeOf(house, event) !== 'done-comment') return [];
    const record = house.table.items.get(`CARD#${world.id}#main#${card}\nCARD`);
    const still = (record?.followers ?? {}) as Readonly<Record<string, { readonly person?: string }>>;
    return followers
      .filter((each) => each.startsWith('email:') && still[each] && still[each].person !== event.person.id)
      .filter((each) => !tellsByMail(house, world, each, said))
      .map((each) => `I1: "${said}" is not told in ${each}`);
  });
}

/** How a mail may end without a word to whoever wrote it, besides in being done. */
const silent = ['mail-asked', 'mail-words'];

/** I1: every mail has come to an end: a card that is acknowledged, a comment on the board, or an answer that says why not. */
function unanswered(house: House, world: TeamWorld, mail: MailSide): readonly string[] {
  const ends = new Map<string, { readonly text: string; readonly isAnswered: boolean }>();
  const wrong = mailsIn(house, world).flatMap(({ event, outcome = 'nothing' }) => {
    const written = writtenFor(mail, event);
    if (!written || isOutOfReach(house, mail, written.from)) return [];
    const isComment = event.input.by === 'form' && event.input.form === 'comment';
    if (outcome === 'done-comment' && isComment) return uncommented(world, written, event);
    if (
      silent.includes(outcome) ||
      // Whoever is called like somebody who was forgotten meanwhile is not told of what they did until then.
      isOfNamesake(world, event, written.from) ||
      (outcome.startsWith('done-') && outcome !== 'done-create')
    )
      return [];
    // The same is said once a day to one address, to whichever of its mails is worked on first.
    const end = `${outcome} of ${outcome === 'done-create' ? event.id : written.from}`;
    const isAnswered = mail
      .posted()
      .some(({ to, headers }) => to === written.from && names(headers, written.id));
    // One that wants no automatic answer may still be the one that hears it, and need not.
    const isDue = !written.quiet && !ends.has(end);
    if (isAnswered || isDue) ends.set(end, { text: written.text, isAnswered });
    return [];
  });
  const unsaid = [...ends].filter(([, { isAnswered }]) => !isAnswered);
  return [
    ...wrong,
    ...unsaid.map(([end, { text }]) => `I1: the mail "${text}" ended as ${end} and was not answered`),
  ];
}

function uncommented({ board }: TeamWorld, { text }: WrittenMail, { mail }: CommandEvent): readonly string[] {
  const card = mail?.answers ?? '';
  if (!board.cards().some(({ id }) => id === card)) return [];
  const said = text.split('\r\n').at(-1) ?? '';
  const found = board.texts(card).comments.filter((comment) => comment.includes(said));
  return found.length === 1 ? [] : [`I1: "${said}" stands ${found.length} times on ${card}`];
}

/** I2: nothing is sent twice, unless nobody knows what became of the first try; and then not a third time. */
function sentTooOften({ workers }: House, mail: MailSide): readonly string[] {
  const marks = Map.groupBy(mail.posted(), ({ mark }) => mark);
  return [...marks].flatMap(([mark, sent]) => {
    if (sent.length === 1) return [];
    if (sent.length > 2) return [`I2: sent ${sent.length} times: ${sent[0]?.text}`];
    const first = workers.passed.findIndex(({ label }) => label === `SendRawEmail ${mark}`);
    const unknown = workers.passed
      .slice(first)
      .some(
        ({ label, fault }) =>
          fault !== 'none' && (label === `SendRawEmail ${mark}` || label === 'UpdateItem SENDING'),
      );
    return unknown ? [] : [`I2: sent twice, though it was known to be sent: ${sent[0]?.text}`];
  });
}

/** Each mail stands in the thread of its card: what it names are mails that were written or sent, or the id of ours that all mails of one thread name. */
function outOfThread(mail: MailSide): readonly string[] {
  const sent = mail.posted();
  return sent.flatMap(({ headers, to, subject }) => {
    // Mails are passed on, with the ids that they name.
    const known = [...mail.written.map(({ id }) => id), ...sent.map(({ messageId }) => messageId)];
    const named = idsIn(`${headers['in-reply-to']} ${headers.references}`);
    const strange = named.filter((id) => !known.includes(id) && !/^[0-9a-z]{13}@in\./.test(id));
    return strange.map((id) => `I1: "${subject}" to ${to} names ${id}, which nobody has`);
  });
}

/** I6: whoever wrote a comment by mail is not told it by mail. */
function toldBack(house: House, world: TeamWorld, mail: MailSide): readonly string[] {
  return mailsIn(house, world).flatMap(({ event }) => {
    const written = writtenFor(mail, event);
    if (!written || event.mail?.answers === undefined) return [];
    const said = written.text.split('\r\n').at(-1) ?? '';
    const told = mail.posted().filter(({ to, text }) => to === written.from && text.includes(`> ${said}`));
    return told.map(({ subject }) => `I6: "${said}" comes back to ${written.from} in "${subject}"`);
  });
}

function names(headers: PostedMail['headers'], id: string): boolean {
  return idsIn(`${headers['in-reply-to']} ${headers.references}`).includes(id);
}

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
}
