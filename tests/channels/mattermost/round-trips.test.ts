import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Form } from '../../../lib/channels/channel.ts';
import { say } from '../../../lib/domain/say.ts';
import { attachmentsOf } from '../../sims/mattermost/world.ts';
import { type MattermostWorld, replyTo, showing, startWorld } from './world.ts';

let world: MattermostWorld;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const minutes = 60 * 1000;
const lines = [say('not-found', { card: '#7' })];
const commentForm: Form = {
  ...{ form: 'comment', board: 'ops-board', card: 'card-1', columns: [], people: [] },
  title: say('form-comment', { card: '#42' }),
};
const cardForm: Form = {
  ...{ form: 'create', board: 'ops-board', title: say('form-create'), people: ['tom', 'eva'] },
  columns: [{ id: 'doing', name: 'Doing' }],
};

describe('a command and its answer', () => {
  test('the person sees nothing at first, then the answer, alone, in their thread', async () => {
    const { sim, channel } = world;
    const root = sim.as('eva').post('ops', 'It leaks').id;
    expect(await sim.as('tom').command('ops', '/card show #7', { root })).toEqual({ shown: [] });
    expect(world.lastCommand().conversation).toBe(world.conversation(root));
    await channel.answer(replyTo(world.lastCommand()), lines, 'answer-1');
    const [seen, ...rest] = sim.ephemerals('tom');
    expect(rest).toEqual([]);
    expect(seen).toMatchObject({ root_id: root, from: 'response_url' });
    expect(seen?.text).toContain('#7');
  });

  test('goes on in a direct message when the handle is used up or too old', async () => {
    const { sim, channel } = world;
    await sim.as('tom').command('ops', '/card show #7');
    const to = replyTo(world.lastCommand());
    for (let count = 0; count < 6; count += 1) await channel.answer(to, lines, `answer-${count}`);
    sim.world.passTime(40 * minutes);
    await channel.answer(to, lines, 'answer-late');
    await channel.answer(to, lines, 'answer-late');
    const direct = sim.world.postsIn(sim.world.direct(sim.bot.id, to.person).id);
    expect(sim.ephemerals('tom')).toHaveLength(5);
    expect(direct).toHaveLength(2);
  });

  test('calls no address that somebody else chose', async () => {
    const { sim, channel } = world;
    await sim.as('tom').command('ops', '/card');
    const to = replyTo(world.lastCommand());
    await channel.answer(
      { ...to, handle: { url: 'https://evil.example.org/hooks/commands/abc' } },
      lines,
      'a',
    );
    expect(sim.requests.some(({ path, status }) => path === '/hooks/commands/abc' && status === 404)).toBe(
      true,
    );
    expect(sim.world.postsIn(sim.world.direct(sim.bot.id, to.person).id)).toHaveLength(1);
  });

  test('a wrong token is a bare 401 to its sender', async () => {
    const { sim } = world;
    for (const command of sim.world.commands.values()) command.token = 'x'.repeat(26);
    expect((await sim.as('tom').command('ops', '/card hello')).error).toContain('401');
    expect(world.queued).toEqual([]);
  });

  test('without the queue the person gets their text back', async () => {
    world.breakQueue();
    const seen = await world.sim.as('tom').command('ops', '/card Fix `the` pump');
    expect(seen.error).toBeUndefined();
    expect(seen.shown[0]).toContain('/card Fix `the` pump');
  });
});

describe('buttons', () => {
  async function post() {
    const { message } = await world.channel.deliver(showing(world.conversation()), undefined);
    return message;
  }

  test('every one works, and a select brings the column', async () => {
    const tom = world.sim.as('tom');
    const message = await post();
    for (const name of ['Follow', 'Comment', 'Assign me', 'Done']) {
      expect(await tom.click(message, name)).toEqual({ shown: [] });
    }
    expect(await tom.click(message, 'Move', 'Doing')).toEqual({ shown: [] });
    const inputs = world.queued.map((event) => event.kind === 'command' && event.input);
    expect(inputs.map((input) => input && input.by === 'button' && input.action)).toEqual([
      ...['follow', 'comment', 'assign', 'done', 'move'],
    ]);
    expect(inputs.at(-1)).toMatchObject({ card: 'card-1', value: 'doing' });
    expect(new Set(world.queued.map(({ id }) => id)).size).toBe(5);
  });

  test('one copied into another room, or bent, is dead', async () => {
    const { sim } = world;
    const message = await post();
    const original = sim.world.posts.get(message);
    const actions = (original ? attachmentsOf(original) : []).flatMap((at) => at.actions ?? []);
    const copy = sim.as('tom').post('town-square', '', { props: { attachments: [{ actions }] } });
    expect((await sim.as('tom').click(copy.id, 'Done')).error).toBe('Action integration error.');
    for (const bent of [{ card: 'card-2' }, { board: 'hr' }, { action: 'assign' }, { thread: copy.id }]) {
      const changed = actions.map((action) => ({
        ...action,
        integration: { ...action.integration, context: { ...action.integration?.context, ...bent } },
      }));
      const forged = sim.as('tom').post('ops', '', { props: { attachments: [{ actions: changed }] } });
      expect((await sim.as('tom').click(forged.id, 'Done')).error).toBe('Action integration error.');
    }
    expect(world.queued).toEqual([]);
  });

  test('in a thread they speak for that thread', async () => {
    const root = world.sim.as('eva').post('ops', 'It leaks').id;
    const { message } = await world.channel.deliver(showing(world.conversation(root)), undefined);
    await world.sim.as('tom').click(message, 'Follow');
    expect(world.lastCommand().conversation).toBe(world.conversation(root));
  });
});

