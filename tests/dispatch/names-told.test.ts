import { describe, expect, test } from '@jest/globals';
import { namesTold } from '../../lib/dispatch/names-told.ts';
import { exampleTeam } from '../teams/example-team.ts';

const [connection] = Object.values(exampleTeam.boards);

const members = [
  { id: '1', username: 'ann', name: 'Ann Lee' },
  { id: '2', username: 'TMiller', name: 'Miller, Thomas' },
  { id: '3', username: 'eve', name: 'Eve Adams' },
  { id: '4', username: 'zoe', name: 'Sam' },
  { id: '5', username: 'sam2', name: 'Sam' },
  { id: '6', username: 'miller', name: 'Miller' },
];

async function told(
  change: { kind: 'move' | 'assign' | 'label'; subject?: string; subjects?: string[] },
  doer?: object,
) {
  if (!connection) throw new Error('the example has a board');
  let asked = false;
  const board = {
    members: async () => {
      asked = true;
      return members;
    },
  };
  const names = await namesTold(board, exampleTeam, connection, { card: '1', ...change }, doer);
  return { ...names, asked };
}

describe('whom a change names', () => {
  test.each([
    ['by the settings’ name, also one that is the user name', { username: 'ann', name: 'Ann Lee' }, 'ann'],
    ['by the settings’ name', { username: 'tmiller', name: 'Thomas M.' }, 'Tom Miller'],
    ['by the board’s name whom the team does not list', { username: 'eve', name: 'Eve Adams' }, 'Eve Adams'],
    ['by the user name alone', { username: 'eve' }, 'eve'],
  ])('%s', async (_how, doer, who) => {
    expect(await told({ kind: 'move' }, doer)).toEqual({ who, asked: false });
  });

  test.each([
    ['somebody whom the team lists', 'Ann Lee', 'ann'],
    ['somebody whom it does not list', 'Eve Adams', 'Eve Adams'],
    ['one of two', 'Sam', 'Sam'],
    ['nobody who is on the board', 'Zoe', 'Zoe'],
  ])('by a full name alone: %s', async (_what, name, who) => {
    expect(await told({ kind: 'move' }, { name })).toEqual({ who, asked: true });
  });

  test.each([
    ['one who is on the board', '2', { who: 'Tom Miller' }],
    ['nobody who is', '77', {}],
  ])('by the id alone: %s', async (_what, id, names) => {
    expect(await told({ kind: 'move' }, { id })).toEqual({ ...names, asked: true });
  });

  test('nobody', async () => {
    for (const kind of ['move', 'assign'] as const)
      expect(await told({ kind })).toStrictEqual({ asked: false });
  });

  test('as assigned, each of several', async () => {
    const subject = 'Ann Lee, TMiller, Eve Adams';
    expect(await told({ kind: 'assign', subject })).toMatchObject({ subject: 'ann, Tom Miller, Eve Adams' });
  });

  test.each([
    ['Miller, Thomas', 'Tom Miller'],
    ['Ann Lee, Miller, Thomas, Eve Adams', 'ann, Tom Miller, Eve Adams'],
    ['Miller, Ann Lee', 'Miller, ann'],
    ['Miller, Miller, Thomas', 'Miller, Tom Miller'],
    ['Berg, Anna, Ann Lee', 'Berg, Anna, ann'],
  ])('as assigned, one whose name holds a comma: %s', async (subject, names) => {
    expect(await told({ kind: 'assign', subject })).toMatchObject({ subject: names });
  });

  test('as assigned, name by name where the board says so', async () => {
    const subjects = ['Miller', 'Thomas'];
    expect(await told({ kind: 'assign', subject: 'Miller, Thomas', subjects })).toMatchObject({
      subject: 'Miller, Thomas',
    });
  });

  test('and nobody in a label that is called like a person', async () => {
    expect(await told({ kind: 'label', subject: 'Ann Lee' })).toEqual({ subject: 'Ann Lee', asked: false });
  });
});
