import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Showing } from '../../../lib/channels/channel.ts';
import { cardPost } from '../../../lib/channels/discord/card-post.ts';
import { newsDraft } from '../../../lib/channels/discord/news.ts';
import { pingNobody } from '../../../lib/channels/discord/posts.ts';
import { createSpeaker } from '../../../lib/channels/discord/speak.ts';
import type { Language } from '../../../schemas/team.ts';
import { errorTree, limits } from './limits.ts';
import { showing } from './world.ts';

const now = () => Date.parse('2026-11-20T12:00:00Z');
const speaker = (language: Language = 'en') => createSpeaker({ language, timezone: 'Europe/Berlin' }, now);
const conversation = 'discord:talk:1:';
const { face } = showing(conversation);
const post = (more: Partial<Showing['face']> = {}, language: Language = 'en') =>
  cardPost(showing(conversation, { face: { ...face, ...more } }), speaker(language));

describe('the living message', () => {
  test('names what there is, in the language and time zone of the team', () => {
    const [embed] = post({}, 'de').embeds;
    expect(embed.title).toBe('#42 Fix the pump');
    expect(embed.url).toBe(face.url);
    expect(embed.fields?.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Spalte: To Do',
      'Personen: tom',
      'Fällig: Fr 27. Nov., 14:00 (<t:1795784400:R>)',
      'Labels: urgent',
      'Angelegt von: eva',
    ]);
  });

  test('leaves out what there is not', () => {
    const { ref: _, due: __, owner: ___, ...rest } = face;
    const bare = { ...rest, people: [], labels: [] };
    const [embed] = cardPost(showing(conversation, { face: bare }), speaker()).embeds;
    expect(embed.title).toBe('Fix the pump');
    expect(embed.fields?.map(({ name }) => name)).toEqual(['Column']);
    expect(embed).not.toHaveProperty('description');
  });

  test('offers what still makes sense, under names that the door reads', () => {
    const names = (made: ReturnType<typeof post>) =>
      made.components.flatMap(({ components }) => components.map(({ custom_id }) => custom_id));
    expect(names(post())).toEqual([
      ...['card|comment|ops-board|card-1', 'card|assign|ops-board|card-1', 'card|follow|ops-board|card-1'],
      ...['card|done|ops-board|card-1', 'card|move|ops-board|card-1'],
    ]);
    expect(names(post({ state: 'archived' }))).toEqual([
      ...['card|comment|ops-board|card-1', 'card|follow|ops-board|card-1'],
    ]);
    expect(post({ state: 'deleted' }).components).toEqual([]);
    expect(post({ id: 'x'.repeat(100) }).components).toEqual([]);
  });

  test('an archived and a deleted card say so; the deleted one leads nowhere', () => {
    expect(post({ state: 'archived' }).embeds[0].description).toContain('archived');
    const [gone] = post({ state: 'deleted' }).embeds;
    expect(gone.description).toContain('deleted');
    expect([gone.url, gone.fields]).toEqual([undefined, []]);
  });

  test.each(['javascript:alert(1)', `https://x.org/${'a'.repeat(2_100)}`, 'https://', ''])(
    'a link that Discord would refuse (%s) is not one',
    (url) => {
      expect(post({ url }).embeds[0]).not.toHaveProperty('url');
    },
  );

  test('offers 25 columns, the first ones, each once', () => {
    const columns = Array.from({ length: 60 }, (_, at) => ({
      id: `column-${at % 30}`,
      name: `Column ${at % 30}`,
    }));
    const made = cardPost(showing(conversation, { columns }), speaker());
    const select = made.components[1]?.components[0];
    expect(select && 'options' in select && select.options.map(({ value }) => value)).toEqual(
      columns.slice(0, 25).map(({ id }) => id),
    );
  });
});

/** Texts that are awkward for limits and for marks alike. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('', ' ', '\n', '*'.repeat(5_000), '😀'.repeat(3_000), '@everyone '.repeat(700), '<@1>'),
);

test('keeps to every documented limit, whatever people and boards write', () => {
  const happening = fc.record({
    id: fc.constant('h'),
    kind: fc.constantFrom('comment', 'move', 'edit', 'assign', 'delete'),
    who: text,
    comment: text,
    subject: text,
    from: text,
    to: text,
    at: fc.constant(1),
  });
  const any = fc.record({
    face: fc.record({
      id: fc.constantFrom('c', 'x'.repeat(100)),
      ref: fc.constantFrom('#1', 'OPS-12345'),
      ...{ title: text, column: text, people: fc.array(text), labels: fc.array(text), owner: text },
      due: fc.constantFrom('2026-11-27T13:00:00.000Z', 'nonsense'),
      url: fc.constantFrom('https://board.example.org/c', '', 'nonsense', 'https://a b'),
      state: fc.constantFrom('open', 'archived', 'deleted'),
      revision: fc.constant(1),
    }),
    columns: fc.array(fc.record({ id: text, name: text }), { maxLength: 40 }),
    last: happening,
    news: fc.array(happening, { minLength: 1, maxLength: 20 }),
  });
  fc.assert(
    fc.property(any, fc.boolean(), (parts, own) => {
      const shown = showing(conversation, parts as unknown as Partial<Showing>);
      const card = { ...cardPost(shown, speaker()), ...pingNobody };
      const state = { message: '1', thread: own ? '1' : '2' };
      const { replyTo: _, ...news } = { ...newsDraft(shown, speaker(), state), ...pingNobody };
      const read = [
        limits.messageCreate.safeParse(card),
        limits.messageEdit.safeParse(card),
        limits.messageCreate.safeParse(news),
      ];
      expect(read.flatMap(({ error }) => (error ? errorTree(error.issues) : []))).toEqual([]);
    }),
    { numRuns: 80 },
  );
}, 60_000);
