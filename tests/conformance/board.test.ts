import { openBoard, openBoardSetup } from '../../lib/boards/registry.ts';
import { boardDeps, openSimBoard } from '../boards/open.ts';
import { startWekanSim } from '../sims/wekan/sim.ts';
import { type BoardWorld, boardConformance } from './board.ts';

boardConformance('Wekan, the fake of the newest server', async () => {
  const sim = await startWekanSim();
  return { board: await openSimBoard(sim), person: 'tom', stop: () => sim.stop() };
});

boardConformance('Wekan, the fake of an old server', async () => {
  const sim = await startWekanSim({ old: true });
  return { board: await openSimBoard(sim), person: 'tom', stop: () => sim.stop() };
});

/**
 * A real server: `CARDWIRE_TEST_WEKAN_URL`, `_USER`, `_PASSWORD` of an account that is a member of the board `_BOARD` (title or id), which
 * has two columns, a label, and another member `_PERSON`. The tests leave their cards on the board.
 */
const { env } = process;
const url = env.CARDWIRE_TEST_WEKAN_URL;
if (url) {
  boardConformance('Wekan, a real server', async (): Promise<BoardWorld> => {
    const access = {
      product: 'wekan',
      url,
      user: env.CARDWIRE_TEST_WEKAN_USER ?? '',
      password: env.CARDWIRE_TEST_WEKAN_PASSWORD ?? '',
    } as const;
    const deps = boardDeps();
    const setup = await openBoardSetup({ ...access, board: env.CARDWIRE_TEST_WEKAN_BOARD ?? '' }, deps);
    const { self, board, columns } = await setup.connect();
    const intake = columns[0]?.id ?? '';
    const connection = {
      ...access,
      id: 'test',
      generation: 1,
      private: true,
      self,
      board,
      intake,
      done: intake,
    };
    return {
      board: await openBoard(connection, deps),
      person: env.CARDWIRE_TEST_WEKAN_PERSON ?? '',
      stop: async () => undefined,
    };
  });
}
