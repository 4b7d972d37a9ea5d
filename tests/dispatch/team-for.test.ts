import { describe, expect, test } from '@jest/globals';
import { teamFor } from '../../lib/dispatch/team-for.ts';
import { latest, settings, team } from './remembered.ts';

describe('the settings for what comes in', () => {
  const origin = { team: 'ops', connection: 'talk', generation: 2, server: 'home' };
  const { server: _, ...alone } = origin;

  test.each([
    ['from a server that they know', origin],
    ['by an address that was good once', { ...origin, generation: 1 }],
    ['from somebody alone with the bot', alone],
    ['from a board', { ...alone, connection: 'kanban', generation: 1 }],
  ])('are the remembered ones: %s', async (_what, from) => {
    const { parts, asked } = settings(team, latest);
    expect(await teamFor(parts, from)).toBe(team);
    expect(asked).toEqual(['ops']);
  });

  test.each([
    ['from a server that may have joined a moment ago', { ...origin, server: 'yard' }],
    ['by an address that may have been made a moment ago', { ...origin, generation: 3 }],
    [
      'from a board by an address that may have been made a moment ago',
      { ...alone, connection: 'kanban', generation: 2 },
    ],
    ['through a connection that may have been made a moment ago', { ...alone, connection: 'new' }],
  ])('are read anew for what comes %s', async (_what, from) => {
    const { parts, asked } = settings(team, latest);
    expect(await teamFor(parts, from)).toBe(latest);
    expect(asked).toEqual(['ops', 'ops, fresh']);
  });

  test('are none where there is no such team', async () => {
    const { parts, asked } = settings(undefined);
    expect(await teamFor(parts, origin)).toBeUndefined();
    expect(asked).toEqual(['ops']);
  });
});
