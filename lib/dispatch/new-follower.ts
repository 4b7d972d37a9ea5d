import type { CommandEvent } from '../../schemas/event.ts';
import type { Follower } from '../store/card-record.ts';
import type { Asking, CardInHand } from './asking.ts';
import { faceOf } from './face.ts';
import { tellConversation } from './tell.ts';

/** Whoever asked for it, for which team. */
interface Asked extends Pick<Asking, 'parts' | 'team'> {
  readonly event: Pick<CommandEvent, 'id' | 'at'>;
}

/**
 * Shows a conversation that begins to hear of a card the card as it stands, with who opened it as the last thing that happened. Safe to repeat.
 * @throws CardwireError what the board throws.
 */
export async function tellNewFollower(
  { parts, team, event: { id, at } }: Asked,
  { connection, board, key, card, record }: Omit<CardInHand, 'ref'>,
  { conversation, person }: Pick<Follower, 'conversation'> & { readonly person: string },
): Promise<void> {
  const who = record?.owner?.name;
  const opened = { id, kind: 'create', ...(who === undefined ? {} : { who }), at } as const;
  const face = faceOf(team, connection, card, who);
  const columns = await board.columns();
  const tiding = { team, key, record, face, columns, happenings: [opened], by: { conversation, person }, at };
  await tellConversation(parts, tiding, conversation);
}
