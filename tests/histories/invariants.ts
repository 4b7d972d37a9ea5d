import { parseConversation } from '../../lib/domain/conversation.ts';
import type { SimPost } from '../sims/mattermost/model.ts';
import type { House } from './house.ts';
import type { Accepted } from './records.ts';
import type { TeamWorld } from './team-world.ts';
import { markOf, type View, viewOfCard, viewOfPost } from './views.ts';

/** What a history must never come to: each a sentence about what was seen. */
export function violationsOf(house: House): readonly string[] {
  return [
    ...house.queues.waiting.map(({ queue }) => `a message stays on ${queue}`),
    ...house.worlds.flatMap((world) => [
      ...unheard(house, world),
      ...unfinished(house, world),
      ...toldTwice(house, world),
      ...madeTwice(world),
      ...goneBack(house, world),
      ...notAsTheBoard(house, world),
      ...strangers(house, world),
      ...tooMuch(house, world),
    ]),
  ];
}

/** The bridge's own posts that people see. */
function ours({ chat }: TeamWorld, part?: string): readonly SimPost[] {
  const posts = [...chat.posts.values()].filter(({ delete_at }) => delete_at === 0);
  return posts.filter((post) => (part === undefined ? markOf(post) : markOf(post)?.part === part));
}

function acceptedBy(house: House, world: TeamWorld): readonly Accepted[] {
  return house.records.accepted.filter(({ event }) => event.team === world.id);
}

/** I1: what somebody said on the board is told wherever the card was followed then and still is. */
function unheard(house: House, world: TeamWorld): readonly string[] {
  return acceptedBy(house, world).flatMap(({ event, followers }) => {
    if (event.kind !== 'change' || event.change.kind !== 'comment') return [];
    const { card, comment: id, actor } = event.change;
    const comment = world.boardWorld.comments.find(({ _id }) => _id === id);
    const gone = !world.boardWorld.cards.some(({ _id }) => _id === card);
    if (!comment || gone || actor?.username === 'cardwire') return [];
    const still = house.records.followersOf(world.id, card).filter((each) => followers.includes(each));
    const wanted = [...still, 'mattermost:chat:idofteam:'];
    return wanted
      .filter((conversation) => {
        const { room, thread } = parseConversation(conversation);
        return !ours(world, 'news').some(
          ({ channel_id, root_id, message }) =>
            channel_id === room && (thread === '' || thread === root_id) && message.includes(comment.text),
        );
      })
      .map((conversation) => `I1: "${comment.text}" is not told in ${conversation}`);
  });
}

/** I1: every command has come to an end, and its person has heard of it. */
function unfinished(house: House, world: TeamWorld): readonly string[] {
  return acceptedBy(house, world).flatMap(({ event }) => {
    if (event.kind !== 'command') return [];
    const receipt = house.table.items.get(`TEAM#${world.id}\nEVENT#${event.id}`);
    const said = JSON.stringify(event.input);
    if (receipt?.state !== 'done') return buried(house, event.id) ? [] : [`I1: ${said} has no end`];
    // A new card answers by itself, and so does what a click does.
    if (receipt.outcome === 'done-create' || event.input.by !== 'text') return [];
    const hook = /\w+$/.exec(event.reply.url ?? '')?.[0] ?? '';
    const heard = (world.chat.responseUrls.get(hook)?.uses ?? 0) > 0 || directAnswers(world).length > 0;
    return heard ? [] : [`I1: ${said} got no answer`];
  });
}

function buried(house: House, event: string): boolean {
  const message = house.queues.taken.find(({ body }) => body.includes(`"id":"${event}"`));
  return [...house.table.items.values()].some(({ sk }) => String(sk).endsWith(`#${message?.id}`));
}

function directAnswers(world: TeamWorld): readonly SimPost[] {
  return ours(world, 'answer');
}

