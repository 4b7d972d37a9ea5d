import { openWekan } from '../boards/wekan/open.ts';
import { startWekanSim } from '../sims/wekan/sim.ts';
import { boardConformance } from './board.ts';
import { realBoard } from './real-board.ts';

boardConformance('Wekan, the fake of the newest server', async () => {
  const sim = await startWekanSim();
  return { board: await openWekan(sim), person: 'tom', stop: () => sim.stop() };
});

boardConformance('Wekan, the fake of an old server', async () => {
  const sim = await startWekanSim({ old: true });
  return { board: await openWekan(sim), person: 'tom', stop: () => sim.stop() };
});

/**
 * A real server: `CARDWIRE_TEST_WEKAN_URL`, `_USER`, `_PASSWORD` of an account that is a member of the board `_BOARD` (title or id), which
 * has two columns, a label, and another member `_PERSON`. The tests leave their cards on the board.
 */
const { env } = process;
const url = env.CARDWIRE_TEST_WEKAN_URL;
if (url) {
  const access = {
    product: 'wekan',
    private: true,
    url,
    user: env.CARDWIRE_TEST_WEKAN_USER ?? '',
    password: env.CARDWIRE_TEST_WEKAN_PASSWORD ?? '',
    board: env.CARDWIRE_TEST_WEKAN_BOARD ?? '',
  } as const;
  boardConformance('Wekan, a real server', () => realBoard(access, env.CARDWIRE_TEST_WEKAN_PERSON ?? ''));
}
