import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { en, type TextKey } from '../../lib/texts/en.ts';
import { texts } from '../../lib/texts/texts.ts';
import { languages } from './rendering.ts';

const keys = Object.keys(en) as TextKey[];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe.each(languages)('the texts in %s', (language) => {
  const mine = texts[language];

  test('are the same as in English, with the same values', () => {
    expect(Object.keys(mine).sort()).toEqual([...keys].sort());
    for (const key of keys) expect([key, placeholders(mine[key])]).toEqual([key, placeholders(en[key])]);
  });

  test.each(keys)('%s is well written', (key) => {
    const text = mine[key];
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/ {2}|\t|\{\s|\{\}/);
    expect(text.split('**').length % 2).toBe(1);
    expect(text.split('`').length % 2).toBe(1);
  });

  test.each(keys)('%s: a block stands on lines of its own', (key) => {
    for (const line of mine[key].split('\n')) if (line.includes('```')) expect(line).toBe('```');
  });
});

test('every text is used', () => {
  const files = ['lib', 'functions'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/texts[/\\](en|de)\.ts$/.test(path))
      .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
  );
  const source = files.join('\n');
  // Keys put together at run time: `help-${verb}`.
  const beginnings = [...source.matchAll(/`([a-z-]+-)\$\{/g)].map(([, start = '']) => start);
  const isUsed = (key: string) => source.includes(`'${key}'`) || beginnings.some((b) => key.startsWith(b));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