describe('forms', () => {
  async function open(form: Form, name = 'tom') {
    await world.sim.as(name).command('ops', '/card');
    return world.channel.openForm(replyTo(world.lastCommand()), form);
  }

  test('a new card comes back with what was filled in, where it was asked for', async () => {
    expect(await open(cardForm)).toBe(true);
    const tom = world.sim.as('tom');
    expect(tom.dialog()?.elements.map(({ name }) => name)).toEqual([
      ...['title', 'description', 'column', 'assignee', 'due'],
    ]);
    expect(await tom.submitDialog({ title: 'Fix it', description: null, column: 'doing', due: '' })).toEqual({
      shown: [],
    });
    expect(world.lastCommand()).toMatchObject({
      conversation: world.conversation(),
      person: { name: 'tom' },
      place: 'ops',
      board: 'ops-board',
      input: { by: 'form', form: 'create', fields: { title: 'Fix it', column: 'doing' } },
    });
  });

  test('sent twice it is one event', async () => {
    await open(commentForm);
    const tom = world.sim.as('tom');
    const dialog = tom.dialog();
    await tom.submitDialog({ text: 'Arrived' });
    await tom.submitDialog({ text: 'Arrived' }, { url: dialog?.url, state: dialog?.state });
    const [, first, second] = world.queued;
    expect(second?.id).toBe(first?.id);
  });

  test('only the person it was opened for can send it, and only as it was', async () => {
    await open(commentForm);
    const { url, state } = world.sim.as('tom').dialog() ?? {};
    const before = world.queued.length;
    expect((await world.sim.as('eva').submitDialog({ text: 'x' }, { url, state })).error).toBeDefined();
    for (const forged of ['', 'x.y', `${state}x`, `x${state}`, state?.replace('.', '..')]) {
      expect(
        (await world.sim.as('tom').submitDialog({ text: 'x' }, { url, state: forged })).error,
      ).toBeDefined();
    }
    expect(world.queued).toHaveLength(before);
  });

  test('counts for the room it was opened in, whatever room the client names', async () => {
    await open(commentForm);
    await world.sim.as('tom').submitDialog({ text: 'x' }, { channel_id: world.sim.townSquare.id });
    expect(world.lastCommand().conversation).toBe(world.conversation());
  });

  test('after a day it stays open and says how to go on', async () => {
    await open(commentForm);
    // The fake's clock is never the same twice, so it may run some milliseconds ahead of time.
    world.sim.world.passTime(24 * 60 * minutes + 1_000);
    expect((await world.sim.as('tom').submitDialog({ text: 'x' })).formError).toContain('too old');
  });

  test('texts and drafts of any length keep to the limits, or nothing would open', async () => {
    const long = 'x'.repeat(4000);
    const people = [long];
    const columns = [{ id: 'a', name: long }];
    expect(await open({ ...cardForm, title: say('form-comment', { card: long }), people, columns })).toBe(
      true,
    );
    expect(await open({ ...commentForm, draft: long })).toBe(true);
    expect(await open({ ...cardForm, draft: 'Two\nlines' })).toBe(true);
    expect(world.sim.as('tom').dialog()?.elements[1]?.default).toBe('Two\nlines');
    expect(world.sim.world.warnings).toEqual([]);
    expect(world.sim.dialogs).toHaveLength(3);
  });

  test('the trigger of a button opens one as well', async () => {
    const { message } = await world.channel.deliver(showing(world.conversation()), undefined);
    await world.sim.as('tom').click(message, 'Comment');
    expect(await world.channel.openForm(replyTo(world.lastCommand()), commentForm)).toBe(true);
    expect(world.sim.as('tom').dialog()?.title).toBe('Comment on #42');
  });
});

describe('an old server', () => {
  beforeEach(async () => {
    await world.stop();
    world = await startWorld({ old: true });
  });

  test('lets a trigger live three seconds: then no form opens, which the caller says in words', async () => {
    await world.sim.as('tom').command('ops', '/card');
    const to = replyTo(world.lastCommand());
    world.sim.world.passTime(3_500);
    expect(await world.channel.openForm(to, cardForm)).toBe(false);
  });

  test('takes our answer to a click', async () => {
    const { message } = await world.channel.deliver(showing(world.conversation()), undefined);
    expect(await world.sim.as('tom').click(message, 'Done')).toEqual({ shown: [] });
  });
});