/** I2: nothing is posted twice for one showing, said twice in one thread, or shown by two living messages. */
function toldTwice(house: House, world: TeamWorld): readonly string[] {
  const marks = ours(world).map((post) => `${markOf(post)?.id} ${markOf(post)?.part} in ${post.channel_id}`);
  const said = ours(world, 'news').flatMap(({ root_id, message }) =>
    message
      .split('\n')
      .filter((line) => line.startsWith('> '))
      .map((line) => `${line} under ${root_id}`),
  );
  const living = ours(world, 'card').map((post) => {
    const card = house.records.living.get(`${world.id} ${post.id}`)?.card;
    return `a living message of ${card} in ${post.channel_id} ${post.root_id}`;
  });
  return twice([...marks, ...said, ...living]).map((what) => `I2: twice: ${what}`);
}

/** I2: no second card and no second comment for one command. Every text that people write is one of its kind. */
function madeTwice({ boardWorld }: TeamWorld): readonly string[] {
  const cards = boardWorld.cards.map(({ description }) => /cw-[\w-]+$/.exec(description)?.[0] ?? '');
  const there = new Set(boardWorld.cards.map(({ _id }) => _id));
  // A number that became free with a deleted card may mean another card by the time a command is tried again.
  const comments = boardWorld.comments.filter(({ cardId }) => there.has(cardId)).map(({ text }) => text);
  return twice([...cards, ...comments].filter((each) => each !== '')).map(
    (what) => `I2: made twice: ${what}`,
  );
}

/** I3: what a living message shows was true once, in the order in which it was shown. */
function goneBack(house: House, world: TeamWorld): readonly string[] {
  return [...house.records.living].flatMap(([key, { card, shown }]) => {
    if (!key.startsWith(`${world.id} `)) return [];
    const looks = house.records.looks.get(`${world.id} ${card}`) ?? [];
    let at = 0;
    for (const view of shown) {
      const next = looks.findIndex((look, index) => index >= at && same(look, view));
      if (next < 0) return [`I3: ${world.id} ${card} is shown as it was before: ${JSON.stringify(view)}`];
      at = next;
    }
    return [];
  });
}

/** I4: where a card is still followed, its living message is as the board. */
function notAsTheBoard(house: House, world: TeamWorld): readonly string[] {
  return ours(world, 'card').flatMap((post) => {
    const card = house.records.living.get(`${world.id} ${post.id}`)?.card ?? '';
    const hears = [...house.records.followersOf(world.id, card), 'mattermost:chat:idofteam:'];
    if (!hears.includes(`mattermost:chat:${post.channel_id}:${post.root_id}`)) return [];
    const onBoard = world.boardWorld.cards.find(({ _id }) => _id === card);
    // Nobody will ever say that it is gone.
    if (!onBoard && house.hands.some(({ refused }) => refused.some((each) => each.card === card))) return [];
    const look = viewOfCard(world, onBoard);
    const view = viewOfPost(post);
    if (same(look, view)) return [];
    return [
      `I4: ${JSON.stringify(view)} is shown in ${post.channel_id}, the board has ${JSON.stringify(look)}`,
    ];
  });
}

/** I5: nothing of one team stands with another. */
function strangers(house: House, world: TeamWorld): readonly string[] {
  const all = JSON.stringify([
    [...world.chat.posts.values()],
    world.chat.ephemerals,
    world.boardWorld.cards,
    world.boardWorld.comments,
  ]);
  const others = house.worlds.filter(({ id }) => id !== world.id);
  return others.filter(({ sign }) => all.includes(sign)).map(({ id }) => `I5: ${id} shows in ${world.id}`);
}

/** I6: no more is said than happened, and nothing of what the bridge itself did on the board. */
function tooMuch(house: House, world: TeamWorld): readonly string[] {
  const news = ours(world, 'news');
  const echoes = news.filter(({ message }) => /^Cardwire /m.test(message));
  const events = acceptedBy(house, world).length;
  const rooms = Map.groupBy(news, ({ root_id }) => root_id);
  return [
    ...echoes.map(({ message }) => `I6: an echo: ${message}`),
    ...[...rooms].flatMap(([root, said]) =>
      said.length > events ? [`I6: ${said.length} replies under ${root} for ${events} events`] : [],
    ),
  ];
}

function same(one: View, other: View): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function twice(all: readonly string[]): readonly string[] {
  return [...new Set(all.filter((each, index) => all.indexOf(each) !== index))];
}
