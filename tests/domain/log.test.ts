import { expect, test } from '@jest/globals';
import { onlyLogFields } from '../../lib/domain/log.ts';

/** What README promises of a log line: our own ids, codes and counts. */
const allowed = {
  ...{ team: 'ops', connection: 'main', product: 'wekan', code: 'card-gone', id: 'e1', kind: 'command' },
  ...{ status: 0, attempt: 2, milliseconds: 3, count: 4 },
};

test('a log line has our own fields and no others, whatever it is handed', () => {
  expect(onlyLogFields(allowed)).toEqual(allowed);
  const error = { ...allowed, message: 'Ann wrote', url: 'https://a.example/seal', stack: 'x', say: {} };
  expect(onlyLogFields(error)).toEqual(allowed);
});

test('a field that is not known does not stand in it', () => {
  expect(Object.keys(onlyLogFields({ code: 'x' }))).toEqual(['code']);
  expect(onlyLogFields({})).toEqual({});
});
