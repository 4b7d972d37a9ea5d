import type { Table } from './table.ts';

/** What a conversation has chosen for itself. */
export interface Conversations {
  /** The board connection that commands mean here; undefined when nobody has chosen one. */
  board(team: string, conversation: string): Promise<string | undefined>;
  chooseBoard(team: string, conversation: string, board: string): Promise<void>;
}

/** Conversations' choices in the table. */
export function createConversations(table: Table): Conversations {
  const keyOf = (team: string, conversation: string) => ({
    pk: `TEAM#${team}`,
    sk: `CONVERSATION#${conversation}`,
  });
  return {
    async board(team, conversation) {
      const item = await table.get(keyOf(team, conversation));
      return item?.board === undefined ? undefined : String(item.board);
    },

    async chooseBoard(team, conversation, board) {
      await table.update(keyOf(team, conversation), {
        set: { v: ':v', board: ':board' },
        values: { v: 1, board },
      });
    },
  };
}
