import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { openSecret, type SealedSecret, sealSecret } from '../../lib/teams/secrets.ts';
import { loadTeam, type StoredTeam, storeTeam } from '../../lib/teams/stored.ts';
import type { TaigaConnection, Team } from '../../lib/teams/team.ts';
import { exampleTeam } from './example-team.ts';

const [newKey, oldKey] = [deriveKey('new', 'stored-secrets'), deriveKey('old', 'stored-secrets')];
const keys: Keys = [newKey];
const place = { team: 'ops', field: 'boards.kanban.password' };
const unreadable = expect.objectContaining({ code: 'secret-unreadable', retry: { when: 'never' } });

describe('a sealed secret', () => {
  test('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
        expect(openSecret(sealSecret(secret, place, keys), place, keys)).toBe(secret);
      }),
    );
  });

  test('is never the same twice and does not show what it holds', () => {
    const [one, two] = [sealSecret('hunter2', place, keys), sealSecret('hunter2', place, keys)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(3), 'base64url').toString('latin1')).not.toContain('hunter2');
  });

  test('opens in its own place only', () => {
    const sealed = sealSecret('hunter2', place, keys);
    for (const other of [
      { ...place, team: 'sales' },
      { ...place, field: 'boards.other.password' },
      { team: 'ops.boards', field: 'kanban.password' },
    ]) {
      expect(() => openSecret(sealed, other, keys)).toThrow(unreadable);
    }
  });

  test('opens with the previous key while both are good, and not after', () => {
    const sealed = sealSecret('hunter2', place, [oldKey]);
    expect(openSecret(sealed, place, [newKey, oldKey])).toBe('hunter2');
    expect(() => openSecret(sealed, place, [newKey])).toThrow(unreadable);
  });

  test('does not open when any of it was changed or cut', () => {
    const sealed = sealSecret('hunter2', place, keys);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(() => openSecret(`v1.${changed.toString('base64url')}` as SealedSecret, place, keys)).toThrow(
          unreadable,
        );
        const cut = `v1.${bytes.subarray(0, at).toString('base64url')}`;
        expect(() => openSecret(cut as SealedSecret, place, keys)).toThrow(unreadable);
      }),
    );
  });
});

describe('a stored team', () => {
  test('comes back as it was', () => {
    const settings = storeTeam(exampleTeam, keys);
    expect(JSON.parse(settings)).toMatchObject({ v: 1, id: 'ops' });
    expect(loadTeam(settings, keys)).toEqual(exampleTeam);
  });

  test.each([{ password: 'taiga pass' }, { token: 'taiga token' }])(
    'with a Taiga board and its %j',
    (credential) => {
      const taiga: TaigaConnection = {
        ...{ product: 'taiga', id: 'road', generation: 1, url: 'https://t.example.org', private: false },
        ...{ api: 'https://t.example.org', slug: 'ops', user: 'cardwire', self: '7', board: '1' },
        ...{ intake: '1', done: '4', archive: '5' },
        ...credential,
      };
      const team: Team = { ...exampleTeam, boards: { ...exampleTeam.boards, road: taiga } };
      const settings = storeTeam(team, keys);
      expect(settings).not.toContain(Object.values(credential)[0]);
      expect(loadTeam(settings, keys)).toEqual(team);
    },
  );

  test('holds no secret in the clear', () => {
    const settings = storeTeam(exampleTeam, keys);
    expect(settings).not.toContain('pass word');
    expect(settings).not.toContain('bot token');
  });

  test("does not open with another team's secret put into it", () => {
    const mine: StoredTeam = JSON.parse(storeTeam(exampleTeam, keys));
    const theirs: StoredTeam = JSON.parse(storeTeam({ ...exampleTeam, id: 'sales' }, keys));
    expect(() => loadTeam(JSON.stringify({ ...mine, boards: theirs.boards }), keys)).toThrow(unreadable);
  });

  test('of a newer version waits for the code that knows it', () => {
    const newer = JSON.stringify({ ...JSON.parse(storeTeam(exampleTeam, keys)), v: 2 });
    expect(() => loadTeam(newer, keys)).toThrow(
      expect.objectContaining({ code: 'settings-too-new', retry: { when: 'later' } }),
    );
  });

  test.each(['', 'null', '{}', '{"v":"1"}', '{"v":1'])('that is none is refused: %s', (settings) => {
    expect(() => loadTeam(settings, keys)).toThrow(expect.objectContaining({ code: 'settings-unreadable' }));
  });
});
