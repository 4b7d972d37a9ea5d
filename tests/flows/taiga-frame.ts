import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { SimPost } from '../sims/mattermost/model.ts';
import type { SimPerson } from '../sims/taiga/person.ts';
import type { TaigaSim } from '../sims/taiga/sim.ts';
import { one, type SimStory } from '../sims/taiga/world.ts';
import type { House } from './house.ts';
import { cardPost, types } from './sight.ts';
import { openTaigaHouse, type TaigaHouse } from './taiga-house.ts';

/** What a test about a Taiga project stands in: the house of its file, and a card of its own. */
export interface TaigaFrame {
  readonly all: TaigaHouse;
  readonly taiga: TaigaSim;
  readonly house: House;
  /** The test's own card: tom opened it in the town square. */
  readonly story: SimStory;
  /** Its living message there, or another card's by its title. */
  post(title?: string): SimPost;
  /** Ann at the board. */
  ann(): SimPerson;
  /** Tom opens another card in the town square. */
  opens(title: string): Promise<SimStory>;
}

/** Opens a house for all tests of a file, and a card before each of them. */
export function frameOfFile(): TaigaFrame {
  let all: TaigaHouse | undefined;
  let story: SimStory | undefined;
  const opened = (): TaigaHouse => all ?? raise();

  async function opens(title: string): Promise<SimStory> {
    const { house, taiga, rest } = opened();
    const told = await types(house, 'tom', `/card ${title}`);
    if (told.length > 0) throw new Error(`not opened: ${told.join('\n')}`);
    await rest();
    return one(taiga.world.stories, ({ subject }) => subject === title, `story ${title}`);
  }

  beforeAll(async () => {
    all = await openTaigaHouse();
  });
  let titles = 0;
  beforeEach(async () => {
    titles += 1;
    story = await opens(`Pump ${titles}`);
  });
  afterAll(() => all?.stop());

  return {
    get all() {
      return opened();
    },
    get taiga() {
      return opened().taiga;
    },
    get house() {
      return opened().house;
    },
    get story() {
      return story ?? raise();
    },
    post: (title = `Pump ${titles}`) => cardPost(opened().house, 'town-square', title),
    ann: () => opened().taiga.asUser('ann'),
    opens,
  };
}

function raise(): never {
  throw new Error('outside of a test');
}
