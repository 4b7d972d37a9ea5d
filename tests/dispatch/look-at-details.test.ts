import { expect, test } from '@jest/globals';
import { lookAtDetails } from '../../lib/dispatch/reconcile/look-at-details.ts';
import type { CardDetails } from '../../lib/domain/card-details.ts';
import type { KnownDetails } from '../../lib/store/details.ts';

const step = (id: string) => ({ id, name: `Step ${id}`, done: false, state: '' });
const comments = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `c${at}`, says: 'x' }));
const details: CardDetails = { steps: [step('1'), step('2')], comments: comments(1) };

const look = (known: KnownDetails['known'], now: CardDetails, isFirst = false) =>
  lookAtDetails({ isFirst }, { version: 1, known }, now);
const knownOf = (now: CardDetails) => look({}, now).known ?? {};

test('what is known already is not to be written down', () => {
  expect(look(knownOf(details), details)).toEqual({ changes: [], known: undefined });
  expect(look({}, {})).toEqual({ changes: [], known: undefined });
});

test('a kind that was not read before is', () => {
  const all = { ...details, files: [] };
  expect(look(knownOf(details), all)).toEqual({ changes: [], known: knownOf(all) });
});

test('a comment that came back is', () => {
  const known = knownOf(details);
  const gone = Object.fromEntries(
    Object.entries(known).map(([key, state]) => [key, key.startsWith('c') && key !== 'c' ? '-' : state]),
  );
  expect(look(gone, details)).toEqual({ changes: [], known });
});

test('that comments are too old to be remembered is, and not told', () => {
  const before = { ...knownOf({ comments: comments(100) }), ...knownOf({ comments: comments(1) }) };
  const { changes, known = {} } = look(before, {
    comments: comments(101).toSpliced(100, 1, { id: 'c99', says: 'x' }),
  });
  expect(changes).toEqual([]);
  expect(Object.keys(known)).toHaveLength(Object.keys(before).length - 1);
});

test('at the first look at a board all is taken as it is', () => {
  const now = { ...details, steps: [{ ...step('1'), done: true }] };
  expect(look(knownOf(details), now).changes).toHaveLength(2);
  expect(look(knownOf(details), now, true)).toEqual({ changes: [], known: knownOf(now) });
});
