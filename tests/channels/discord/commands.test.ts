import { describe, expect, test } from '@jest/globals';
import { type CommandBody, commandsFor } from '../../../lib/channels/discord/commands.ts';
import { sameCommands } from '../../../lib/channels/discord/commands-compare.ts';
import { verbWords as grammar } from '../../../lib/commands/verbs.ts';
import { limits } from './limits.ts';

const [card, onMessage] = commandsFor('card', 'global');
if (!card || !onMessage) throw new Error('two commands are registered');
const subCommands = card.options ?? [];

describe('the commands', () => {
  test('keep to every limit, everywhere and on one server', () => {
    expect(limits.commandList.safeParse(commandsFor('card', 'global')).error).toBeUndefined();
    expect(limits.guildCommandList.safeParse(commandsFor('karte', 'server')).error).toBeUndefined();
  });

  test('are the words of the grammar, but for a card’s story, and connecting', () => {
    const names = subCommands.map(({ name }) => name);
    expect([...names].sort()).toEqual(
      [...grammar.filter((word) => !['new', 'trace'].includes(word)), 'connect'].sort(),
    );
  });

  test('suggest what is to be chosen, and nothing else', () => {
    const options = subCommands.flatMap((each) => each.options ?? []);
    const suggesting = options.filter(({ autocomplete }) => autocomplete).map(({ name }) => name);
    expect(new Set(suggesting)).toEqual(new Set(['card', 'column', 'person', 'label', 'board']));
    for (const { name, autocomplete } of options)
      expect([name, autocomplete]).toEqual([name, suggesting.includes(name) || undefined]);
  });

  test('have German names that are as different from each other', () => {
    for (const each of [card, ...subCommands]) {
      const german = (each.options ?? []).map(({ name_localizations: names }) => names?.de);
      expect(new Set(german).size).toBe(german.length);
    }
    expect(onMessage).toMatchObject({
      type: 3,
      name: 'Create card',
      name_localizations: { de: 'Karte anlegen' },
    });
    expect(onMessage).not.toHaveProperty('description');
  });
});

/** As Discord lists a command: with ids and defaults, its keys in another order, what is false left out. */
function listed(body: CommandBody): Record<string, unknown> {
  const { options, ...rest } = body;
  return {
    ...{
      id: '1',
      application_id: '2',
      version: '3',
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      integration_types: [0],
    },
    ...(options
      ? {
          options: options.map((option) => ({
            ...Object.fromEntries(Object.entries(listed(option)).reverse()),
          })),
        }
      : {}),
    description: '',
    ...rest,
  };
}

describe('commands that stand', () => {
  const wanted = commandsFor('card', 'global');

  test('are known in whatever order and with whatever Discord adds', () => {
    expect(sameCommands([...wanted].reverse().map(listed), wanted)).toBe(true);
    expect(sameCommands(commandsFor('card', 'server').map(listed), commandsFor('card', 'server'))).toBe(true);
  });

  test.each<[string, (text: string) => string]>([
    ['a text', (text) => text.replace('Show a card', 'Show the card')],
    ['a German name', (text) => text.replace('"zeigen"', '"anzeigen"')],
    ['an option', (text) => text.replace('"required":true', '"required":false')],
    ['an order of options', (text) => text.replace(/"mine"(.*)"overdue"/, '"overdue"$1"mine"')],
    ['a word', (text) => text.replace('"name":"card"', '"name":"karte"')],
    ['a place', (text) => text.replace('[0,1]', '[0,1,2]')],
  ])('differ by %s', (_what, change) => {
    const standing = JSON.parse(change(JSON.stringify(wanted)));
    expect(sameCommands(standing, wanted)).toBe(false);
  });

  test('differ by one more or one less', () => {
    expect(sameCommands([], wanted)).toBe(false);
    expect(sameCommands(wanted.slice(1), wanted)).toBe(false);
    expect(sameCommands([...wanted, { type: 1, name: 'other' }], wanted)).toBe(false);
  });
});
