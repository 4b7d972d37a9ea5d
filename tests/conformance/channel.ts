import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Showing } from '../../lib/channels/channel.ts';
import type { Happening } from '../../schemas/delivery.ts';
import type { ChannelWorld } from './channel-world.ts';

const move: Happening = { id: 'h1', kind: 'move', who: 'eva', from: 'To Do', to: 'Doing', at: 1 };
const comment: Happening = { id: 'h2', kind: 'comment', step: 'added', who: 'eva', comment: 'Done!', at: 2 };

const removal: Happening = { id: 'h3', kind: 'delete', who: 'eva', at: 3 };

const mattermostMentions = {
  text: '@channel @here @all ~town-square <!channel> &#64;all &commat;here',
  never: /@(channel|here|all)|~town|<!/,
};

/**
 * What every channel must do, whatever it is: against its fake, and against the real server where an address is given. Texts are
 * expected in English.
 */
export function channelConformance(name: string, makeWorld: () => Promise<ChannelWorld>): void {
  describe(`channel conformance: ${name}`, () => {
    let world: ChannelWorld;
    let count = 0;
    const run = Date.now().toString(36);

    beforeEach(async () => {
      world = await makeWorld();
    });
    afterEach(() => world.stop());

    function showing(more: Partial<Showing> = {}, face: Partial<Showing['face']> = {}): Showing {
      count += 1;
      return {
        id: `showing-${run}-${count}`,
        conversation: world.conversation,
        board: 'board',
        face: {
          ...{ id: `card-${run}`, ref: '#42', title: 'Fix the pump', column: 'To Do', people: ['tom'] },
          ...{ labels: [], url: 'https://board.example.org/c/42', state: 'open', revision: count },
          ...face,
        },
        columns: [
          { id: 'todo', name: 'To Do' },
          { id: 'doing', name: 'Doing' },
        ],
        news: [],
        edit: true,
        ...more,
      };
    }

    test('posts one living message that tells what the card is', async () => {
      const state = await world.channel.deliver(showing(), undefined);
      const [message, ...rest] = await world.messages(world.room);
      expect(rest).toEqual([]);
      expect(message).toMatchObject({ id: state.message, under: '' });
      for (const part of ['#42', 'Fix the pump', 'To Do', 'tom', 'https://board.example.org/c/42']) {
        expect(message?.text).toContain(part);
      }
      if (world.channel.can.forms) expect(message?.buttons).toBeGreaterThan(0);
    });

    test('edits it in place, and says the news once under it', async () => {
      const first = await world.channel.deliver(showing(), undefined);
      const next = showing({ news: [move, comment], last: comment }, { column: 'Doing' });
      const second = await world.channel.deliver(next, first);
      const [message, reply, ...rest] = await world.messages(world.room);
      expect(rest).toEqual([]);
      // What cannot be edited says in the next message how things stand now.
      expect(second).toEqual({ ...first, message: world.channel.can.edits ? first.message : reply?.id });
      expect((world.channel.can.edits ? message : reply)?.text).toContain('Doing');
      expect(reply?.under).toBe(world.channel.can.threads ? first.thread : '');
      expect(reply?.text).toContain('eva');
      expect(reply?.text).toContain('Done!');
    });

    test('leaves the living message alone when it shows all there is', async () => {
      const first = await world.channel.deliver(showing(), undefined);
      await world.channel.deliver(showing({ edit: false, news: [comment] }, { title: 'Never shown' }), first);
      const messages = await world.messages(world.room);
      expect(messages).toHaveLength(2);
      expect(messages[0]?.text).not.toContain('Never shown');
    });

    test('stays in the thread it was called in, also with what follows', async () => {
      const { conversation, first } = await world.thread();
      const state = await world.channel.deliver(showing({ conversation }), undefined);
      await world.channel.deliver(showing({ conversation, news: [move] }), state);
      const messages = await world.messages(world.room);
      expect(messages.map(({ under }) => under)).toEqual([first, first]);
    });

    test('finds what a run that died has posted, instead of posting it twice', async () => {
      const lookSince = new Date();
      const first = showing({ news: [comment] });
      const state = await world.channel.deliver(first, undefined);
      const again = await world.channel.deliver({ ...first, lookSince }, undefined);
      expect(again).toEqual(state);
      const next = showing({ news: [move] }, { column: 'Doing' });
      await world.channel.deliver(next, state);
      await world.channel.deliver({ ...next, lookSince }, state);
      // Without edits a first message is no living one: it says its news itself.
      expect(await world.messages(world.room)).toHaveLength(world.channel.can.edits ? 3 : 2);
    });

    test('posts what died before it had posted anything', async () => {
      const state = await world.channel.deliver(showing({ lookSince: new Date() }), undefined);
      expect((await world.messages(world.room)).map(({ id }) => id)).toEqual([state.message]);
    });

    test('posts anew when people have deleted the living message', async () => {
      const state = await world.channel.deliver(showing(), undefined);
      await world.remove(state.message);
      const anew = await world.channel.deliver(showing({ news: [move] }, { column: 'Doing' }), state);
      expect(anew.message).not.toBe(state.message);
      const messages = await world.messages(world.room);
      const { edits } = world.channel.can;
      expect(messages.map(({ id, under }) => under || id)).toEqual(
        edits ? [anew.message, anew.message] : [state.thread],
      );
      const last = await world.channel.deliver(showing({ edit: false, news: [comment] }), anew);
      expect(edits ? last : last.thread).toEqual(edits ? anew : state.thread);
    });

    test('says news where the thread was deleted meanwhile', async () => {
      const state = await world.channel.deliver(showing(), undefined);
      await world.remove(state.message);
      const anew = await world.channel.deliver(showing({ edit: false, news: [comment] }), state);
      expect(anew.message).not.toBe(state.message);
      expect(await world.messages(world.room)).toHaveLength(world.channel.can.edits ? 2 : 1);
    });

    test('goes on in the room when the thread it was called in is gone', async () => {
      const { conversation, first } = await world.thread();
      await world.remove(first);
      const state = await world.channel.deliver(showing({ conversation }), undefined);
      expect((await world.messages(world.room)).map(({ id }) => id)).toEqual([state.message]);
    });

    test('a deleted card stays to be seen, without buttons', async () => {
      const state = await world.channel.deliver(showing(), undefined);
      const { edits } = world.channel.can;
      await world.channel.deliver(showing({ news: edits ? [] : [removal] }, { state: 'deleted' }), state);
      const messages = await world.messages(world.room);
      expect(messages).toHaveLength(edits ? 1 : 2);
      const message = messages.at(-1);
      expect(message?.text).toContain('Fix the pump');
      expect(message?.text).toContain('deleted');
      expect(message?.buttons).toBe(0);
    });

    test('pings nobody, whatever people write', async () => {
      const { text: hostile, never } = world.hostile ?? mattermostMentions;
      const face = { title: hostile, column: hostile, people: [hostile], labels: [hostile], owner: hostile };
      const said = { ...comment, who: '@all', comment: hostile };
      const before = await world.pings?.();
      await world.channel.deliver(showing({ news: [said], last: said }, face), undefined);
      for (const { text } of await world.messages(world.room)) {
        expect(text).toContain('here');
        expect(text).not.toMatch(never);
      }
      expect(await world.pings?.()).toBe(before);
    });

    test('shows a card whose texts have no end, on a board of two hundred columns', async () => {
      const long = '<R&D> 😀 '.repeat(2_000);
      const face = { title: long, column: long, people: [long, long], labels: [long], owner: long };
      const columns = Array.from({ length: 200 }, (_, at) => ({ id: `column-${at}`, name: `Column ${at}` }));
      const last = { ...comment, who: long, comment: long };
      const state = await world.channel.deliver(showing({ columns, last }, face), undefined);
      expect(await world.channel.deliver(showing({ columns, last }, face), state)).toEqual(state);
      expect((await world.messages(world.room)).map(({ id }) => id)).toEqual([state.message]);
    });

    test('cuts what is too long, visibly and with the way to the rest', async () => {
      const long = { ...comment, comment: '😀'.repeat(world.channel.can.textLimit + 1) };
      await world.channel.deliver(showing({ news: [long], last: long }), undefined);
      const messages = await world.messages(world.room);
      expect(messages).toHaveLength(world.channel.can.edits ? 2 : 1);
      const reply = messages.at(-1);
      expect([...(reply?.text ?? '')].length).toBeLessThanOrEqual(world.channel.can.textLimit);
      expect(reply?.text).toContain('…');
      expect(reply?.text).toContain('https://board.example.org/c/42');
    });

    test('answers a person alone when the handle has died, once for one id', async () => {
      const { handle = {}, conversation, person } = world;
      const to = { handle, conversation, person, at: Date.now() };
      const lines = [{ key: 'not-found', values: { card: `#${run}`, text: '' } }] as const;
      const id = `answer-${run}-${Math.random()}`;
      await world.channel.answer(to, lines, id);
      await world.channel.answer(to, lines, id);
      const [, , room = ''] = (await world.channel.directWith(world.person)).split(':');
      const said = (await world.messages(room)).filter(({ text }) => text.includes(run));
      expect(said).toHaveLength(1);
      if (room !== world.room) expect(await world.messages(world.room)).toEqual([]);
    });

    test('says what everyone is to read once, where there are rooms', async () => {
      const { announce } = world.channel;
      const lines = [{ key: 'not-found', values: { card: `#${run}` } }] as const;
      const since = new Date();
      for (const _ of [1, 2]) await announce?.(world.conversation, lines, `announced-${run}-${count}`, since);
      const said = (await world.messages(world.room)).filter(({ text }) => text.includes(run));
      expect(said).toHaveLength(announce ? 1 : 0);
    });

    test('opens no form without a living handle', async () => {
      const form = {
        ...({ form: 'create', board: 'board', columns: [], people: [] } as const),
        title: { key: 'form-create', values: {} } as const,
      };
      const to = { conversation: world.conversation, person: world.person, at: Date.now() };
      expect(await world.channel.openForm({ ...to, handle: {} }, form)).toBe(false);
      expect(await world.channel.openForm({ ...to, handle: { trigger: 'garbage' } }, form)).toBe(false);
    });

    test('knows who is in a room', async () => {
      expect(await world.channel.isIn(world.room, world.person)).toBe(true);
      expect(await world.channel.isIn(world.room, world.stranger)).toBe(false);
    });

    test('gives the same conversation with a person each time', async () => {
      const conversation = await world.channel.directWith(world.person);
      expect(await world.channel.directWith(world.person)).toBe(conversation);
      await world.channel.deliver(showing({ conversation }), undefined);
    });
  });
}
