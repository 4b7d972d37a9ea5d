import { beforeEach, expect, test } from '@jest/globals';
import { deliver } from '../../lib/dispatch/deliver.ts';
import { CardwireError, never } from '../../lib/domain/errors.ts';
import { looks, openShownRoom, type ShownRoom, said, thread } from './shown-room.ts';

/** Of what was gathered and refused at once, only what is at fault is given up, and that can be brought back. */

const refusal = new CardwireError('chat-too-long', never);
/** What is said of these, the chat refuses for good. */
let bad: Set<string>;
let room: ShownRoom;
beforeEach(async () => {
  bad = new Set();
  room = openShownRoom();
  const { chat } = room;
  const picky: typeof chat = {
    ...chat,
    deliver: async (showing, state) => {
      if (showing.news.some(({ id }) => bad.has(id))) throw refusal;
      return chat.deliver(showing, state);
    },
  };
  Object.assign(room.parts, { channel: async () => picky });
  await room.arrives({ happening: said('a') });
});
const told = () => room.showings.map(({ news }) => news.map(({ id }) => id));

/** These come in a burst, which ends. Gives what is queued then. */
async function burst(...ids: readonly string[]) {
  for (const [at, id] of ids.entries())
    await room.arrives({ happening: said(id), face: looks(2 + at, 'Doing') });
  room.clock.now += 10_000;
  const before = room.sent.length;
  await room.flushes();
  return room.sent.slice(before).flatMap((each) => (each.kind === 'delivery' ? [each] : []));
}

test('each of them is told by itself, at once, though another was told a moment ago', async () => {
  bad.add('c');
  const queued = await burst('b', 'c', 'd');
  expect(queued).toMatchObject(['b', 'c', 'd'].map((id) => ({ happening: { id }, loudness: 'reply' })));
  expect((await room.thread()).story.at(-1)).toMatchObject({ what: 'refused', code: 'chat-too-long' });
  const ends = [];
  for (const each of queued) ends.push(await deliver(room.parts, each).catch((error: unknown) => error));
  expect(ends).toEqual([undefined, refusal, undefined]);
  expect(told()).toEqual([['a'], ['b'], ['d']]);
  expect(room.showings.at(-1)?.face.column).toBe('Doing');
});

test('what was given up of them is told when it is brought back, once', async () => {
  bad.add('b');
  const [given] = await burst('b');
  if (!given) throw new Error('nothing is left of it');
  await expect(deliver(room.parts, given)).rejects.toBe(refusal);
  bad.clear();
  for (let times = 0; times < 2; times += 1) {
    await deliver(room.parts, { ...given, replayed: true });
    room.clock.now += 60_000;
  }
  expect(told()).toEqual([['a'], ['b']]);
});

test('so is what a run that died was telling; who found it comes after', async () => {
  bad.add('b');
  room.clock.now += 60_000;
  await room.store.threads.claim(
    thread,
    { happening: said('b'), loudness: 'reply' },
    looks(2),
    room.clock.now,
  );
  room.clock.now += 3_600_000;
  await expect(room.arrives({ happening: said('c') })).rejects.toMatchObject({ code: 'not-yet' });
  expect(room.sent).toMatchObject([{ kind: 'delivery', happening: { id: 'b' } }]);
  await room.arrives({ happening: said('c') });
  expect(told()).toEqual([['a'], ['c']]);
});

test('a card stays in the room of who opened it: the message is at fault', async () => {
  const owner = { connection: 'chat', person: 'u1', name: 'tom', conversation: thread.conversation };
  await room.store.cards.own(thread, owner, 1, { at: 1, what: 'done', event: 'e' });
  bad.add('b');
  room.clock.now += 60_000;
  await expect(room.arrives({ happening: said('b') })).rejects.toBe(refusal);
  expect(room.sent).toEqual([]);
});
