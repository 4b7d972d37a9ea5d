import { describe, expect, test } from '@jest/globals';
import { named } from '../../lib/boards/named.ts';
import { parseWebhook } from '../../lib/boards/wekan/parse-webhook.ts';

describe('what a webhook of Wekan is about', () => {
  test.each([
    ['act-addAttachment', 'attachment', 'a, b.pdf'],
    ['act-addedLabel', 'label', 'Milk, eggs'],
    ['act-joinMember', 'member', 'Smith, John'],
    ['act-checkedItem', 'checklistItem', 'Nuts, bolts'],
    ['act-setCustomField', 'customField', 'Size, weight'],
  ])('%s: is one name, whatever commas it holds', (description, field, name) => {
    const [news] = parseWebhook({ cardId: 'crd1', [field]: name, description }) ?? [];
    expect(news?.change).toMatchObject({ subject: name, subjects: [name] });
  });

  test('is told without a name where a field is called like a part of the card', () => {
    const hook = { cardId: 'crd1', customField: 'title', description: 'act-setCustomField' };
    const [news] = parseWebhook(hook) ?? [];
    expect(news?.change).toEqual({ kind: 'edit', card: 'crd1', early: true, subjects: ['title'] });
  });
});

describe('the names of a change', () => {
  test('are none where nothing has a name', () => {
    expect([named([]), named(['', ''])]).toEqual([{}, {}]);
  });

  test('are told no longer than a sentence bears, and compared as they are', () => {
    const long = 'x'.repeat(255);
    expect(named([long])).toEqual({ subject: `${'x'.repeat(199)}…`, subjects: [long] });
    expect(named(['x'.repeat(200)]).subject).toBe('x'.repeat(200));
  });

  test('are no more than a queue takes', () => {
    const all = Array.from({ length: 500 }, () => '\u0001'.repeat(5000));
    expect(JSON.stringify(named(all)).length).toBeLessThan(256 * 1024);
  });
});
