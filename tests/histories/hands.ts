import type { Hand } from '../sims/mattermost/hand.ts';
import type { SimPerson } from '../sims/wekan/person.ts';
import type { Travel } from './board-side.ts';
import type { Records } from './records.ts';
import type { TeamWorld } from './team-world.ts';
import type { WekanSide } from './wekan-side.ts';

/** The fakes' own hands of one team's people, which can do more than all boards and chats can. */
export interface Hands {
  /** Somebody at the chat. */
  chat(person: string): Hand;
  /** Somebody at the board; their webhooks travel so. */
  board(person: string, travel?: Travel): SimPerson;
}

/** Opens them. */
export function openHands({ board, mattermost }: TeamWorld<WekanSide>, records: Records): Hands {
  return {
    chat: (person) => {
      records.touch();
      return mattermost.hand(person);
    },
    board: (person, travel) => {
      records.touch();
      return board.hand(person, travel);
    },
  };
}
