import type { CardKey, CardRecord } from '../../store/card-record.ts';
import type { Asking } from '../asking.ts';
import { isKnownSender } from './known-sender.ts';

/**
 * What a card that a mail opened needs besides its owner, before anyone is told of it: whoever got the same mail can answer it, and, where the
 * team wants that, hears of the card. Only known people who may be answered may name others to us: they are written to.
 * @returns the record with them in it.
 */
export async function withCopied(
  asking: Asking,
  key: CardKey,
  record: CardRecord | undefined,
): Promise<CardRecord | undefined> {
  const { parts, team, event, through } = asking;
  const { mail, conversation, connection } = event;
  if (!mail) return record;
  if (mail.root !== undefined)
    await parts.store.mailTargets.remember(mail.root, { ...key, connection, conversation });
  if (through.product !== 'email' || !through.followCopied || !event.reply.mail) return record;
  if (!(await isKnownSender(asking))) return record;
  const added = [];
  for (const follower of mail.copied ?? []) {
    const { blocked } = await parts.store.correspondents.get(team.id, follower.person);
    if (blocked) continue;
    await parts.store.cards.follow(key, follower);
    added.push(follower);
  }
  return record && { ...record, followers: [...record.followers, ...added] };
}
