import { isRefusal } from '../../domain/errors.ts';
import { stableId } from '../../domain/ids.ts';
import { type Say, say } from '../../domain/say.ts';
import type { EmailConnection, Team } from '../../teams/team.ts';
import type { Asking, CardInHand } from '../asking.ts';
import { plain } from '../team-text.ts';
import { startNotices } from './notices.ts';
import { parkNotice } from './parked.ts';

/** In a day: addresses that one person may have asked, and times that one address is. */
const mostADay = { by: 10, to: 3 } as const;

/**
 * A mail address is to hear of a card, asked for in any channel. Its owner is asked first, by a link that is sent there: until it is followed,
 * nothing else is. Somebody's own address, as the team's settings have it, needs no asking.
 * @param address undefined where none is wanted.
 * @returns what the person is told.
 */
export async function askForNotices(
  asking: Asking,
  { key, ref }: Pick<CardInHand, 'key' | 'ref'>,
  address: string | undefined,
): Promise<readonly Say[]> {
  if (address === undefined) return [];
  const { parts, team, event, self } = asking;
  const through = mailOf(team);
  if (!through) return [say('notify-no-mail')];
  if ((await parts.store.correspondents.get(team.id, address)).blocked)
    return [say('notify-blocked', { address })];
  const wanted = { connection: through.id, board: key.board, card: key.card, address };
  if (self?.email?.toLowerCase() === address) {
    await startNotices(asking, wanted);
    return [say('did-notify', { address, card: ref })];
  }
  // A run that died has been counted already.
  if (!asking.lookSince && !(await mayAsk(asking, address))) return [say('notify-too-often')];
  const id = await parkNotice(parts, team, wanted);
  const channel = await parts.channel(team, through);
  if (!channel.page) return [say('notify-no-mail')];
  const to = {
    handle: {
      mail: { id: '', references: [], subject: plain(team, say('notify-subject', { team: team.id })) },
    },
    conversation: await channel.directWith(address),
    person: address,
    at: event.at,
  };
  const line = say('notify-confirm', { card: ref, team: team.id, url: channel.page('confirm', id) });
  try {
    await channel.answer(to, [line], stableId(event.id, 'notify'));
    return [say('notify-asked', { address, card: ref })];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [error.say ?? say('notify-blocked', { address })];
  }
}

function mailOf(team: Team): EmailConnection | undefined {
  return Object.values(team.channels).find((each) => each.product === 'email');
}

async function mayAsk({ parts, team, event }: Asking, address: string): Promise<boolean> {
  const { count } = parts.store.tallies;
  const by = await count(team.id, stableId('notify-by', event.connection, event.person.id));
  const to = await count(team.id, stableId('notify-to', address));
  return by <= mostADay.by && to <= mostADay.to;
}
