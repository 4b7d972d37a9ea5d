import type { EventMail } from '../../../schemas/asked.ts';
import type { CommandEvent } from '../../../schemas/event.ts';
import type { Channel } from '../../channels/channel.ts';
import { stableId } from '../../domain/ids.ts';
import { mostMailBytes } from '../../domain/mail.ts';
import { type Say, say } from '../../domain/say.ts';
import type { EmailConnection, Team } from '../../teams/team.ts';
import type { Asker } from '../asker.ts';
import type { Parts } from '../parts.ts';
import { answerMail } from './answer-mail.ts';
import { isKnownSender } from './known-sender.ts';
import { parkEvent } from './parked.ts';

/** A mail at the gate. */
export interface Arriving {
  readonly parts: Parts;
  readonly team: Team;
  readonly event: CommandEvent;
  /** The event's own. */
  readonly mail: EventMail;
  readonly channel: Channel;
  readonly through: EmailConnection;
  readonly asker: Asker;
  /** An earlier run may have got somewhere with it. */
  readonly lookSince?: Date | undefined;
}

/** What one address may ask for by mail in a day, and say of one card: more is a flood, or two robots that do not say so and talk to each other. */
const mostADay = { known: 300, strangers: 40, ofOneCard: 50 } as const;

/**
 * Decides what a mail may do: anyone can write to an address, and write any name under it.
 * @returns undefined when it is let in; else the code of how it ended. Whoever may be answered is told once a day (`Channel.answer`).
 */
export async function refusedAtGate(arriving: Arriving): Promise<string | undefined> {
  const { parts, team, event } = arriving;
  const known = await isKnown(arriving);
  await meet(arriving);
  const code = (await isTooMuch(arriving, known))
    ? await refused(arriving, say('mail-too-often'))
    : await refusal(arriving, known);
  const told = { team: team.id, connection: event.connection, id: event.id };
  if (code) parts.log.info('mail-not-admitted', { ...told, code });
  else parts.log.info('mail-admitted', { ...told, kind: known ? 'known' : 'stranger' });
  return code;
}

async function refusal(arriving: Arriving, known: boolean): Promise<string | undefined> {
  const { mail, through } = arriving;
  if (mail.unread === 'too-large')
    return refused(arriving, say('mail-too-large', { limit: mostMailBytes / 1024 / 1024 }));
  if (mail.unread) return refused(arriving, say('mail-unreadable'));
  const isLetIn = known || through.strangers === 'accept';
  if (!isLetIn && through.strangers === 'refuse') return refused(arriving, say('mail-strangers-refused'));
  // Nobody is asked to confirm that they have written nothing.
  if (isEmpty(arriving.event)) return refused(arriving, say('mail-empty'));
  return isLetIn ? undefined : confirmFirst(arriving);
}

/** Whether there is nothing in it to open a card for: its door finds a title for everything else. */
function isEmpty({ input }: CommandEvent): boolean {
  return input.by === 'form' && input.form === 'create' && (input.fields.title ?? '').trim() === '';
}

async function refused(arriving: Arriving, line: Say): Promise<string> {
  await answerMail(arriving, arriving.event, [line], 'refused');
  return `refused-${line.key}`;
}

/**
 * Who is known is counted apart: nobody can use up what is theirs by writing under their name. A mail that waited for a board is not counted
 * again.
 */
async function isTooMuch(
  { parts, team, event: { person }, mail, lookSince }: Arriving,
  known: boolean,
): Promise<boolean> {
  if (lookSince) return false;
  const { count } = parts.store.tallies;
  const who = known ? 'known' : 'strangers';
  if ((await count(team.id, stableId('mail-from', who, person.id))) > mostADay[who]) return true;
  if (mail.answers === undefined) return false;
  return (await count(team.id, stableId('mail-on', who, person.id, mail.answers))) > mostADay.ofOneCard;
}

/** Keeps it for a week, and sends the address a link. Where nothing may be answered, there is nobody to ask. */
async function confirmFirst(arriving: Arriving): Promise<string> {
  const { parts, team, event, channel } = arriving;
  if (!event.reply.mail || !channel.page) return 'refused-mail-unanswerable';
  const id = await parkEvent(parts, team, event);
  const url = channel.page('confirm', id);
  // Whoever forged the mail wrote its subject: no more of it than tells mails apart.
  const subject = [...event.reply.mail.subject].slice(0, 80).join('');
  // Said apart, so that what somebody else writes under their name does not use up their question of the day.
  const line = event.unproven ? say('mail-confirm-unproven', { subject, url }) : say('mail-confirm', { url });
  await answerMail(arriving, event, [line], 'confirm');
  return 'mail-parked';
}

/** Known is also who answers what was sent to them, where it is proven to be from them. */
async function isKnown(arriving: Arriving): Promise<boolean> {
  const { event, mail, asker } = arriving;
  if (mail.own && !event.unproven) return true;
  return isKnownSender({ ...arriving, role: asker.role });
}

/**
 * They are written to in the language that they write; the team's own needs no note. Whoever is proven to write from an address that mail
 * came back from can be asked something there again.
 */
async function meet({ parts, team, event, mail }: Arriving): Promise<void> {
  const { person, unproven } = event;
  const before = await parts.store.correspondents.get(team.id, person.id);
  const { language } = mail;
  if (language && language !== (before.language ?? team.language))
    await parts.store.correspondents.know(team.id, person.id, { language });
  if (unproven || before.blocked !== 'bounce') return;
  await parts.store.correspondents.unblock(team.id, person.id);
  parts.log.info('mail-unblocked', { team: team.id, connection: event.connection });
}
