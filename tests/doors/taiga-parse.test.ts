import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeLocator } from '../../lib/boards/taiga/comment-locator.ts';
import { parseWebhook } from '../../lib/boards/taiga/parse-webhook.ts';
import { changeEvent } from '../../schemas/event.ts';

describe('reading a webhook', () => {
  const hook = (more: object) => ({
    action: 'change',
    type: 'userstory',
    date: '2026-11-20T23:24:54.752Z',
    ...more,
  });
  const said = (more: object, date = '2026-11-20T23:24:54.752Z') => {
    const change = {
      comment: 'hello',
      delete_comment_date: null,
      edit_comment_date: null,
      diff: {},
      ...more,
    };
    const by = { id: 6, username: 'bot', full_name: 'Bot User' };
    return parseWebhook(hook({ data: { id: 1 }, by, change, date }))?.map(({ change: told }) => told);
  };
  const edited = { edit_comment_date: '2026-11-20T23:24:54.700Z' };
  const versions = (id: number) => ({ comment_versions: [{ comment: 'old', user: { id } }] });

  test('survives nobody, nothing, and a task without a story', () => {
    const change = { comment: '', diff: { status: { from: 'New', to: 'Ready' } } };
    expect(parseWebhook(hook({ by: null, data: null, change }))).toEqual([]);
    expect(parseWebhook(hook({ type: 'task', by: null, data: { id: 1, user_story: null }, change }))).toEqual(
      [],
    );
    const [news] = parseWebhook(hook({ by: null, data: { id: 1 }, change })) ?? [];
    expect(news?.change).toEqual({
      kind: 'move',
      fromName: 'New',
      card: '1',
      happened: Date.parse('2026-11-20T23:24:54.752Z'),
    });
  });

  test('knows no id without a date', () => {
    expect(parseWebhook({ action: 'create', type: 'userstory', data: { id: 1 } })).toEqual([
      { change: { kind: 'create', card: '1' }, id: undefined },
    ]);
  });

  test('accepts and ignores types it does not know', () => {
    for (const type of [
      'swimlane',
      'toString',
      '__proto__',
      'issue',
      'epic',
      'milestone',
      'wikipage',
      'project',
    ])
      expect(parseWebhook(hook({ type, data: { id: 1 } }))).toEqual([]);
  });

  test('names who edited a comment, and not its author for somebody else', () => {
    expect(said({ ...edited, ...versions(6) })).toMatchObject([
      { step: 'edited', actor: { id: '6', username: 'bot' } },
    ]);
    expect(said({ ...edited, ...versions(5) })?.[0]?.actor).toEqual({ id: '5' });
  });

  test('names nobody who may not have deleted or restored a comment', () => {
    const removed = said({ delete_comment_date: '2026-11-20T23:24:54.700Z' });
    expect(removed).toMatchObject([{ kind: 'comment', step: 'removed' }]);
    expect(removed?.[0]).not.toHaveProperty('actor');
    const restored = said({ ...edited, ...versions(6) }, '2026-11-20T23:24:58.000Z');
    expect(restored).toMatchObject([{ kind: 'comment', step: 'restored' }]);
    expect(restored?.[0]).not.toHaveProperty('actor');
  });

  test('does not tell the diff again with which an edited comment was written', () => {
    const diff = { status: { from: 'New', to: 'Ready' } };
    expect(said({ diff })?.map(({ kind }) => kind)).toEqual(['move', 'comment']);
    expect(said({ diff, ...edited })?.map(({ kind }) => kind)).toEqual(['comment']);
  });

  test.each<[string, object, object[]]>([
    ['points', { points: { UX: { from: '?', to: '3' } } }, [{ kind: 'edit', subject: 'points' }]],
    [
      'a block that is lifted',
      { is_blocked: { from: true, to: false } },
      [{ kind: 'edit', subject: 'unblocked' }],
    ],
    ['another reason', { blocked_note_diff: { from: 'a', to: 'b' } }, [{ kind: 'edit', subject: 'blocked' }]],
    [
      'no due date any more',
      { due_date: { from: '2026-12-24', to: null } },
      [{ kind: 'due', step: 'removed' }],
    ],
    [
      'somebody who leaves',
      { assigned_users: { from: 'Ann, Bob', to: 'Bob' } },
      [{ kind: 'assign', step: 'removed', subject: 'Ann' }],
    ],
    [
      'a tag that goes',
      { tags: { from: ['a'], to: [] } },
      [{ kind: 'label', step: 'removed', subject: 'a', subjects: ['a'] }],
    ],
    [
      'a field that is called like a part of the card',
      { custom_attributes: { new: [{ name: 'title' }], changed: [], deleted: [] } },
      [{ kind: 'edit', subjects: ['title'] }],
    ],
    [
      'fields, one of them with a comma',
      { custom_attributes: { new: [{ name: 'Size, weight' }], changed: [{ name: 'Colour' }], deleted: [] } },
      [{ kind: 'edit', subject: 'Size, weight, Colour', subjects: ['Size, weight', 'Colour'] }],
    ],
    [
      'tags, one of them with a comma',
      { tags: { from: ['a'], to: ['a', 'Milk, eggs', 'b'] } },
      [{ kind: 'label', step: 'added', subject: 'Milk, eggs, b', subjects: ['Milk, eggs', 'b'] }],
    ],
    [
      'files that come and go at once',
      {
        attachments: {
          new: [{ filename: 'a, b.pdf' }, { filename: 'b' }],
          changed: [],
          deleted: [{ filename: 'c' }],
        },
      },
      [
        { kind: 'attachment', step: 'added', subject: 'a, b.pdf, b', subjects: ['a, b.pdf', 'b'] },
        { kind: 'attachment', step: 'removed', subject: 'c', subjects: ['c'] },
      ],
    ],
    ['something nobody has foreseen', { horoscope: { from: 'lion', to: 'crab' } }, [{ kind: 'edit' }]],
    ['what tasks did to the story', { is_closed: { from: false, to: true } }, []],
  ])('tells %s', (_, diff, told) => {
    const news = parseWebhook(hook({ data: { id: 1 }, change: { comment: '', diff } })) ?? [];
    expect(news.map(({ change: { card: _card, happened: _at, ...change } }) => change)).toEqual(told);
  });

  test.each<[string, object, boolean, object]>([
    [
      'a state that is open',
      { status: { from: 'New', to: 'In progress' } },
      false,
      { step: 'edited', subject: 'Visit: New → In progress', subjects: ['Visit'] },
    ],
    ['a closed state', { status: { from: 'New', to: 'Done' } }, true, { step: 'ticked', subject: 'Visit' }],
    ['another name', { subject: { from: 'x', to: 'Visit' } }, false, { step: 'edited', subject: 'Visit' }],
  ])('tells of a task with %s', (_, diff, is_closed, told) => {
    const data = { id: 3, subject: 'Visit', status: { is_closed }, user_story: { id: 1 } };
    const [news] = parseWebhook(hook({ type: 'task', data, change: { comment: '', diff } })) ?? [];
    expect(news).toMatchObject({
      id: 'task:3:2026-11-20T23:24:54.752Z',
      change: { kind: 'checklist', card: '1', ...told },
    });
  });

  test('tells a comment on a task on its card', () => {
    const data = { id: 3, subject: 'Visit', user_story: { id: 1 } };
    const [news] =
      parseWebhook(hook({ type: 'task', by: { id: 6 }, data, change: { comment: 'hello' } })) ?? [];
    const comment = writeLocator({ type: 'task', id: 3, author: 6 }, 'hello');
    expect(news?.change).toMatchObject({ kind: 'comment', step: 'added', card: '1', comment });
  });

  test('never throws and never gives an event that the queue would not take', () => {
    const field = fc.constantFrom(
      ...[
        'status',
        'tags',
        'assigned_users',
        'attachments',
        'custom_attributes',
        'is_blocked',
        'x',
        'due_date',
      ],
    );
    const change = fc.record(
      {
        comment: fc.oneof(fc.string(), fc.anything()),
        edit_comment_date: fc.anything(),
        comment_versions: fc.anything(),
        diff: fc.dictionary(field, fc.anything()),
      },
      { requiredKeys: [] },
    );
    const type = fc.constantFrom('userstory', 'task', 'relateduserstory', 'project');
    const data = fc.oneof(fc.anything(), fc.constant({ id: 1, user_story: { id: 2 } }));
    const made = fc.record({
      action: fc.constant('change'),
      type,
      by: fc.anything(),
      date: fc.anything(),
      data,
      change,
    });
    fc.assert(
      fc.property(fc.oneof(made, fc.anything()), (body) => {
        for (const { change: told } of parseWebhook(body) ?? []) {
          const event = {
            v: 1,
            kind: 'change',
            id: 'x',
            at: 1,
            team: 'ops',
            connection: 'board',
            generation: 1,
          };
          expect(changeEvent.safeParse({ ...event, change: told }).success).toBe(true);
        }
      }),
    );
  });
});
