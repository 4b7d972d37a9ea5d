import { withId } from './answers.ts';
import type { Client } from './client.ts';

/** The bot's direct conversations. */
export interface Directs {
  /** The channel of a person alone with the bot. */
  roomOf(person: string): Promise<string>;
}

/** Contract A2.2: the same channel each time, so it is asked for once; too many of them opened at once are refused. */
export function createDirects(client: Client): Directs {
  const rooms = new Map<string, string>();
  return {
    roomOf: async (person) => {
      const known = rooms.get(person);
      if (known !== undefined) return known;
      const { id } = await client.post('/users/@me/channels', { recipient_id: person }, withId);
      rooms.set(person, id);
      return id;
    },
  };
}
