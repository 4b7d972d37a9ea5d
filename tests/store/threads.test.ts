import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { LEASE_MS } from '../../lib/store/lease.ts';
import { type Telling, toldId } from '../../lib/store/thread-record.ts';
import { createThreads, type ThreadKey, type Threads } from '../../lib/store/threads.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let threads: Threads;
let key: ThreadKey;
let count = 0;
beforeAll(async () => {
  opened = await openTable();
  threads = createThreads(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());
beforeEach(() => {
  count += 1;
  key = { team: 'ops', board: 'main', card: `card${count}` as CardId, conversation: 'mattermost:chat:room:' };
});

const face: CardFace = {
  id: 'card',
  title: 'Pump',
  column: 'To Do',
  people: [],
  labels: [],
  url: 'https://board.example.org/c',
  state: 'open',
  revision: 1,
  answered: 2,
};
const asked = (revision: number): CardFace => ({ ...face, revision, answered: revision + 1 });
const telling = (id: string): Telling => ({ happening: { id, kind: 'move', at: 1 }, loudness: 'reply' });
const state = { message: 'post', thread: 'post' };
const shown = (before: Awaited<ReturnType<Threads['claim']>>, revision = 1) => ({
  before: before || raise(),
  state,
  face: asked(revision),
  last: undefined,
  line: { at: opened.clock.now, what: 'shown', event: 'e' },
});
const quiet = () => opened.clock.now - 10_000;

function raise(): never {
  throw new Error('the claim was refused');
}

describe('a thread', () => {
  test('is claimed by one run, remembers what it told, and is not claimed for that again', async () => {
    const claims = await Promise.all([
      threads.claim(key, telling('a'), face, quiet()),
      threads.claim(key, telling('a'), face, quiet()),
    ]);
    const won = claims.filter((claim) => claim !== false);
    expect(won).toHaveLength(1);
    await threads.complete(key, shown(won[0] ?? false));
    expect(await threads.get(key)).toMatchObject({
      state,
      shown: face,
      told: [toldId('a')],
      telling: [],
      pending: [],
    });
    opened.clock.now += 60_000;
    expect(await threads.claim(key, telling('a'), face, quiet())).toBe(false);
    expect(await threads.claim(key, telling('b'), face, quiet())).not.toBe(false);
  });

  test('gathers a burst and tells it at one time', async () => {
    await threads.complete(key, shown(await threads.claim(key, telling('a'), face, quiet())));
    const flushAt = opened.clock.now + 10_000;
    expect(await threads.claim(key, telling('b'), face, quiet())).toBe(false);
    const gathering = { due: flushAt, begins: 'b' };
    expect(await threads.gather(key, telling('b'), asked(5), flushAt)).toEqual(gathering);
    opened.clock.now += 1000;
    expect(await threads.gather(key, telling('c'), asked(8), flushAt + 1000)).toEqual(gathering);
    const claimed = (await threads.claimPending(key)) || raise();
    expect(claimed.telling.map(({ happening }) => happening.id)).toEqual(['b', 'c']);
    expect(claimed.next).toEqual(asked(8));
    await threads.complete(key, shown(claimed, 8));
    expect(await threads.get(key)).toMatchObject({
      told: ['a', 'b', 'c'].map(toldId),
      pending: [],
      telling: [],
    });
  });

  test('keeps what is gathered while another run is showing, with its face', async () => {
    const first = await threads.claim(key, telling('a'), face, quiet());
    await threads.gather(key, telling('b'), asked(7), opened.clock.now + 1);
    await threads.complete(key, shown(first));
    const later = await threads.get(key);
    expect(later).toMatchObject({ told: [toldId('a')], next: { revision: 7 } });
    expect(later?.pending).toHaveLength(1);
  });

  test.each([3, 5, 6])('knows when what it gathers is not newer for certain: asked for at %i', async (at) => {
    await threads.complete(key, shown(await threads.claim(key, telling('a'), face, quiet())));
    await threads.gather(key, telling('b'), asked(5), opened.clock.now);
    await threads.gather(key, telling('c'), asked(at), opened.clock.now);
    const claimed = (await threads.claimPending(key)) || raise();
    expect(claimed.next).toEqual({ ...asked(5), crossed: true });
    expect(claimed.telling.map(({ happening }) => happening.id)).toEqual(['b', 'c']);
    await threads.complete(key, shown(claimed, 9));
    expect((await threads.get(key))?.next).toBeUndefined();
  });

  test('keeps the newest look while no message stands, and knows when nobody can tell which that is', async () => {
    await threads.note(key, asked(3));
    await threads.note(key, asked(5));
    expect((await threads.get(key))?.noted).toEqual(asked(5));
    await threads.note(key, asked(4));
    expect((await threads.get(key))?.noted).toEqual({ ...asked(5), crossed: true });
    await threads.note(key, asked(7));
    expect((await threads.get(key))?.noted).toEqual(asked(7));
    await threads.complete(key, shown(await threads.claim(key, telling('a'), face, quiet())));
    await threads.note(key, asked(9));
    expect((await threads.get(key))?.noted).toBeUndefined();
  });

  test('takes down that a card still looks so, unless something else is shown or told by then', async () => {
    await threads.complete(key, shown(await threads.claim(key, telling('a'), face, quiet())));
    expect(await threads.keep(key, face, asked(4))).toBe(true);
    expect((await threads.get(key))?.shown).toEqual(asked(4));
    expect(await threads.keep(key, face, asked(6))).toBe(false);
    await threads.gather(key, telling('b'), asked(8), opened.clock.now);
    expect(await threads.keep(key, asked(4), asked(6))).toBe(false);
    await threads.claimPending(key);
    expect(await threads.keep(key, asked(4), asked(6))).toBe(false);
    expect((await threads.get(key))?.shown).toEqual(asked(4));
  });

  test('that a dead run left is taken over whole, after its lease and not before', async () => {
    await threads.claim(key, telling('a'), face, quiet());
    expect(await threads.claimLeftover(key)).toBe(false);
    opened.clock.now += LEASE_MS + 1;
    expect(await threads.claim(key, telling('b'), face, quiet())).toBe(false);
    expect(await threads.claimLeftover(key)).toMatchObject({ telling: [telling('a')], next: face });
  });

  test('that a failed try gave back is taken over at once', async () => {
    const claimed = (await threads.claim(key, telling('a'), face, quiet())) || raise();
    await threads.release(key, claimed, {
      at: 1,
      what: 'failed',
      event: 'a',
      code: 'mattermost-unavailable',
    });
    expect(await threads.claimLeftover(key)).toMatchObject({ telling: [telling('a')] });
  });

  test('does not grow with the tries of a chat that is away for days', async () => {
    let claimed = (await threads.claim(key, telling('a'), face, quiet())) || raise();
    for (let at = 0; at < 30; at += 1) {
      await threads.release(key, claimed, { at, what: 'failed', event: 'a' });
      claimed = (await threads.claimLeftover(key)) || raise();
    }
    const story = (await threads.get(key))?.story ?? [];
    expect(story.length).toBeLessThanOrEqual(5);
    expect(story.at(-1)?.at).toBe(29);
  });

  test('quiet for longer than it is kept loses nothing that comes then', async () => {
    await threads.complete(key, shown(await threads.claim(key, telling('a'), face, quiet())));
    opened.clock.now += 401 * 86_400_000;
    expect(await threads.get(key)).toBeUndefined();
    await threads.gather(key, telling('b'), face, opened.clock.now);
    expect(await threads.claimPending(key)).toMatchObject({ telling: [telling('b')] });
    opened.clock.now += 401 * 86_400_000;
    await threads.claim({ ...key, conversation: 'mattermost:chat:other:' }, telling('c'), face, quiet());
    const items = await opened.table.query(`CARD#ops#main#${key.card}`, 'THREAD#', 10);
    expect(items.map(({ expires }) => typeof expires)).toEqual(['number']);
  });

  test('is found with its card', async () => {
    await threads.claim(key, telling('a'), face, quiet());
    expect(await threads.ofCard(key)).toMatchObject([{ conversation: key.conversation }]);
  });
});
