import { noPage, ok, type SimAnswer } from './answers.ts';
import type { SimCall } from './route.ts';

const usual = 30;
const most = 1000;

/** A2.2: 30 a page unless told, all of them with `x-disable-pagination`, 404 past the last page. */
export function paged(
  rows: readonly unknown[],
  { query, headers }: Pick<SimCall, 'query' | 'headers'>,
): SimAnswer {
  if (headers['x-disable-pagination'] !== undefined) return ok(rows);
  const size = Math.min(Number(query.get('page_size') ?? usual) || usual, most);
  const page = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(rows.length / size));
  if (!Number.isInteger(page) || page < 1 || page > last) throw noPage();
  return {
    ...ok(rows.slice((page - 1) * size, page * size)),
    headers: {
      'x-paginated': 'true',
      'x-paginated-by': String(size),
      'x-pagination-count': String(rows.length),
      'x-pagination-current': String(page),
    },
  };
}
