import { describe, expect, test } from '@jest/globals';
import { pickColumns } from '../../lib/setup/columns.ts';

const columns = ['To Do', 'Doing', 'Review', 'Done'].map((name, at) => ({ id: `l${at}`, name }));
const pick = (intake?: string, done?: string) => pickColumns(columns, { intake, done }, 'boards.kanban');

describe('the columns of a connection', () => {
  test('are the first and the last unless the file names them', () => {
    expect(pick()).toEqual({ intake: columns[0], done: columns[3] });
    expect(pick('doing', 'review')).toEqual({ intake: columns[1], done: columns[2] });
  });

  test('may be one and the same', () => {
    const only = [{ id: 'l', name: 'All' }];
    const picked = pickColumns(only, { intake: undefined, done: undefined }, 'boards.kanban');
    expect(picked).toEqual({ intake: only[0], done: only[0] });
  });

  test('that are not there are named together, with the nearest and the list', () => {
    expect(() => pick('Dooing', 'Finished')).toThrow(
      'boards.kanban.intake: no column is called “Dooing”, did you mean “Doing”?; ' +
        'boards.kanban.done: no column is called “Finished”. The columns are: To Do, Doing, Review, Done',
    );
  });

  test('are needed', () => {
    expect(() => pickColumns([], { intake: undefined, done: undefined }, 'boards.kanban')).toThrow(
      'boards.kanban: the board has no columns',
    );
  });
});
