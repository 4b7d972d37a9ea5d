import type { BoardConnection } from '../teams/team.ts';
import type { Board, BoardSetup } from './board.ts';
import type { BoardAccess, BoardDeps } from './deps.ts';

export type { BoardAccess, BoardDeps } from './deps.ts';

/** Each opens its own connections only; the table below pairs them, which the compiler takes our word for (methods' parameters). */
interface Product {
  open(connection: BoardConnection, deps: BoardDeps): Board;
  openSetup(access: BoardAccess, deps: Pick<BoardDeps, 'http' | 'now'>): BoardSetup;
}

/** Every product, loaded on first use. A new one is a folder and a line here. */
const products: Readonly<Record<BoardConnection['product'], () => Promise<Product>>> = {
  wekan: async () => (await import('./wekan/index.ts')).wekan,
  taiga: async () => (await import('./taiga/index.ts')).taiga,
};

/**
 * Opens a connection's board. Makes no call yet. What it returns holds the board's names in memory: open it once for a connection and
 * keep it as long as the connection stays the same.
 */
export async function openBoard(connection: BoardConnection, deps: BoardDeps): Promise<Board> {
  return (await products[connection.product]()).open(connection, deps);
}

/** Opens what set-up does on the far side. */
export async function openBoardSetup(
  access: BoardAccess,
  deps: Pick<BoardDeps, 'http' | 'now'>,
): Promise<BoardSetup> {
  return (await products[access.product]()).openSetup(access, deps);
}
