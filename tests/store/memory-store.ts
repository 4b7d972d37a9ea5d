import { createStore, type Store } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import { dynamoThrough, MemoryTable } from '../histories/dynamo.ts';

/** An empty store on a table in memory, and a clock that only the test moves. */
export function openMemoryStore(): { readonly store: Store; readonly clock: { now: number } } {
  const clock = { now: Date.UTC(2026, 10, 21, 9) };
  const read = () => clock.now;
  const table = new MemoryTable();
  const dynamo = dynamoThrough(async (each) => table.execute(each));
  return { store: createStore(createTable(dynamo, 'table', read), read), clock };
}
