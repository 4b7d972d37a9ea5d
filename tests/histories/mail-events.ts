import type { CommandEvent } from '../../schemas/event.ts';
import type { House } from './house.ts';
import type { MailSide, WrittenMail } from './mail-side.ts';
import type { TeamWorld } from './team-world.ts';

/** What invariants of mail look at: what came, what it was written as, how it ended, who can be written to. */

/** What came by mail to a team, once each, and how it ended. */
export function mailsIn(house: House, { id }: TeamWorld) {
  const events = house.records.accepted.flatMap(({ event }) =>
    event.kind === 'command' && event.mail && event.team === id ? [event] : [],
  );
  return [...new Map(events.map((event) => [event.id, event])).values()].map((event) => {
    return { event, outcome: outcomeOf(house, event) };
  });
}

/** How a command ended; of one that waited for its person to confirm it, how it ended then. */
export function outcomeOf({ table }: House, { team, id }: CommandEvent): string | undefined {
  const [first, confirmed] = ['', '-confirmed'].map((more) =>
    table.items.get(`TEAM#${team}\nEVENT#${id}${more}`),
  );
  const receipt = confirmed ?? first;
  return receipt?.state === 'done' ? String(receipt.outcome) : undefined;
}

/** The mail that a command came in. */
export function writtenFor({ written }: MailSide, { mail }: CommandEvent): WrittenMail | undefined {
  return written.find(({ taken }) => taken.includes(mail?.original ?? ''));
}

/** Nothing goes where mail came back or SES takes none; and of a mail whose tries all died SES cannot be asked. */
export function isOutOfReach({ office }: House, { returned }: MailSide, address: string): boolean {
  return returned.has(address) || office.refused.has(address) || office.takenAsSent > 0;
}
