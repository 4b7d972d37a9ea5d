import type { BoardSettings } from '../../schemas/boards.ts';
import type { BoardConnection } from '../teams/team.ts';
import type { Board, BoardSetup } from './board.ts';
import type { BoardAccess, BoardDeps, ReadSecret } from './deps.ts';

export type { BoardAccess, BoardDeps } from './deps.ts';

/** What a product's folder gives. Each takes its own settings and connections only; the table below pairs them, which the compiler takes our word for (methods' parameters). */
interface Product {
  accessOf(settings: BoardSettings, secretOf: ReadSecret): BoardAccess;
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

/** How to reach the board that a team's file describes: secrets read, addresses ready to have a path appended. */
export async function boardAccess(settings: BoardSettings, secretOf: ReadSecret): Promise<BoardAccess> {
  return (await products[settings.product]()).accessOf(settings, secretOf);
}

/** Opens what set-up does on the far side. */
export async function openBoardSetup(
  access: BoardAccess,
  deps: Pick<BoardDeps, 'http' | 'now'>,
): Promise<BoardSetup> {
  return (await products[access.product]()).openSetup(access, deps);
}
