import type { CommandInput } from '../../../schemas/asked.ts';
import type { CommandEvent } from '../../../schemas/event.ts';
import type { Channel } from '../../channels/channel.ts';
import { say } from '../../domain/say.ts';
import type { Parked } from '../../store/parked.ts';
import type { Team } from '../../teams/team.ts';
import type { Parts } from '../parts.ts';
import { answerMail } from './answer-mail.ts';
import { startNotices } from './notices.ts';
import { confirmedId, openParked, type Waiting } from './parked.ts';

/** A link that was followed, and how a command that it lets go is carried out. */
export interface Followed {
  readonly parts: Parts;
  readonly team: Team;
  readonly event: CommandEvent;
  readonly channel: Channel;
  readonly carryOut: (event: CommandEvent) => Promise<void>;
}

type Link = Extract<CommandInput, { readonly by: 'link' }>;

/** Does what a link in a mail of ours is for. The door has seen that we gave it out. @returns the outcome's code. */
export async function followLink(followed: Followed, { action, token }: Link): Promise<string> {
  return action === 'confirm' ? confirm(followed, token) : unsubscribe(followed, token);
}

/** The conversation that the mail was sent to hears no more of its card; nothing else changes. */
async function unsubscribe(followed: Followed, id: string): Promise<string> {
  const { parts, team, event } = followed;
  const target = await parts.store.mailTargets.get(id);
  if (target?.team !== team.id || target.connection !== event.connection) return 'refused-link-unknown';
  const { board, card, conversation } = target;
  await parts.store.cards.unfollow({ team: team.id, board, card }, conversation);
  parts.log.info('mail-unsubscribed', { team: team.id, connection: event.connection });
  // A link says on its page that it is done; a mail waits for an answer.
  await answerMail(followed, event, [say('mail-unsubscribed')], 'answer');
  return 'done-unsubscribe';
}

/**
 * The owner of an address has said that they wrote this. What else waits for the address and is proven to come from it is carried out
 * with it; what is not is asked for once more, since it may be somebody else's.
 */
async function confirm(followed: Followed, id: string): Promise<string> {
  const { parts, team } = followed;
  const parked = await parts.store.parked.get(team.id, id);
  const waiting = parked && openParked(parts, team, parked);
  if (!parked || !waiting) return 'refused-link-unknown';
  await parts.store.correspondents.know(team.id, addressOf(waiting), { confirmed: true });
  const others = await parts.store.parked.besides(team.id, id);
  for (const other of others.filter(({ proven }) => proven)) await letGo(followed, other);
  await askOfTheRest(followed, others);
  await letGo(followed, parked);
  parts.log.info('mail-confirmed', { team: team.id, id });
  return 'done-confirm';
}

function addressOf(waiting: Waiting): string {
  return waiting.kind === 'notice' ? waiting.address : waiting.event.person.id;
}

/** Carries out what was parked, once however often it is let go. */
export async function letGo(followed: Followed, parked: Parked): Promise<void> {
  const { parts, team } = followed;
  const waiting = openParked(parts, team, parked);
  if (waiting?.kind === 'event') {
    const { unproven: _, ...event } = waiting.event;
    // The event itself has had its outcome: it was parked.
    await followed.carryOut({ ...event, id: confirmedId(event) });
  } else if (waiting) await startNotices(followed, waiting);
  await parts.store.parked.takeUp(team.id, parked.id);
}

/** One mail with a link for each: the address is a person's, as one of them has just shown. */
async function askOfTheRest(followed: Followed, others: readonly Parked[]): Promise<void> {
  const { parts, team, channel } = followed;
  if (!channel.page) return;
  const asked = [];
  for (const parked of others.filter(({ proven }) => !proven)) {
    const waiting = openParked(parts, team, parked);
    if (waiting?.kind !== 'event') continue;
    const { event } = waiting;
    const url = channel.page('confirm', parked.id);
    asked.push({ event, line: say('mail-confirm-more', { subject: event.reply.mail?.subject ?? '', url }) });
  }
  const [first] = asked;
  if (!first) return;
  const lines = asked.map(({ line }) => line);
  await answerMail(followed, first.event, lines, 'confirm-more');
}
