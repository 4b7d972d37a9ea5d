import { displayNameOf } from '../../lib/teams/people.ts';
import type { Team, WekanConnection } from '../../lib/teams/team.ts';
import { type Activity, payloadOf, recommendedAttributes } from '../sims/wekan/payload.ts';
import { createPerson, type SimPerson } from '../sims/wekan/person.ts';
import { addCard, seed } from '../sims/wekan/seed.ts';
import { emptyWorld, type SimCard, type World } from '../sims/wekan/world.ts';
import { type BoardHand, type BoardSide, straight, type Travel } from './board-side.ts';
import type { Clock } from './clock.ts';
import { wekanFar } from './far-sides.ts';
import type { View } from './views.ts';
import type { Carrier } from './webhooks.ts';

/** How long a board takes to store what it has told already (wekan.md A1.6). Milliseconds. */
const STORING_MS = 400;

/** What a team's board needs to know of its surroundings. */
export interface BoardPlace {
  readonly host: string;
  /** Stands in every text of the team. */
  readonly sign: string;
  readonly clock: Clock;
  readonly carrier: Carrier;
  /** Epoch milliseconds, by the board's own clock. */
  readonly now: () => number;
  /** Where its webhooks go at this moment, and what they prove themselves with. */
  readonly webhook: () => { readonly path: string; readonly secret: string };
  readonly team: () => Team;
}

export interface WekanSide extends BoardSide {
  readonly connection: WekanConnection;
  readonly world: World;
  viewOf(card: SimCard): View;
  /** The fake's own hands, which can do more than all boards can. */
  hand(name: string, travel?: Travel): SimPerson;
}

/** A Wekan board with one old card. `ids`: its webhooks tell the ids of activities (`WEBHOOKS_ATTRIBUTES`), or they come as Wekan does. */
export function openWekanSide(place: BoardPlace, ids: boolean): WekanSide {
  const world = emptyWorld(place.now);
  const board = seed(world);
  const lists = world.lists.filter(({ boardId }) => boardId === board._id);
  const columns = lists.map(({ title }) => title);
  const intake = lists[0]?._id ?? '';
  const at = { boardId: board._id, listId: intake };
  addCard(world, at, { _id: 'theSameCardOfBoth', title: `${place.sign} old card`, userId: 'somebody' });
  const self = world.users.find(({ username }) => username === 'cardwire');
  const bob = world.users.find(({ username }) => username === 'bob')?._id ?? '';
  const urgent = board.labels[0]?._id ?? '';
  const attributes = ids ? recommendedAttributes : undefined;

  const cardOf = (id: string) => world.cards.find(({ _id }) => _id === id);
  const commentsOf = (id: string) => world.comments.filter(({ cardId }) => cardId === id);

  const fire = (travel: Travel) => (activity: Activity) => {
    const { path, secret } = place.webhook();
    const body = JSON.stringify(payloadOf(world, activity, { old: false, attributes }));
    const card = activity.card?._id ?? '';
    return place.carrier.carry({ card, path, headers: { 'x-wekan-token': secret }, body }, travel);
  };
  const hand = (name: string, travel: Travel = straight) =>
    createPerson(world, { fire: fire(travel) }, name, STORING_MS, place.clock.sleep);

  function viewOf(card: SimCard): View {
    const people = card.assignees.map((id) => {
      const username = world.users.find(({ _id }) => _id === id)?.username ?? '';
      return displayNameOf(place.team(), 'wekan', username);
    });
    const labels = card.labelIds.map((id) => board.labels.find(({ _id }) => _id === id)?.name ?? '');
    return {
      state: card.archived ? 'archived' : 'open',
      title: `#${card.cardNumber} ${card.title}`,
      column: lists.find(({ _id }) => _id === card.listId)?.title ?? '?',
      people: people.join(', '),
      labels: labels.join(', '),
    };
  }

  return {
    connection: {
      ...{ product: 'wekan', id: 'main', generation: 1, url: `http://${place.host}`, private: true },
      ...{ user: 'cardwire', password: self?.password ?? '', self: self?._id ?? '', board: board._id },
      ...{ intake, done: lists.at(-1)?._id ?? '' },
    },
    ...{
      world,
      columns,
      viewOf,
      hand,
      refused: place.carrier.refused,
      lost: place.carrier.lost,
      found: place.carrier.found,
    },
    far: wekanFar(place.host, world),
    cards: () => world.cards.map((card) => ({ id: card._id, number: card.cardNumber, view: viewOf(card) })),
    idOf: (link) => link.split('/').at(-1) ?? '',
    isAssigned: (id) => cardOf(id)?.assignees.includes(bob) ?? false,
    texts: (id) => ({
      description: unmarked(cardOf(id)?.description ?? ''),
      comments: commentsOf(id).map(({ text }) => unmarked(text)),
    }),
    fileName: (given) => given,
    filesOn: (id) => world.files.flatMap(({ cardId, name }) => (cardId === id ? [name] : [])),
    saidOn: (id) => commentsOf(id).flatMap(({ userId, text }) => (userId === self?._id ? [] : [text])),
    commentOf: ({ comment, card, actor }) => {
      const found = world.comments.find(({ _id }) => _id === comment);
      return cardOf(card) && actor?.username !== 'cardwire' ? found?.text : undefined;
    },
    made: () => {
      const there = new Set(world.cards.map(({ _id }) => _id));
      const comments = world.comments.filter(({ cardId }) => there.has(cardId)).map(({ text }) => text);
      return [...world.cards.map(({ description }) => markIn(description)), ...comments];
    },
    everything: () => [world.cards, world.comments],
    person: (name, travel) => handOf(hand(name, travel)),
  };

  function handOf(person: SimPerson): BoardHand {
    const card = (id: string) => cardOf(id) ?? world.cards[0];
    return {
      create: (title, column) => person.createCard({ title, column: columns[column] ?? '' }),
      move: (id, column) => person.moveCard(id, columns[column] ?? ''),
      comment: person.comment,
      rename: person.rename,
      assign: (id) =>
        card(id)?.assignees.includes(bob) ? person.unassign(id, 'bob') : person.assign(id, 'bob'),
      label: (id) =>
        card(id)?.labelIds.includes(urgent) ? person.unlabel(id, 'urgent') : person.label(id, 'urgent'),
      archive: (id) => (card(id)?.archived ? person.restore(id) : person.archive(id)),
      attach: person.attachment,
      remove: person.delete,
    };
  }
}

/** The bridge's mark at the end of a text; empty where there is none. */
function markIn(text: string): string {
  return /cw-[\w-]+$/.exec(text)?.[0] ?? '';
}

/** A text with a mark that is the same each time. */
export function unmarked(text: string): string {
  return text.replace(/cw-[\w-]+$/, 'cw');
}
