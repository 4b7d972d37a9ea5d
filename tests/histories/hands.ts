import type { CallOut } from '../sims/mattermost/callback.ts';
import { createHand, type Hand } from '../sims/mattermost/hand.ts';
import { type Activity, payloadOf } from '../sims/wekan/payload.ts';
import { createPerson, type SimPerson } from '../sims/wekan/person.ts';
import type { Clock } from './clock.ts';
import type { DoorFault, Doors } from './doors.ts';
import type { TeamWorld } from './team-world.ts';

/** How a webhook travels: when it arrives (more than once if said so), and what goes wrong at the door. Milliseconds. */
export interface Travel {
  readonly arrivesAfter: readonly number[];
  readonly fault: DoorFault;
}

export const straight: Travel = { arrivesAfter: [0], fault: 'none' };

/** What people of one team do, in the chat and on the board. */
export interface Hands {
  /** Somebody at the chat. */
  chat(person: string): Hand;
  /** Somebody at the board; their webhooks travel so. */
  board(person: string, travel?: Travel): SimPerson;
  /** Webhooks that no door took. */
  readonly refused: { readonly card: string; readonly at: number }[];
}

/** How long a board takes to store what it has told already (wekan.md A1.6). Milliseconds. */
const STORING_MS = 400;

/** Opens the hands of one team's people. */
export function openHands(world: TeamWorld, doors: Doors, clock: Clock): Hands {
  const refused: { card: string; at: number }[] = [];
  const { webhook, boardWorld, chat, attributes } = world;

  async function send(payload: object, card: string, fault: DoorFault): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-wekan-token': webhook.token };
    const { status } = await doors.call(webhook.path, { headers, body: JSON.stringify(payload) }, fault);
    if (status !== 200) refused.push({ card, at: clock.now });
  }

  const fire = (travel: Travel) => async (activity: Activity) => {
    const payload = payloadOf(boardWorld, activity, { old: false, attributes });
    const card = activity.card?._id ?? '';
    for (const after of travel.arrivesAfter) {
      if (after === 0) await send(payload, card, travel.fault);
      else void clock.sleep(after).then(() => send(payload, card, travel.fault));
    }
  };

  return {
    refused,
    chat: (person) => createHand(chat, chatCalls(doors), `http://${world.chatHost}`, chat.user(person)),
    board: (person, travel = straight) =>
      createPerson(boardWorld, { fire: fire(travel) }, person, STORING_MS, clock.sleep),
  };
}

/** How the fake chat calls integrations: straight to the doors. */
export function chatCalls(doors: Doors): CallOut {
  return async (url, { headers, body = '' }) => {
    const { status, contentType, text } = await doors.call(new URL(url).pathname, { headers, body });
    return { status, reason: '', contentType, text };
  };
}
