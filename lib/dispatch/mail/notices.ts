import type { CommandEvent } from '../../../schemas/event.ts';
import type { Team } from '../../teams/team.ts';
import { tellNewFollower } from '../new-follower.ts';
import type { Parts } from '../parts.ts';
import type { WantedNotice } from './parked.ts';

/** An address hears of a card from now on, and is shown it at once. What is gone meanwhile is left. Safe to repeat. */
export async function startNotices(
  { parts, team, event }: { readonly parts: Parts; readonly team: Team; readonly event: CommandEvent },
  { connection: name, board: on, card: id, address }: WantedNotice,
): Promise<void> {
  const [through, connection] = [team.channels[name], team.boards[on]];
  if (!through || !connection) return;
  const channel = await parts.channel(team, through);
  const conversation = await channel.directWith(address);
  const key = { team: team.id, board: on, card: id };
  await parts.store.cards.follow(key, { conversation, person: address });
  const board = await parts.board(team, connection);
  const card = await board.read(id);
  if (!card) return;
  const record = await parts.store.cards.get(key);
  const follower = { conversation, person: address };
  await tellNewFollower({ parts, team, event }, { connection, board, key, card, record }, follower);
}
