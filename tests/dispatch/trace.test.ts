import { describe, expect, test } from '@jest/globals';
import { opens } from '../flows/sight.ts';
import { openScene, type Scene, says } from './scene.ts';

const MINUTE = 60_000;
const square = { room: 'square' };

/** Tom's card `#2`, an hour ago. */
async function withCard() {
  const scene = await openScene();
  const { card } = await opens(scene, 'tom', 'Pump', square);
  scene.pass(60 * MINUTE);
  const board = () => scene.house.hands[0].board('bob');
  return { scene, id: card._id, board };
}

/** What is traced, without the moments at which it was. */
async function traced(scene: Scene, words = 'trace #2'): Promise<readonly string[]> {
  const [told = ''] = await says(scene, 'tom', words);
  return told.split('\n').map((line) => line.replace(/^Sat 21 Nov, \d\d:\d\d · /, ''));
}

describe('the story of a card', () => {
  test('says what was received once, done and told, and where', async () => {
    const { scene } = await withCard();
    const [title, ...lines] = await traced(scene);
    expect(title).toBe('What I know of \\#2, the newest last:');
    expect(lines).toEqual(['received', 'done on the board', 'told in square (chat)', 'told in chat']);
  });

  test('says whom it was told alone', async () => {
    const { scene, id, board } = await withCard();
    await says(scene, 'ann', 'follow #2');
    void board().comment(id, 'one');
    await scene.lapse(MINUTE);
    expect(await traced(scene)).toContain('told in a direct message to Ann (chat)');
  });

  test('names the moment', async () => {
    const { scene } = await withCard();
    expect((await says(scene, 'tom', 'trace #2'))[0]).toContain('\nSat 21 Nov, 10:00 · done on the board\n');
  });

  test('of a card that nothing was done to from here is empty', async () => {
    const { scene } = await withCard();
    expect(await traced(scene, 'trace #1')).toEqual([
      'I know nothing of \\#1 yet: nothing was asked or told of it through me.',
    ]);
  });

  test('is for the team’s people, and holds the newest twenty lines', async () => {
    const { scene, id, board } = await withCard();
    expect((await says(scene, 'guest', 'trace #2'))[0]).toMatch(/^You may not `trace` here/);
    for (const room of ['dev']) await says(scene, 'ann', 'follow #2 here', { room });
    for (let each = 0; each < 25; each += 1) {
      void board().comment(id, `${each}`);
      await scene.lapse(MINUTE);
    }
    const lines = await traced(scene);
    expect(lines).toHaveLength(21);
    expect(lines).not.toContain('done on the board');
  });

  test('says what had to be tried again, and why', async () => {
    const { scene, id, board } = await withCard();
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    await scene.mattermost.as('tom').command('square', '/card move #2 doing');
    await scene.lapse(MINUTE);
    scene.fails();
    await scene.settle();
    expect(await traced(scene)).toContain('came to nothing on the board, tried again (http-unreachable)');
    scene.fails(({ side }) => (side === 'chat' ? 'status-500' : 'none'));
    void board().comment(id, 'one');
    await scene.lapse(MINUTE);
    scene.fails();
    const waiting = await scene.house.store.threads.ofCard({ team: 'ops', board: 'main', card: id as never });
    expect(waiting.every(({ telling }) => telling.length > 0)).toBe(true);
    await scene.settle();
    expect(await traced(scene)).toContainEqual(
      expect.stringMatching(/^could not be told in square \(chat\), tried again \([a-z-]+\)$/),
    );
  });

  test('says what a room refused, that it is paused, and what was not told there since', async () => {
    const { scene, id, board } = await withCard();
    await says(scene, 'ann', 'follow #2 here', { room: 'dev' });
    scene.mattermost.world.channel('dev').members.delete('idofbot');
    const { channels } = scene.mattermost.world;
    const dev = scene.mattermost.world.channel('dev');
    channels.set(dev.id, { ...dev, type: 'P' });
    for (const text of ['one', 'two']) {
      void board().comment(id, text);
      await scene.lapse(MINUTE);
    }
    const lines = await traced(scene);
    expect(lines).toContain('refused in dev (chat), which is paused since (mattermost-forbidden)');
    expect(lines).toContain('not told in dev (chat), which is paused (mattermost-forbidden)');
    expect(lines.at(-1)).toMatch(
      /^Now: dev \(chat\) is paused since Sat 21 Nov, \d\d:\d\d \(mattermost-forbidden\)$/,
    );
  });

  test('says where it went on when the room in which it was opened refuses', async () => {
    const { scene, id, board } = await withCard();
    const { channels } = scene.mattermost.world;
    const room = scene.mattermost.world.channel('square');
    room.members.delete('idofbot');
    channels.set(room.id, { ...room, type: 'P' });
    void board().comment(id, 'one');
    await scene.settle();
    expect((await says(scene, 'tom', 'trace #2', { room: 'dev' }))[0]).toMatch(
      /told the person alone, as square \(chat\) does not let me write \(mattermost-forbidden\)/,
    );
  });

  test('says once what is gathered, with what it will be told', async () => {
    const { scene, id, board } = await withCard();
    for (const text of ['one', 'two', 'three']) {
      void board().comment(id, text);
      await scene.lapse(1_000);
    }
    await scene.mattermost.as('tom').command('dev', '/card trace #2');
    await scene.lapse(1_000);
    const told = scene.mattermost.ephemerals('tom').at(-1)?.text.split('\n') ?? [];
    expect(told.filter((line) => line.startsWith('Now'))).toEqual([
      'Now: told in square (chat) with what comes by Sat 21 Nov, 11:01',
      'Now: told in chat with what comes by Sat 21 Nov, 11:01',
    ]);
  });

  test('says what was given up', async () => {
    const { scene, id, board } = await withCard();
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    void board().comment(id, 'one');
    await scene.lapse(MINUTE);
    scene.pass(13 * 24 * 60 * MINUTE);
    await scene.lapse(MINUTE);
    scene.fails();
    const [told = ''] = await says(scene, 'tom', 'trace #2');
    expect(told.split('\n').at(-1)).toMatch(/^Now: .*\(http-unreachable\)/);
  });

  /** Tom asks while it goes on. Gives what is said of now. */
  async function now(scene: Scene): Promise<readonly string[]> {
    await scene.mattermost.as('tom').command('dev', '/card trace #2');
    await scene.lapse(1_000);
    const told = scene.mattermost.ephemerals('tom').at(-1)?.text.split('\n') ?? [];
    return told.filter((line) => line.startsWith('Now'));
  }

  test('says what is being told at this moment, and what waits for another try', async () => {
    const { scene, id, board } = await withCard();
    scene.fails(({ label }) => (/POST.*posts$/.test(label) ? 'kill-before' : 'none'));
    void board().comment(id, 'one');
    await scene.lapse(15_000);
    expect(await now(scene)).toContain('Now: being told in square (chat)');
    scene.fails(({ label }) => (/POST.*posts$/.test(label) ? 'status-500' : 'none'));
    await scene.lapse(10 * MINUTE);
    expect(await now(scene)).toContainEqual(
      expect.stringMatching(/^Now: waits for another try in square \(chat\) \([a-z-]+\)$/),
    );
  });

  test('says, while the board is away, that what was asked for waits, and then what came of it', async () => {
    const { scene } = await withCard();
    const asked = async () => {
      await scene.mattermost.as('ann').command('dev', '/card trace #2');
      await scene.lapse(1_000);
      return scene.mattermost.ephemerals('ann').at(-1)?.text.split('\n') ?? [];
    };
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    await scene.mattermost.as('tom').command('square', '/card move #2 doing');
    await scene.lapse(10 * MINUTE);
    const waits = 'Now: what was asked for waits for another try on the board (http-unreachable)';
    const lines = await asked();
    expect(lines.filter((line) => line.includes('on the board')).slice(1)).toEqual([
      expect.stringMatching(/came to nothing on the board, tried again \(http-unreachable\)$/),
      waits,
    ]);
    scene.fails();
    await scene.settle();
    expect(await asked()).not.toContain(waits);
    expect((await asked()).filter((line) => line.includes('done on the board'))).toHaveLength(2);
  });

  test('says of nothing that it waits once it lies with the dead', async () => {
    const { scene } = await withCard();
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    await scene.mattermost.as('tom').command('square', '/card move #2 doing');
    await scene.lapse(MINUTE);
    scene.pass(13 * 24 * 60 * MINUTE);
    await scene.lapse(MINUTE);
    expect(await scene.house.store.graveyard.list('ops')).toHaveLength(1);
    const lines = await traced(scene);
    expect(lines.join()).toContain('tried again (http-unreachable)');
    expect(lines.join()).not.toContain('Now:');
  });

  test('says where there was nothing new to tell, and what a place refused that rests anyway', async () => {
    const { scene, id } = await withCard();
    const { threads } = scene.house.store;
    const thread = {
      ...{ team: 'ops', board: 'main', card: id as never, conversation: 'mattermost:chat:idofsquare:' },
    };
    const face = {
      ...{ id, title: 'Pump', column: 'To Do', people: [], labels: [], url: '' },
      ...({ state: 'open', revision: 1 } as const),
    };
    for (const [what, code] of [['passed-over'], ['refused', 'mattermost-gone']] as const) {
      const at = scene.house.clock.now;
      const telling = { happening: { id: what, kind: 'move', at }, loudness: 'edit' } as const;
      const before = await threads.claim(thread, telling, face, at);
      if (!before) throw new Error('not claimed');
      const line = { at, what, event: what, ...(code && { code }) };
      await threads.complete(thread, {
        ...{ before, state: undefined, face: undefined, last: undefined },
        line,
      });
    }
    expect((await traced(scene)).slice(-2)).toEqual([
      'nothing new to tell in square (chat)',
      'refused in square (chat) (mattermost-gone)',
    ]);
  });
});
