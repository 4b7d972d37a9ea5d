import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { errorTree, limits } from './limits.ts';

const takes = (schema: z.core.$ZodType, body: unknown) => z.safeParse(schema, body).success;
const button = (custom_id: string) => ({ type: 2, style: 1, label: 'Done', custom_id });
const row = (...components: unknown[]) => ({ type: 1, components });
const option = (at: number) => ({ label: `Column ${at}`, value: `${at}` });
const select = (count: number) => ({
  ...{ type: 3, custom_id: 'move' },
  options: Array.from({ length: count }, (_, at) => option(at)),
});
const label = (component: unknown) => ({ type: 18, label: 'Title', component });
const input = (more = {}) => ({ type: 4, custom_id: 'title', style: 2, ...more });
const form = (...components: unknown[]) => ({ type: 9, data: { title: 'Card', custom_id: 'c', components } });
const command = (more = {}) => ({ name: 'card', description: 'Cards', ...more });
const text = (name: string, more = {}) => ({ type: 3, name, description: name, ...more });

/** What the official OpenAPI misses (contract A5.2) is where a mirror earns its place. */
describe('the mirrors of Discord’s limits', () => {
  test.each<[string, keyof typeof limits, unknown, unknown]>([
    ['content', 'messageCreate', { content: 'x'.repeat(2000) }, { content: 'x'.repeat(2001) }],
    ['unknown fields', 'messageCreate', { content: 'x' }, { content: 'x', ephemeral: true }],
    ['nonce', 'messageCreate', { nonce: 'x'.repeat(25) }, { nonce: 'x'.repeat(26) }],
    ['no nonce with an answer', 'interactionMessage', { content: 'x' }, { content: 'x', nonce: 'x' }],
    ['ephemeral is for interactions', 'interactionMessage', { flags: 64 }, { flags: 32768 }],
    ['and not for posts', 'messageCreate', { flags: 4096 }, { flags: 64 }],
    [
      'the embeds together',
      'messageCreate',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1905) }] },
    ],
    [
      'a field of an embed',
      'messageCreate',
      { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1024) }] }] },
      { embeds: [{ fields: [{ name: 'n', value: '' }] }] },
    ],
    [
      'custom ids',
      'messageCreate',
      { components: [row(button('a'), button('b'))] },
      { components: [row(button('a')), row(button('a'))] },
    ],
    [
      'buttons in a row',
      'messageCreate',
      { components: [row(...[1, 2, 3, 4, 5].map((at) => button(`${at}`)))] },
      { components: [row(...[1, 2, 3, 4, 5, 6].map((at) => button(`${at}`)))] },
    ],
    ['options', 'messageCreate', { components: [row(select(25))] }, { components: [row(select(26))] }],
    [
      'a select stands alone',
      'messageCreate',
      { components: [row(select(1)), row(button('a'))] },
      { components: [row(select(1), button('a'))] },
    ],
    [
      'mentions',
      'messageCreate',
      { allowed_mentions: { parse: [], users: ['1'] } },
      { allowed_mentions: { parse: ['users'], users: ['1'] } },
    ],
    [
      'parts of a form',
      'callback',
      form(label(input())),
      form(...Array.from({ length: 6 }, () => label(input()))),
    ],
    ['the old form', 'callback', form(label(input())), form(row(input()))],
    [
      'a prefilled text',
      'callback',
      form(label(input({ value: 'x' }))),
      form(label(input({ value: 'x'.repeat(4001) }))),
    ],
    [
      'no disabled in forms',
      'callback',
      form(label(select(1))),
      form(label({ ...select(1), disabled: true })),
    ],
    [
      'a deferral',
      'callback',
      { type: 5, data: { flags: 64 } },
      { type: 5, data: { flags: 64, content: 'x' } },
    ],
    [
      'choices',
      'callback',
      { type: 8, data: { choices: [] } },
      { type: 8, data: { choices: [{ name: '', value: 'x' }] } },
    ],
    ['command names', 'commandList', [command({ name: 'karte-ö' })], [command({ name: 'Karte' })]],
    [
      'no spaces in them',
      'commandList',
      [command({ type: 3, description: '', name: 'Create card' })],
      [command({ name: 'a b' })],
    ],
    [
      'required options first',
      'commandList',
      [command({ options: [text('a', { required: true }), text('b')] })],
      [command({ options: [text('a'), text('b', { required: true })] })],
    ],
    [
      'autocomplete or choices',
      'commandList',
      [command({ options: [text('a', { autocomplete: true })] })],
      [command({ options: [text('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    ],
    [
      'localised names',
      'commandList',
      [command({ options: [text('a', { name_localizations: { de: 'c' } }), text('b')] })],
      [command({ options: [text('a', { name_localizations: { de: 'b' } }), text('b')] })],
    ],
    [
      'languages',
      'commandList',
      [command({ name_localizations: { de: 'karte' } })],
      [command({ name_localizations: { xx: 'karte' } })],
    ],
    [
      'the whole command',
      'commandList',
      [command({ options: [text('a')] })],
      [
        command({
          options: Array.from({ length: 25 }, (_, at) => ({ ...text(`o${at}`), choices: choicesOf(4) })),
        }),
      ],
    ],
    ['contexts on a guild', 'guildCommandList', [command()], [command({ contexts: [0] })]],
    ['a thread of its own', 'threadAlone', { name: 'x', type: 11 }, { name: 'x', type: 0 }],
    ['a forum’s post', 'forumPost', { name: 'x', message: { content: 'x' } }, { name: 'x' }],
    ['waking a thread', 'threadEdit', { archived: false }, { archive: false }],
    ['a direct conversation', 'directOpen', { recipient_id: '1' }, { recipient_id: 1 }],
    [
      'an endpoint',
      'applicationEdit',
      { interactions_endpoint_url: 'https://a.b/c' },
      { interactions_endpoint_url: '/c' },
    ],
    ['an edit takes away', 'messageEdit', { content: null, components: [] }, { content: 'x', nonce: 'n' }],
    ['a thread’s name', 'threadFromMessage', { name: 'x'.repeat(100) }, { name: 'x'.repeat(101) }],
    [
      'a thread’s silence',
      'threadFromMessage',
      { name: 'x', auto_archive_duration: 60 },
      { name: 'x', auto_archive_duration: 61 },
    ],
  ])('%s', (_, name, good, bad) => {
    expect(z.safeParse<z.core.$ZodType>(limits[name], good).error).toBeUndefined();
    expect(takes(limits[name], bad)).toBe(false);
  });

  test('the errors say where it is, through unions too', () => {
    const body = { components: [row({ ...button('a'), label: 'x'.repeat(81) })] };
    const { error } = z.safeParse(limits.messageCreate, body);
    expect(errorTree(error?.issues ?? [])).toMatchObject({
      components: { 0: { components: { 0: { label: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } } } },
    });
  });
});

function choicesOf(count: number) {
  return Array.from({ length: count }, (_, at) => ({ name: `${at}`.repeat(50), value: `${at}`.repeat(50) }));
}
