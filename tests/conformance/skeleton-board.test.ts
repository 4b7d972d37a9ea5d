import { boardConformance } from './board.ts';
import { openSkeletonBoard } from './skeleton-board.ts';

/** Proves that the suite asks for nothing but the port: no server, no set-up, no product of ours. */
boardConformance('a skeleton, with its cards in memory', async () => ({
  board: openSkeletonBoard(),
  person: 'tom',
  stop: async () => undefined,
}));
