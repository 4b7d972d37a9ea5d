import type { House } from '../flows/house.ts';
import type { TaigaHouse } from '../flows/taiga-house.ts';

/** What ann does on a board in the bench, whatever its product. */
export interface BoardHands {
  /** Every call the board's server has had. */
  readonly requests: readonly unknown[];
  /** Where new cards stand, and where they go. */
  readonly columns: { readonly first: string; readonly next: string; readonly last: string };
  move(title: string, column: string): Promise<void>;
  label(title: string, label: string): Promise<void>;
  comment(title: string, text: string): Promise<void>;
  /** Where a board tells what the bridge itself has written: keeps that back until it is let go. */
  readonly echo?: { hold(): void; release(): Promise<void> };
}

/** Ann's hands on the house's Wekan board. */
export function wekanHands({ wekan }: House): BoardHands {
  const ann = wekan.asUser('ann');
  const idOf = (title: string) => wekan.world.cards.find((card) => card.title === title)?._id ?? '';
  return {
    requests: wekan.requests,
    columns: { first: 'To Do', next: 'Doing', last: 'Done' },
    move: (title, column) => ann.moveCard(idOf(title), column),
    label: (title, label) => ann.label(idOf(title), label),
    comment: async (title, text) => {
      await ann.comment(idOf(title), text);
    },
  };
}

/** Ann's hands on the Taiga project. */
export function taigaHands({ taiga }: TaigaHouse): BoardHands {
  const ann = taiga.asUser('ann');
  const idOf = (title: string) => taiga.world.stories.find(({ subject }) => subject === title)?.id ?? 0;
  return {
    requests: taiga.requests,
    columns: { first: 'New', next: 'Ready', last: 'Done' },
    move: (title, column) => ann.moveCard(idOf(title), column),
    label: (title, label) => ann.label(idOf(title), label),
    comment: async (title, text) => {
      await ann.comment(idOf(title), text);
    },
    echo: {
      hold: () => taiga.hooks.hold(),
      release: async () => {
        await taiga.hooks.release();
        await taiga.settled();
      },
    },
  };
}
