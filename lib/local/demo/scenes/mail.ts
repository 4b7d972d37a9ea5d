import { rooms } from '../fakes.ts';
import { cardLine, cardPost, cardTitled, readable, readThread } from '../look.ts';
import type { InboxMail } from '../mail-hand.ts';
import type { Scene, Stage } from '../stage.ts';

const eva = 'eva@example.net';
const gate = 'The gate sticks';
const story = 'It has not closed since the storm.';
const answer = 'It is the gate at the back.';
const thanks = 'Thank you, it closes again.';

/** Somebody without any account writes a mail, hears what becomes of it, answers, and has enough of it. */
export const mail: Scene = {
  title: 'A mail becomes a card, and its sender is kept informed',
  play: async (stage) => {
    const first = await write(stage);
    await comment(stage, first, answer);
    const told = await hear(stage, first);
    await comment(stage, told, thanks);
    await enough(stage, told);
  },
};

async function write(stage: Stage): Promise<InboxMail> {
  const { show, check, wekan, mail: program } = stage;
  show.does('eva', 'her mail', `to ops@in.example.org: ${gate}\n${story}`);
  await program.send({
    ...{ from: `Eva <${eva}>`, to: 'ops@in.example.org', subject: gate },
    text: `${story}\n\n-- \nEva\n`,
  });
  const look = () => cardTitled(wekan, gate);
  const card = await check.comes(`a card “${gate}” on the board`, look, () => wekan.world.cards);
  check.has('its description', card.description, story);
  check.same('whether her signature is in it', card.description.includes('-- '), false);
  show.seen('Cardwire', 'board Ops', cardLine(wekan, card));
  await original(stage, card.description);
  const ack = await arrived(stage, 1);
  check.has('the subject', ack.subject, gate, '#2');
  check.has('the header', ack.header('auto-submitted'), 'auto-replied');
  check.has('what it answers', ack.header('in-reply-to'), '@');
  show.seen('Cardwire', 'to eva', mailText(ack));
  return ack;
}

/** Nothing that she wrote is lost: the card links the mail as it came. */
async function original({ show, check }: Stage, description: string): Promise<void> {
  const url = /\((http[^)\s]+do=original[^)\s]*)\)/.exec(description)?.[1] ?? '';
  const stored = await (await fetch(url)).text();
  check.has('the stored original', stored, story, '-- ', 'Authentication-Results: amazonses.com');
  show.seen('', 'the card', 'links the mail as it came, with her signature');
}

async function comment({ show, check, wekan, mail: program, ...stage }: Stage, to: InboxMail, text: string) {
  show.does('eva', 'her mail', `answers: ${text}`);
  const quoted = to.text.replaceAll(/^/gm, '> ');
  await program.send({
    ...{ from: `Eva <${eva}>`, to: to.replyTo, subject: `Re: ${to.subject}`, answers: to },
    text: `${text}\n\nOn Fri, 20 Nov 2026 at 10:00, Ops wrote:\n${quoted}\n`,
  });
  const comments = () => wekan.world.comments.filter(({ cardId }) => cardId === cardTitled(wekan, gate)?._id);
  const look = () => comments().find((each) => each.text.includes(text));
  const found = await check.comes('the comment on the board', look, comments);
  check.same('whether the quote is in it', found.text.includes('wrote:'), false);
  const shown = readable(found.text).replace(/\n+/g, '\n');
  show.seen('Cardwire', 'board Ops', `a comment, without what she quoted:\n${shown}`);
  await show.during('waiting until all that was accepted is done', stage.settled());
}

async function hear(stage: Stage, first: InboxMail): Promise<InboxMail> {
  const { show, check, wekan } = stage;
  show.does('ann', 'board Ops', 'drags the card from To Do to Doing');
  await wekan.asUser('ann').moveCard(cardTitled(wekan, gate)?._id ?? '', 'Doing');
  const coming = arrived(stage, 2);
  const told = await show.during('gathering what happens within ten seconds into one mail', coming);
  check.has('the mail', told.text, 'ann moved it from To Do to Doing');
  check.has('its thread', told.header('references'), first.messageId);
  check.same('its subject', told.subject.replace(/^Re: /, ''), first.subject.replace(/^Re: /, ''));
  show.seen('Cardwire', 'to eva', mailText(told));
  return told;
}

/** One click, as her mail program makes it by the header; a scanner that follows the link changes nothing. */
async function enough(stage: Stage, told: InboxMail): Promise<void> {
  const { show, check, wekan, mattermost } = stage;
  const url = /<(http[^>]+)>/.exec(told.header('list-unsubscribe'))?.[1] ?? '';
  check.has('the page behind the link', await (await fetch(url)).text(), '<button');
  show.does('eva', 'her mail', 'clicks “Unsubscribe” in her mail program');
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  check.same('the answer', (await fetch(url, { method: 'POST', body })).status, 200);
  await stage.settled();
  show.does('ann', 'board Ops', 'drags the card from Doing to Done');
  await wekan.asUser('ann').moveCard(cardTitled(wekan, gate)?._id ?? '', 'Done');
  const thread = () => {
    const root = cardPost(mattermost, rooms.team, gate);
    return root ? readThread(mattermost, root) : '';
  };
  const look = () => (thread().includes('to Done') ? thread() : undefined);
  const coming = check.comes(`in ~${rooms.team} a reply that tells it`, look, thread);
  await show.during('gathering what happens within ten seconds', coming);
  await stage.settled();
  check.same('how many mails eva has', (await stage.mail.inbox(eva)).length, 2);
  show.seen('Cardwire', `~${rooms.team}`, 'tells the team, and writes to eva no more');
}

/** The last of her mails, once there are so many; never one more. */
async function arrived({ check, mail: program }: Stage, count: number): Promise<InboxMail> {
  const all = () => program.inbox(eva);
  const look = async () => (await all())[count - 1];
  const last = await check.comes(`a mail to eva, her ${count === 1 ? 'first' : 'second'}`, look, all);
  check.same('how many mails eva has', (await all()).length, count);
  return last;
}

function mailText({ subject, text }: InboxMail): string {
  return `${subject}\n${text
    .replaceAll(/https?:\S+/g, '…')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()}`;
}
