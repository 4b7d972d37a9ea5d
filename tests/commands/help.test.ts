import { describe, expect, test } from '@jest/globals';
import { helpFor } from '../../lib/commands/help.ts';
import { verbs } from '../../schemas/team.ts';
import { languages, words } from '../texts/rendering.ts';
import { read } from './reading.ts';

describe('help', () => {
  test('shows every verb that the person may use, one line each, and how to write cards and dates', () => {
    for (const language of languages) {
      const lines = helpFor(undefined, verbs, 'karte').map((line) => words(line, language));
      for (const verb of verbs.filter((v) => v !== 'create')) {
        expect(
          lines.filter(
            (line) => line.startsWith(`\`/karte ${verb} `) || line.startsWith(`\`/karte ${verb}\``),
          ),
        ).not.toEqual([]);
      }
      expect(lines.join('\n')).toContain('`/karte help move`');
      expect(lines.join('\n')).toContain('`#42`');
      expect(lines.join('\n')).toContain('`2027-12-24`');
    }
  });

  test('leaves out what the person may not do', () => {
    const keys = helpFor(undefined, ['create', 'show', 'help'], 'card').map(({ key }) => key);
    expect(keys).toEqual([
      'help-title',
      'help-create',
      'help-show',
      'help-help',
      'help-cards',
      'help-dates',
      'help-one',
    ]);
  });

  test('shows one verb with examples, or says that it is for members', () => {
    expect(helpFor('move', verbs, 'card').map(({ key }) => key)).toEqual(['help-move', 'help-move-more']);
    expect(helpFor('move', ['help'], 'card')).toEqual([
      { key: 'help-not-allowed', values: { word: 'card', verb: 'move' } },
    ]);
  });

  test('says how it is typed where everything is an option', () => {
    for (const about of [undefined, 'move'] as const) {
      const keys = helpFor(about, verbs, 'card', { byOptions: true }).map(({ key }) => key);
      expect(keys.filter((key) => key === 'help-options')).toHaveLength(1);
    }
  });

  test('every example in it is understood', () => {
    for (const language of languages) {
      for (const verb of verbs) {
        const lines = helpFor(verb, verbs, 'card').map((line) => words(line, language));
        const examples = [...lines.join('\n').matchAll(/`\/card( [^`]*)?`/g)].map(([, text]) => text ?? '');
        expect(examples.length).toBeGreaterThan(0);
        for (const example of examples) expect(read(example, { language }).verb).toEqual(expect.any(String));
      }
    }
  });

  test('every date in it is a date', () => {
    for (const language of languages) {
      const line = helpFor(undefined, verbs, 'card').find(({ key }) => key === 'help-dates');
      const dates = [...(line ? words(line, language) : '').matchAll(/`([^`]+)`/g)];
      expect(dates.length).toBeGreaterThan(3);
      for (const [, date] of dates) expect(read(`due #42 ${date}`, { language })).toHaveProperty('at');
    }
  });
});
