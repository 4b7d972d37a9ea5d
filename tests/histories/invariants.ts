import { parseConversation } from '../../lib/domain/conversation.ts';
import type { ThreadRecord } from '../../lib/store/thread-record.ts';
import { attachedViolations } from './attached.ts';
import type { SeenPost } from './chat-side.ts';
import { isBeforeForgetting, isOfForgotten } from './forget.ts';
import type { House } from './house.ts';
import { livingViolations } from './living-invariants.ts';
import { mailViolations, tellsByMail } from './mail-invariants.ts';
import { GIVEN_UP } from './operator.ts';
import { pauseViolations } from './pause-invariants.ts';
import type { Accepted } from './records.ts';
import { acceptedBy, fateOf, hearersOf, isAsleep, ours, teamRoomsOf, twice } from './seen.ts';
import type { TeamWorld } from './team-world.ts';

/** What a history must never come to: each a sentence about what was seen. */
export function violationsOf(house: House): readonly string[] {
  return [
    ...house.queues.waiting.map(({ queue }) => `a message stays on ${queue}`),
    ...[...house.queues.dead].flatMap(([queue, { size }]) =>
      size > 0 ? [`I1: ${queue} has dead letters`] : [],
    ),
    ...died(house),
    ...house.office.faults.map((fault) => `I1: a mail that nobody should send: ${fault}`),
    ...house.worlds.flatMap((world) => [
      ...unfound(house, world),
      ...unheard(house, world),
      ...unfinished(house, world),
      ...toldTwice(house, world),
      ...pauseViolations(house, world),
      ...madeTwice(world),
      ...livingViolations(house, world),
      ...attachedViolations(house, world),
      ...strangers(house, world),
      ...mailViolations(house, world),
      ...tooMuch(house, world),
    ]),
  ];
}

/** What was said on the board, as far as an event tells of it. */
function saidIn(world: TeamWorld, { event }: Accepted): readonly string[] {
  if (event.kind !== 'change') return [];
  const comments = [event.change, ...(event.more ?? [])].filter(({ kind }) => kind === 'comment');
  return comments.flatMap((change) => world.board.commentOf(change) ?? []);
}

/** I1: what somebody said on the board has been heard of, unless a door has lost it, or it stands on a card that nobody was ever shown. */
function unfound(house: House, world: TeamWorld): readonly string[] {
  if (world.board.refused.length > 0) return [];
  const known = new Set(acceptedBy(house, world).flatMap((each) => saidIn(world, each)));
  const open = world.board
    .cards()
    .filter(({ id, view }) => view.state === 'open' && !house.records.old.has(id));
  const said = open.flatMap(({ id }) => world.board.saidOn(id));
  return said.filter((text) => !known.has(text)).map((text) => `I1: "${text}" was never heard of`);
}

/** I1: what somebody said on the board is told wherever the card was followed when that was first heard of, and still is. */
function unheard(house: House, world: TeamWorld): readonly string[] {
  const known = new Set<string>();
  return acceptedBy(house, world).flatMap((accepted) => {
    const { event, followers } = accepted;
    if (event.kind !== 'change' || isBeforeForgetting(world, event)) return [];
    const rooms = teamRoomsOf(world);
    const wanted = hearersOf(house, world, event.change.card).filter((each) =>
      [...followers, ...rooms].includes(each),
    );
    const news = saidIn(world, accepted).filter((text) => !known.has(text));
    for (const text of news) known.add(text);
    return news.flatMap((text) =>
      wanted
        .filter((conversation) => !world.chats.some((chat) => chat.tells(conversation, text)))
        .filter((conversation) => fateOf(world, conversation) !== 'gone')
        .filter((conversation) => !tellsByMail(house, world, conversation, text))
        .filter((conversation) => !isSummedUp(house, world, event.change.card, conversation))
        .map((conversation) => `I1: "${text}" is not told in ${conversation}`),
    );
  });
}

/** Where a room refused what was said, its number is told once it is woken. */
function isSummedUp(house: House, world: TeamWorld, card: string, conversation: string): boolean {
  const { room } = parseConversation(conversation);
  if (!world.chats.some(({ refusing }) => refusing.has(room))) return false;
  if (isAsleep(house, world, conversation)) return true;
  // A card that is gone says nothing more.
  if (!world.board.cards().some(({ id }) => id === card)) return true;
  const living = ours(world, 'card').filter((post) => post.conversation === conversation);
  const its = living.flatMap(({ id, thread }) => {
    const shown = house.records.living.get(`${world.id} ${id}`);
    const news = ours(world, 'news').filter((post) => post.thread === thread);
    return shown?.card === card ? [...shown.lasts, ...news.map(({ text }) => text)] : [];
  });
  return its.some((text) => /^Caught up: .*\bcomments?\b/m.test(text));
}

