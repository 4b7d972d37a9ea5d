import { say } from '../../domain/say.ts';
import type { VerbOf } from '../asking.ts';
import { boardInHand } from './in-hand.ts';

/** Which boards there are, and which one this conversation means. */
export const boards: VerbOf<'boards'> = async (asking) => {
  const { connection } = await boardInHand(asking);
  const names = Object.keys(asking.team.boards).join(', ');
  return { lines: [say('boards-are', { boards: names, board: connection.id, word: asking.word })] };
};

/** This conversation means another board from now on. */
export const board: VerbOf<'board'> = async ({ parts, team, event }, { board: chosen }) => {
  await parts.store.conversations.chooseBoard(team.id, event.conversation, chosen);
  return { lines: [say('did-board', { board: chosen })] };
};
