import { describe, expect, test } from '@jest/globals';
import { cardPost, look, opens } from '../flows/sight.ts';
import { openDiscordScene } from './discord-scene.ts';
import { openScene, type Scene, says } from './scene.ts';

const square = { room: 'square' };
const asksBoard = ({ house }: Scene) => house.workers.passed.filter(({ side }) => side === 'board').length;

/** Tom is of the team, and the board does not know the name that it has for him. */
const unlisted = () =>
  openScene((team) => ({
    ...team,
    members: { ...team.members, people: [{ name: 'Tom', mattermost: 'tom', wekan: 'zed' }] },
  }));

describe('who is meant', () => {
  test('by `me` is the asker alone, whoever else is called so', async () => {
    const scene = await unlisted();
    await opens(scene, 'tom', 'Pump', square);
    const { users } = scene.wekan.world;
    const at = users.findIndex(({ username }) => username === 'bob');
    users.splice(at, 1, ...users.slice(at, at + 1).map((bob) => ({ ...bob, username: 'me' })));
    scene.house.deploy(scene.house.release);
    expect((await says(scene, 'tom', 'assign #2 me'))[0]).toMatch(
      /^I do not know who you are on the board\./,
    );
    expect(look(cardPost(scene, 'square', '#2')).fields.People).toBe(undefined);
  });

  test('by a name is whoever has it, in capitals or not', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', square);
    expect(await says(scene, 'tom', 'assign #2 BOB')).toEqual(['\\#2 is assigned to bob now.']);
  });

  test('whom no board name is known of lists what they opened', async () => {
    const scene = await openDiscordScene((team) => ({
      ...team,
      members: { ...team.members, people: team.members.people.map(({ wekan: _, ...person }) => person) },
    }));
    await scene.types('tom', 'square', '/card create', { title: 'Pump' });
    await scene.types('guest', 'square', '/card create', { title: 'Theirs' });
    const [listed = '', ...more] = await scene.types('tom', 'square', '/card list', { mine: true });
    expect([listed.match(/Pump|Theirs/g), more]).toEqual([['Pump'], []]);
  });
});

describe('which label is meant', () => {
  test('is said of those that have a name, or at least a colour', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', square);
    const bare = { _id: 'bare', name: '', color: '' };
    scene.wekan.world.boards[0]?.labels.unshift(bare, { ...bare, _id: 'green', color: 'green' });
    scene.house.deploy(scene.house.release);
    expect((await says(scene, 'tom', 'label #2 x'))[0]).toContain('There are: green, urgent, bug, question.');
    expect(await says(scene, 'tom', 'label #2 green')).toEqual(['\\#2 is labelled green now.']);
  });
});

describe('which card is meant', () => {
  test('by a number that came through here is known without a search', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', square);
    const before = asksBoard(scene);
    await says(scene, 'guest', 'show #77');
    expect(asksBoard(scene)).toBe(before);
    await says(scene, 'tom', 'show #2');
    const known = asksBoard(scene) - before;
    await says(scene, 'tom', 'show #1');
    const searched = asksBoard(scene) - before - known;
    expect(searched).toBeGreaterThan(known);
    // It has been met by now.
    await says(scene, 'tom', 'show #1');
    expect(asksBoard(scene) - before - known - searched).toBe(known);
  });

  test('by a number costs no more than the card, where there is one board and the card has been met', async () => {
    const scene = await openScene();
    const { card } = await opens(scene, 'tom', 'Pump', square);
    const { passed } = scene.house.workers;
    const before = passed.length;
    await says(scene, 'tom', 'show #2');
    const calls = passed.slice(before).flatMap(({ side, label }) => (side === 'chat' ? [] : [label]));
    expect(calls.slice(calls.indexOf('UpdateItem RATE') + 1, calls.lastIndexOf('UpdateItem EVENT'))).toEqual([
      ...['GetItem NUMBER', 'GetItem CARD', `GET /api/cards/${card._id}`],
    ]);
  });

  test('of a guest is theirs where they opened it alone: the same id elsewhere is somebody else’s', async () => {
    const scene = await openScene();
    const [old] = scene.wekan.world.cards;
    const shows = () =>
      says(scene, 'guest', `show http://board.ops.test/b/${old?.boardId}/board/${old?._id}`);
    const unknown = [expect.stringMatching(/^I do not find http/)];
    expect(await shows()).toEqual(unknown);
    const key = { team: 'ops', board: 'main', card: old?._id as never };
    const owner = { person: 'idofguest', name: 'guest', conversation: 'mattermost:chat:idofsquare:' };
    const began = { at: scene.house.clock.now, what: 'command-create', event: 'e' };
    await scene.house.store.cards.own(key, { ...owner, connection: 'another' }, 1, began);
    expect(await shows()).toEqual(unknown);
  });
});
