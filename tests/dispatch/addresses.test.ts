import { describe, expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { ChangeEvent, CommandEvent, TestEvent } from '../../schemas/event.ts';
import { cardPost, cardPosts, look, opens } from '../flows/sight.ts';
import { keysOf } from '../histories/release.ts';
import { put } from './mail-scene.ts';
import { openScene, type Scene } from './scene.ts';

let count = 0;
const command = (change: Partial<CommandEvent>): CommandEvent => {
  count += 1;
  return {
    ...{
      v: 1,
      kind: 'command',
      id: `c${count}`,
      at: Date.UTC(2026, 10, 21, 9),
      team: 'ops',
      connection: 'chat',
    },
    ...{ generation: 1, conversation: 'mattermost:chat:idofsquare:', place: 'square', direct: false },
    ...{ person: { id: 'idoftom', name: 'tom' }, reply: {} },
    input: { by: 'text', text: 'Pump', mentions: {} },
    ...change,
  };
};
const change = (card: string, more: Partial<ChangeEvent> = {}, about: object = {}): ChangeEvent => {
  count += 1;
  return {
    ...{
      v: 1,
      kind: 'change',
      id: `x${count}`,
      at: Date.UTC(2026, 10, 21, 9),
      team: 'ops',
      connection: 'main',
    },
    ...{ generation: 1, change: { kind: 'move', card, ...about }, ...more },
  };
};
const arrives = async (scene: Scene, event: CommandEvent | ChangeEvent | TestEvent) => {
  put(scene, event);
  await scene.settle();
  expect(scene.house.queues.waiting).toEqual([]);
};
const titles = ({ wekan: { world } }: Scene) => world.cards.slice(1).map(({ title }) => title);

describe('a command', () => {
  test.each<[string, Partial<CommandEvent>]>([
    ['of an address that was revoked', { generation: 0 }],
    ['of an address that is not made yet', { generation: 2 }],
    ['of a connection that there is not', { connection: 'gone' }],
    ['of a team that there is not', { team: 'gone' }],
  ])('%s is dropped', async (_what, more) => {
    const scene = await openScene();
    await arrives(scene, command(more));
    expect(titles(scene)).toEqual([]);
    for (const team of ['ops', 'gone']) expect(await scene.house.store.graveyard.list(team)).toEqual([]);
  });

  test('that comes twice is done once', async () => {
    const scene = await openScene();
    const twice = command({});
    await arrives(scene, twice);
    await arrives(scene, twice);
    expect(titles(scene)).toEqual(['Pump']);
    expect(cardPosts(scene, 'square')).toHaveLength(1);
  });

  test('alone with the bot names no room on the card', async () => {
    const scene = await openScene();
    await arrives(scene, command({ direct: true }));
    expect(scene.wekan.world.cards.at(-1)?.description).toMatch(/^— Tom, Mattermost · cw-[\w-]{12}$/);
  });

  test('from a room that has no name for people names none either', async () => {
    const scene = await openScene();
    const { place: _, ...nowhere } = command({});
    await arrives(scene, nowhere);
    expect(scene.wekan.world.cards.at(-1)?.description).toMatch(/^— Tom, Mattermost · cw-/);
  });

  test('where the bot may not write goes on in a direct message', async () => {
    const scene = await openScene();
    await arrives(scene, command({ mute: true }));
    expect(cardPosts(scene, 'square')).toEqual([]);
    const { id } = scene.mattermost.world.direct('idoftom', 'idofbot');
    expect(look(cardPost(scene, id, 'Pump')).last).toBe('Tom opened this card');
    const texts = scene.mattermost.world.postsIn(id).map(({ message }) => message);
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^I may not write in this channel, so I tell you about \\#2 in a direct message\..*follow #2 here/,
      ),
    );
  });

  test('in a language of the team’s is answered in it', async () => {
    const scene = await openScene((team) => ({ ...team, language: 'de' }));
    await arrives(scene, command({}));
    expect(look(cardPost(scene, 'square', 'Pump'))).toMatchObject({ fields: { Spalte: 'To Do' } });
  });

  test('by a button or a form of another deployment is answered with its code', async () => {
    const inputs: readonly CommandEvent['input'][] = [
      { by: 'button', action: 'dance', card: 'c' },
      { by: 'button', action: 'move', card: 'c' },
      { by: 'form', form: 'dance', fields: {} },
      { by: 'form', form: 'comment', fields: { text: 'x' } },
      { by: 'options', verb: 'dance', options: {} },
    ];
    for (const input of inputs) {
      const scene = await openScene();
      await arrives(scene, command({ input }));
      const { id } = scene.mattermost.world.direct('idoftom', 'idofbot');
      expect(scene.mattermost.world.postsIn(id).map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /^That did not work, and trying again would not help\. Tell whoever runs Cardwire this code: `input-unknown`\./,
        ),
      ]);
    }
  });
});

