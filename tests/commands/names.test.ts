import { describe, expect, test } from '@jest/globals';
import { isMe, readLabel, readLabels, readMention, readPeople } from '../../lib/commands/names.ts';

test.each([
  ['@tom', 'tom'],
  ['@tom,', 'tom'],
  ['@tom.', 'tom'],
  ['@tom..', 'tom'],
  ['@Anna.Berg_2!?', 'Anna.Berg_2'],
  ['@José', 'José'],
  ['@me', 'me'],
  ['@ICH', 'me'],
  ['@"Anna Berg"', 'Anna Berg'],
  ['@"myself"', 'me'],
  ['@"tom."', 'tom.'],
  ['@„Anna Berg“', 'Anna Berg'],
  ['@', undefined],
  ['@-', undefined],
  ['@"--"', undefined],
  ['@""', undefined],
  ['@all', undefined],
  ['@Channel', undefined],
  ['@"here"', undefined],
  ['@allie', 'allie'],
  ['tom', undefined],
  ['tom@example.org', undefined],
  ['@tom@social.example', undefined],
  ['(@tom', undefined],
  ['@tom/x', undefined],
  ['x"tom"', undefined],
])('%j mentions %j', (word, name) => expect(readMention(word)).toBe(name));

test.each([
  ['#urgent', 'urgent'],
  ['#urgent!', 'urgent'],
  ['#to-do.now,', 'to-do.now'],
  ['#2nd', '2nd'],
  ['#22nd', '22nd'],
  ['#urgent?!', 'urgent'],
  ['#_x', '_x'],
  ['#🔥', '🔥'],
  ['#"needs parts"', 'needs parts'],
  ['#"42"', '42'],
  ['#""', undefined],
  ['#42', undefined],
  ['#', undefined],
  ['##', undefined],
  ['#-x', undefined],
  ['#a#b', undefined],
  ['#a(b', undefined],
  ['x#a', undefined],
  ['x"a b"', undefined],
])('%j is the label %j', (word, name) => expect(readLabel(word)).toBe(name));

test.each([
  ['me', true],
  ['MYSELF', true],
  ['mich', true],
  ['mir', true],
  ['Ich', true],
  ['@me', false],
  ['my', false],
])('%j is who asks: %j', (name, is) => expect(isMe(name)).toBe(is));

describe('names after a verb', () => {
  test.each([
    ['tom', ['tom']],
    ['Anna Berg', ['Anna Berg']],
    ['Anna Berg, tom; ann', ['Anna Berg', 'tom', 'ann']],
    ['Anna Berg and tom & ann + eva UND max', ['Anna Berg', 'tom', 'ann', 'eva', 'max']],
    ['@tom @"Anna Berg" "Eva Lang" max', ['tom', 'Anna Berg', 'Eva Lang', 'max']],
    ['Anna me Berg', ['Anna', 'me', 'Berg']],
    ['tom, tom', ['tom']],
    ['Anna , tom', ['Anna', 'tom']],
    ['tom,; ann', ['tom', 'ann']],
    ['Berg,Anna tom', ['Berg,Anna tom']],
    ['@', []],
    [', ; and', []],
    ['', []],
  ])('%j', (text, names) => expect(readPeople(text)).toEqual(names));

  test('of labels are the same, and nobody is among them', () => {
    expect(readLabels('#urgent needs parts, #"to do" me')).toEqual(['urgent', 'needs parts', 'to do', 'me']);
    expect(readLabels('call me now')).toEqual(['call me now']);
    expect(readLabels('@tom')).toEqual(['@tom']);
    expect(readPeople('#urgent')).toEqual(['#urgent']);
  });
});
