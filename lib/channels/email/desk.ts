import { stableId } from '../../domain/ids.ts';
import type { EmailConnection, Team } from '../../teams/team.ts';
import type { ChannelDeps } from '../deps.ts';
import type { Speaker } from '../speaker.ts';
import type { MailMemory } from './memory.ts';
import { sendOnce } from './send-once.ts';
import { mailable } from './sender.ts';
import type { SendMail } from './ses.ts';
import { compose, type Letter } from './write/compose.ts';
import { createMailSpeaker } from './write/speak.ts';

/** What writing mails works with: one connection's name, memory and way out. */
export interface Desk {
  readonly connection: EmailConnection;
  readonly deps: ChannelDeps;
  readonly memory: MailMemory;
  readonly send: SendMail;
}

/** Whom a mail is written to. */
export interface Reader {
  readonly speaker: Speaker;
  readonly language: Team['language'];
}

/**
 * What is known of whom a mail is written to: the language they write in themselves, else the team's. Undefined where mail came back or its
 * owner complained of it: nothing is sent there, which is no failure of whatever was to be said.
 */
export async function readerAt(
  { connection, memory, deps }: Desk,
  address: string,
): Promise<Reader | undefined> {
  const { language = deps.team.language, blocked } = await memory.correspondents.get(deps.team.id, address);
  if (!blocked) return { speaker: createMailSpeaker({ ...deps.team, language }, deps.now), language };
  deps.log.info('mail-withheld', { team: deps.team.id, connection: connection.id, code: blocked });
  return undefined;
}

/**
 * Puts a mail into its envelope and sends it once.
 * @param id stable id of what is said.
 * @returns its Message-ID without brackets; empty when it is not known.
 * @throws CardwireError of `sesFailure`, `mail-address-refused`.
 */
export async function post(
  { connection, deps, memory, send }: Desk,
  id: string,
  letter: Omit<Letter, 'messageId' | 'loop'>,
): Promise<string> {
  const { id: name, generation, domain } = connection;
  const to = mailable(letter.to);
  const raw = await compose({
    ...letter,
    to,
    messageId: `${stableId('mail', id)}@${domain}`,
    loop: `${deps.team.id}.${domain}`,
  });
  const parts = { sendings: memory.mailSendings, send, log: deps.log, team: deps.team.id, connection: name };
  const tags = { team: deps.team.id, connection: name, generation: String(generation) };
  return sendOnce(parts, stableId(deps.team.id, name, id), { from: letter.from.address, to, raw, tags });
}