describe('a change', () => {
  /** A change is told, or not: the card was moved and nobody knows. */
  async function tells(more: Partial<ChangeEvent>, about: object = {}): Promise<boolean> {
    const scene = await openScene();
    const { card, post } = await opens(scene, 'tom', 'Pump', { room: 'square' });
    const doing = scene.wekan.world.lists.find(({ title }) => title === 'Doing')?._id;
    if (doing) card.listId = doing;
    scene.pass(60_000);
    await arrives(scene, change(card._id, more, about));
    return look(post).fields.Column === 'Doing';
  }

  test('of a good address is told', async () => {
    expect(await tells({})).toBe(true);
    expect(await tells({ unsigned: true })).toBe(true);
  });

  test.each<[string, Partial<ChangeEvent>, object]>([
    ['of an address that was revoked', { generation: 0 }, {}],
    ['of an address that is not made yet', { generation: 2 }, {}],
    ['of a connection that there is not', { connection: 'gone' }, {}],
    ['of a team that there is not', { team: 'gone' }, {}],
    ['of another board', {}, { board: 'another' }],
  ])('%s is dropped', async (_what, more, about) => {
    expect(await tells(more, about)).toBe(false);
  });

  test('that was found by looking came by no address', async () => {
    expect(await tells({ generation: 0, caughtUp: true })).toBe(true);
  });
});

test('a webhook’s test is heard by whoever waits for it, at its address alone', async () => {
  const scene = await openScene();
  const tested = (generation: number, connection: string): TestEvent => ({
    ...{ v: 1, kind: 'test', id: `t${generation}${connection}`, at: 5, team: 'ops', connection, generation },
  });
  const heard = () => [...scene.house.table.items.values()].filter(({ sk }) => /TEST/.test(String(sk)));
  await arrives(scene, tested(2, 'main'));
  await arrives(scene, tested(1, 'gone'));
  await arrives(scene, { ...tested(1, 'main'), team: 'gone' });
  expect(heard()).toEqual([]);
  expect(await scene.house.store.graveyard.list('gone')).toEqual([]);
  await arrives(scene, tested(1, 'main'));
  expect(heard()).toHaveLength(1);
});

test('a webhook’s test is heard at an address that set-up has made a moment ago', async () => {
  const scene = await openScene();
  const { house, world } = scene;
  await arrives(scene, command({}));
  const { main } = world.team.boards;
  if (!main) throw new Error('the team has a board');
  const anew = { ...world.team, boards: { main: { ...main, generation: 2 } } };
  await house.store.teams.put({
    id: 'ops',
    settings: storeTeam(anew, keysOf(house.release, 'stored-secrets')),
  });
  await arrives(scene, {
    ...{ v: 1, kind: 'test', id: 't', at: 5, team: 'ops', connection: 'main', generation: 2 },
  });
  expect(await house.store.webhookTests.last('ops', 'main')).toBe(5);
});
