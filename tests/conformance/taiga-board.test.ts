import { openTaiga } from '../boards/taiga/open.ts';
import { startTaigaSim } from '../sims/taiga/sim.ts';
import { boardConformance } from './board.ts';
import { realBoard } from './real-board.ts';

boardConformance('Taiga, the fake', async () => {
  const sim = await startTaigaSim();
  return { board: await openTaiga(sim), person: 'tom', stop: () => sim.stop() };
});

/**
 * A real server: `CARDWIRE_TEST_TAIGA_URL` (and `_API` where that is another host), `_USER` and `_PASSWORD` or `_TOKEN` (an application's) of
 * an account that is a member of the project `_PROJECT` (its slug), which has two columns besides the archive's, a tag, and another
 * member `_PERSON`. The tests leave their cards on the board.
 */
const { env } = process;
const url = env.CARDWIRE_TEST_TAIGA_URL;
if (url) {
  const slug = env.CARDWIRE_TEST_TAIGA_PROJECT ?? '';
  const token = env.CARDWIRE_TEST_TAIGA_TOKEN;
  const access = {
    product: 'taiga',
    private: true,
    ...{ url, api: env.CARDWIRE_TEST_TAIGA_API ?? url, slug, board: slug },
    user: env.CARDWIRE_TEST_TAIGA_USER ?? '',
    ...(token ? { token } : { password: env.CARDWIRE_TEST_TAIGA_PASSWORD ?? '' }),
  } as const;
  boardConformance('Taiga, a real server', () => realBoard(access, env.CARDWIRE_TEST_TAIGA_PERSON ?? ''));
}