/** I1: every command has come to an end, and its person has heard of it. */
function unfinished(house: House, world: TeamWorld): readonly string[] {
  return acceptedBy(house, world).flatMap(({ event }) => {
    // What comes by an address that is good no more is nobody's.
    if (event.kind !== 'command' || world.dropped.has(event.connection)) return [];
    if (isOfForgotten(world, event)) return [];
    const receipt = house.table.items.get(`TEAM#${world.id}\nEVENT#${event.id}`);
    const said = JSON.stringify(event.input);
    if (receipt?.state !== 'done') return [`I1: ${said} has no end`];
    // A new card answers by itself, and so does what a click or a form did: it shows on the living message. A draft's form is open already.
    const outcome = String(receipt.outcome);
    const silent =
      ['done-create', 'done-draft'].includes(outcome) ||
      (event.input.by === 'form' && outcome === 'done-comment');
    if (silent || event.input.by === 'button') return [];
    // How mail is answered has rules of its own.
    if (event.mail || event.input.by === 'link') return [];
    return world.chats.some((chat) => chat.answered(event)) ? [] : [`I1: ${said} got no answer`];
  });
}

/** What was given up, a mail that could not be read once more either, and one that SES would not send. */
const mayDie = ['kills-its-run', GIVEN_UP, 'failed-again', 'mail-sandbox'];

/** I1: a change is good for every try: only a command that kills its runs may die, and what is given up does not stay so. */
function died(house: House): readonly string[] {
  const dead = [...house.table.items.values()].filter(({ sk }) => String(sk).startsWith('DEAD#'));
  const dies = ({ reason }: (typeof dead)[number]) => mayDie.includes(String(reason));
  return [
    ...dead
      .filter((each) => !dies(each))
      .map(({ queue, reason }) => `I1: a message of ${queue} died: ${reason}`),
    ...dead.flatMap(({ body, queue }) => (body ? [`I1: a message of ${queue} is not brought back`] : [])),
  ];
}

/** I2: nothing is posted twice for one showing, or said twice in one thread. */
function toldTwice(house: House, world: TeamWorld): readonly string[] {
  const all = ours(world);
  const standing = new Set(all.map(({ id }) => id));
  const posts = all.filter((post) => standing.has(post.thread) || !isOrphan(house, post));
  const marks = posts.map((post) => `${knownBy(post)} ${post.part} in ${post.conversation}`);
  const said = posts.flatMap(({ part, thread, text }) =>
    text
      .split('\n')
      .filter((line) => part === 'news' && line.startsWith('> ') && line.includes(world.sign))
      .map((line) => `${line} under ${thread}`),
  );
  return twice([...marks, ...said]).map((what) => `I2: twice: ${what}`);
}

/** Discord gives back no mark of an answer: it is known again by its text, so that one which says how a card is may come again when that has changed. */
function knownBy({ mark, part, conversation, text }: SeenPost): string {
  return part === 'answer' && conversation.startsWith('discord:') ? `${mark} (${text})` : mark;
}

/**
 * Whether people deleted the message under which something was said before a run that died could write it down: then nobody finds it, and it is said
 * once more under a new one. In Discord what stands in a message's thread outlives the message.
 */
function isOrphan({ table }: House, { part, thread }: SeenPost): boolean {
  const known = [...table.items.values()].map(({ state }) => (state as ThreadRecord['state'])?.thread);
  return part === 'news' && !known.includes(thread);
}

/** I2: no second card and no second comment for one command. Every text that people write is one of its kind. */
function madeTwice({ board }: TeamWorld): readonly string[] {
  // A number that became free with a deleted card may mean another card by the time a command is tried again.
  const cards = board.cards();
  const titles = cards.map(({ view }) => view.title?.replace(/^#\d+ /, '') ?? '');
  const comments = cards.flatMap(({ id }) => board.texts(id).comments);
  const all = [board.made().filter((each) => each !== ''), titles, comments];
  return all.flatMap(twice).map((what) => `I2: made twice: ${what}`);
}

/** I5: nothing of one team stands with another. */
function strangers(house: House, world: TeamWorld): readonly string[] {
  const all = JSON.stringify([
    world.board.everything(),
    world.chats.map((chat) => chat.everything()),
    world.mail?.posted().map(({ subject, text, html }) => [subject, text, html]),
  ]);
  const others = house.worlds.filter(({ id }) => id !== world.id);
  return others.filter(({ sign }) => all.includes(sign)).map(({ id }) => `I5: ${id} shows in ${world.id}`);
}

/** I6: no more is said than happened, and nothing of what the bridge itself did on the board. */
function tooMuch(house: House, world: TeamWorld): readonly string[] {
  const news = ours(world, 'news');
  const echoes = news.filter(({ text }) => /^Cardwire /m.test(text));
  // What goes along is told once it is on the card, which may be some time after the words.
  const telling = acceptedBy(house, world).map(({ event }) =>
    event.kind === 'command' && event.files?.length ? 2 : 1,
  );
  const events = telling.reduce((sum, each) => sum + each, 0);
  const threads = Map.groupBy(news, ({ thread }) => thread);
  return [
    ...echoes.map(({ text }) => `I6: an echo: ${text}`),
    ...[...threads].flatMap(([thread, said]) =>
      said.length > events ? [`I6: ${said.length} replies under ${thread} for ${events} events`] : [],
    ),
  ];
}
