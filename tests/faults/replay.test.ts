import { expect, test } from '@jest/globals';
import { replay } from '../../lib/queue/replay.ts';
import type { Dead } from '../../lib/store/dead.ts';
import { openSecret, type SealedSecret, sealSecret } from '../../lib/teams/secrets.ts';
import type { ChangeEvent } from '../../schemas/event.ts';
import { queueUrl, sqsThrough } from '../histories/fifo.ts';
import { calm, type House, openHouse } from '../histories/house.ts';
import { linkOfPost, markOf, viewOfPost } from '../histories/mattermost-views.ts';
import { firstRelease, keysOf } from '../histories/release.ts';
import type { SimCard } from '../sims/wekan/world.ts';

const keys = keysOf(firstRelease, 'stored-secrets');
const CARDS = 10;
const EACH = 50;

test('21 replay of 500 dead letters after a fix: bounded rate, order kept per card, what is stale summed up', async () => {
  const house = await openHouse();
  const { boardWorld } = house.worlds[0];
  for (let count = 0; count < CARDS; count += 1) {
    await house.hands[0].chat('tom').command('square', `/card §OPS pump ${count}`);
    await rest(house);
  }
  const cards = boardWorld.cards.slice(1);
  // Half of what happened to each card never got through; then something newer did, on every other card.
  const began = house.clock.now;
  house.clock.advanceTo(began + 3_600_000);
  for (const [at, card] of cards.entries()) {
    for (let count = 0; count < EACH; count += 1)
      await buryOne(house, card, { at, count, when: began + count });
    if (at % 2 === 0) await house.hands[0].board('ann').comment(card._id, `§OPS newest ${at}`);
  }
  await rest(house);
  const before = cards.map((card) => newsOf(house, card));
  const dead = await house.store.graveyard.list('ops');
  expect(dead).toHaveLength(CARDS * EACH);

  const pauses: number[] = [];
  const order: string[] = [];
  const parts = {
    ...{ graveyard: house.store.graveyard, receipts: house.store.receipts },
    sqs: sqsThrough(firstRelease, async (command) => house.queues.execute(command)),
    queueUrl: async (name: string) => queueUrl(name.replace('.fifo', '')),
    open: ({ team, body }: Dead) => openSecret(body as SealedSecret, { team, field: 'dead' }, keys),
    pause: async (ms: number) => void pauses.push(ms),
  };
  await replay(parts, dead, 20, ({ id }, fate) => void order.push(`${fate} ${id}`));
  expect(pauses).toEqual(Array(CARDS * EACH).fill(50));
  expect(order).toEqual(dead.map(({ id }) => `raised ${id}`));
  await rest(house);
  expect(await house.store.graveyard.list('ops')).toEqual([]);

  for (const [at, card] of cards.entries()) {
    const rooms = newsOf(house, card);
    for (const [room, told] of rooms.entries()) {
      const news = told.slice(before[at]?.[room]?.length);
      const quoted = [...news.join('\n').matchAll(/§OPS dead \d+\.(\d+) end/g)].map(([, count]) =>
        Number(count),
      );
      expect(quoted.at(-1)).toBe(EACH - 1);
      expect(quoted).toEqual(quoted.toSorted((one, other) => one - other));
      expect(new Set(quoted).size).toBe(quoted.length);
      // Where newer things have been shown it is all old; elsewhere the first of it is news, after which the rest is old too.
      const [first, ...later] = news.map((text) => text.startsWith('Caught up'));
      expect({ at, first, later }).toEqual({ at, first: at % 2 === 0, later: later.map(() => true) });
      expect(news.length).toBeLessThanOrEqual(3);
      expect(quoted.length).toBeLessThan(EACH / 4);
    }
    for (const post of livingOf(house, card))
      expect(viewOfPost(post)).toEqual(house.worlds[0].board.viewOf(card));
  }

  const all = cards.map((card) => newsOf(house, card));
  await replay(parts, dead, 20, () => undefined);
  await rest(house);
  expect(cards.map((card) => newsOf(house, card))).toEqual(all);
}, 240_000);

/** Slice by slice: a house plays only so many steps at once. */
async function rest(house: House): Promise<void> {
  do await house.play(calm, house.clock.now + 5_000);
  while (house.queues.waiting.length > 0);
  house.clock.advanceTo(house.clock.now + 60_000);
}

/** A change that the board told of and that died: a move, or something said. */
async function buryOne(
  house: House,
  card: SimCard,
  { at, count, when }: { readonly at: number; readonly count: number; readonly when: number },
): Promise<void> {
  // A move comes first: it looks at the card and finds nothing new, so that nobody has seen anything newer yet.
  const comment = count % 2 === 1 ? `dead${at}x${count}` : undefined;
  if (comment) {
    const { boardWorld } = house.worlds[0];
    const userId = boardWorld.users.find(({ username }) => username === 'ann')?._id ?? '';
    const place = { boardId: card.boardId, cardId: card._id };
    const said = { text: `§OPS dead ${at}.${count} end`, userId, createdAt: new Date(when).toISOString() };
    boardWorld.comments.push({ _id: comment, ...place, ...said });
  }
  const event: ChangeEvent = {
    ...{ v: 1, id: `dead:${at}:${count}`, at: when, team: 'ops', connection: 'main', generation: 1 },
    kind: 'change',
    change: {
      card: card._id,
      ...(comment ? { kind: 'comment', step: 'added', comment } : { kind: 'move' }),
      actor: { username: 'ann' },
    },
  };
  await house.store.graveyard.bury({
    ...{ team: 'ops', id: `dead-${at}-${count}`, reason: 'wekan-sign-in-refused', queue: 'events.fifo' },
    ...{ group: `card ${at}`, at: when },
    body: sealSecret(JSON.stringify(event), { team: 'ops', field: 'dead' }, keys),
  });
}

function livingOf(house: House, card: SimCard) {
  const posts = [...house.worlds[0].chat.posts.values()];
  return posts.filter((post) => markOf(post)?.part === 'card' && linkOfPost(post)?.endsWith(card._id));
}

/** What was said under each living message of a card. */
function newsOf(house: House, card: SimCard): string[][] {
  return livingOf(house, card).map(({ id }) =>
    house.worlds[0].chat.replies(id).map(({ message }) => message),
  );
}
