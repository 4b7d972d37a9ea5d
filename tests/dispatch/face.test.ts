import { describe, expect, test } from '@jest/globals';
import { faceOf, goneFace, nameOf, refOf } from '../../lib/dispatch/face.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import { lookOf } from '../../lib/domain/card-look.ts';
import type { BoardConnection, Team } from '../../lib/teams/team.ts';
import { exampleTeam } from '../teams/example-team.ts';

const [connection = noBoard()] = Object.values(exampleTeam.boards);
function noBoard(): BoardConnection {
  throw new Error('the example has a board');
}
const two: Team = {
  ...exampleTeam,
  boards: { ...exampleTeam.boards, garden: { ...connection, id: 'garden' } },
};
const card: Card = {
  ...{ id: 'x' as CardId, title: 'Pump', description: '', values: {}, url: 'https://board.example.org/x' },
  ...{ column: { id: 'c0', name: 'To Do' }, archived: false, revision: 7, answered: 9 },
  assignees: [
    { id: 'm1', username: 'tmiller', name: 'Thomas M.' },
    { id: 'm2', username: 'eve', name: 'Eve Adams' },
  ],
  labels: [
    { id: 'l1', name: 'bug' },
    { id: 'l2', name: 'urgent' },
  ],
};
const least = {
  ...{ id: 'x', title: 'Pump', column: 'To Do', people: ['Tom Miller', 'Eve Adams'], state: 'open' },
  ...{ labels: ['bug', 'urgent'], url: 'https://board.example.org/x', revision: 7, answered: 9 },
  look: lookOf(card),
};

describe('a card as people see it', () => {
  test('has names instead of ids, and nothing that the board has not got', () => {
    expect(faceOf(exampleTeam, connection, card, undefined)).toStrictEqual(least);
  });

  test('has its number, its date and who opened it, where there are such', () => {
    const due = '2031-03-01T09:00:00.000Z';
    const dated = { ...card, number: 42, due };
    expect(faceOf(exampleTeam, connection, dated, 'ann')).toStrictEqual({
      ...least,
      ...{ ref: '#42', number: 42, due, owner: 'ann', look: lookOf(dated) },
    });
    expect(faceOf(two, connection, { ...card, number: 42 }, undefined).ref).toBe('KANBAN-42');
  });

  test('is in the archive', () => {
    expect(faceOf(exampleTeam, connection, { ...card, archived: true }, undefined).state).toBe('archived');
  });

  test('that is gone has nothing to show, and when it was asked for', () => {
    const nothing = { title: '', column: '', people: [], labels: [], url: '' };
    expect(goneFace(card.id, 7, 9)).toStrictEqual({
      ...{ id: 'x', look: 'gone', ...nothing, state: 'deleted', revision: 7, answered: 9 },
    });
  });
});

test('a card is called by its number, by its board’s name too where there are several, else by its title', () => {
  expect(refOf(exampleTeam, 'kanban', { number: 42, title: 'Pump' })).toBe('#42');
  expect(refOf(two, 'garden', { number: 42, title: 'Pump' })).toBe('GARDEN-42');
  expect(refOf(two, 'garden', { title: 'Pump' })).toBe('Pump');
});

test('people are called as the team calls them, else as the board does', () => {
  expect(nameOf(exampleTeam, 'wekan', { username: 'tmiller', name: 'Thomas M.' })).toBe('Tom Miller');
  expect(nameOf(exampleTeam, 'taiga', { username: 'tmiller', name: 'Thomas M.' })).toBe('Thomas M.');
});
