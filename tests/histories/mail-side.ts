import type { Store } from '../../lib/store/store.ts';
import type { EmailConnection } from '../../lib/teams/team.ts';
import { rawOf } from '../flows/write-mail.ts';
import type { Travel } from './board-side.ts';
import type { Doors } from './doors.ts';
import type { MailDoors } from './mail-doors.ts';
import type { PostedMail, PostOffice } from './post-office.ts';

/** Everyone has the same address with every team. */
export const addressOf = (person: string) => `${person}@people.test`;

/** A mail that somebody wrote to a team. */
export interface WrittenMail {
  readonly from: string;
  /** Its Message-ID. */
  readonly id: string;
  readonly text: string;
  /** A program wrote it, whatever it says: nothing may come of it. */
  readonly automatic: boolean;
  /** Nothing may answer it. */
  readonly quiet: boolean;
  /** The name of the file that goes along. */
  readonly file?: string;
  /** SES's ids of it: one for each time it was sent. */
  readonly taken: readonly string[];
}

/** What a person writes, to whichever address of the team. */
export interface Draft {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What it answers. */
  readonly answers?: PostedMail;
  readonly automatic?: boolean;
  /** Their program asks for no automatic answer. */
  readonly quiet?: boolean;
  readonly cc?: string;
  /** The name of a file that goes along. */
  readonly file?: string;
  /** It cannot be read when it comes: what Lambda calls fails each time. */
  readonly unread?: boolean;
  /** Sent so often, each time with the same Message-ID. */
  readonly times?: number;
}

/** One team's mail domain: what people write there, and what comes from there. */
export interface MailSide {
  readonly connection: EmailConnection;
  /** The address that opens cards. */
  readonly address: string;
  readonly written: readonly WrittenMail[];
  /** Addresses of which SES has said that mail came back, or that their owner complained. */
  readonly returned: ReadonlySet<string>;
  posted(): readonly PostedMail[];
  write(person: string, draft: Draft, travel: Travel): Promise<void>;
  /** Presses the button of the page that a link in a mail leads to. */
  press(mail: PostedMail, action: 'confirm' | 'unsubscribe', travel: Travel): Promise<void>;
  /** SES tells that a mail came back, for good or for now, or that its reader complained. */
  comesBack(mail: PostedMail, kind: 'Bounce' | 'Complaint' | 'Transient', travel: Travel): Promise<void>;
}

/** What stands around a mail domain. */
export interface MailPlace {
  readonly office: PostOffice;
  readonly mailDoors: MailDoors;
  /** Where links in mails lead to. */
  readonly doors: Pick<Doors, 'call'>;
}

/** Opens a team's mail domain. Its connection and its address have the same names with every team. */
export function openMailSide(
  team: string,
  strangers: EmailConnection['strangers'],
  { office, mailDoors, doors }: MailPlace,
): MailSide {
  const domain = `in.${team}.test`;
  const written: WrittenMail[] = [];
  const returned = new Set<string>();
  return {
    connection: {
      ...{ product: 'email', id: 'post', generation: 1, command: 'card', self: `cards@${domain}`, domain },
      ...{ addresses: { cards: 'main' }, strangers, followCopied: false },
    },
    address: `cards@${domain}`,
    ...{ written, returned },
    posted: () => office.posted.filter((mail) => mail.domain === domain),
    write: async (person, draft, travel) => {
      const { to, subject, text, answers, automatic = false, quiet = false, cc, times = 1, file } = draft;
      const from = addressOf(person);
      const id = `written-${written.length + 1}@${team}.people.test`;
      const raw = rawOf({
        ...{ from: `${person} <${from}>`, to, subject, id, text: withQuote(text, to, answers) },
        ...(answers && { inReplyTo: answers.messageId, references: namedBy(answers) }),
        ...(cc !== undefined && { cc }),
        ...(file !== undefined && { files: [{ name: file, type: 'text/plain', text: `in ${file}` }] }),
        headers: [
          ...(automatic ? ['Auto-Submitted: auto-replied (vacation)'] : []),
          ...(quiet ? ['X-Auto-Response-Suppress: All'] : []),
        ],
      });
      const taken = [];
      for (let time = 0; time < times; time += 1)
        taken.push(await mailDoors.arrive(raw, [to], travel, {}, draft.unread));
      const about = { from, id, text: `${subject}\r\n${text}`, automatic, quiet, taken };
      written.push(file === undefined ? about : { ...about, file });
    },
    press: async ({ text }, action, { fault }) => {
      const link = [...text.matchAll(/https?:\/\/[^\s)>]+/g)].find(([url]) => url.includes(`do=${action}&`));
      if (!link) return;
      const { pathname, search } = new URL(link[0]);
      await doors.call(pathname, { headers: {}, body: '', query: search.slice(1) }, fault);
    },
    comesBack: async ({ id, to, tags }, kind, travel) => {
      if (kind !== 'Transient') returned.add(to);
      const lists = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
      const recipients = [{ emailAddress: to }];
      const why =
        kind === 'Complaint'
          ? { complaint: { complainedRecipients: recipients } }
          : { bounce: { bounceType: kind === 'Bounce' ? 'Permanent' : kind, bouncedRecipients: recipients } };
      const mail = { messageId: id, destination: [to], tags: lists };
      const eventType = kind === 'Complaint' ? kind : 'Bounce';
      await mailDoors.tell({ eventType, mail, ...why }, travel);
    },
  };
}

/** What set-up keeps of a team's mail domain; its guest has confirmed their address long ago. */
export async function openMailbox(
  { mailboxes, correspondents }: Pick<Store, 'mailboxes' | 'correspondents'>,
  { id, mail }: Mailed,
): Promise<void> {
  if (!mail) return;
  const { connection, address } = mail;
  await mailboxes.open(address, {
    ...{ team: id, connection: connection.id, generation: connection.generation, board: 'main' },
  });
  await correspondents.know(id, addressOf('guest'), { confirmed: true });
}

interface Mailed {
  readonly id: string;
  readonly mail?: MailSide;
}

/** A thread as an answer names it: what its last mail named, and that mail. */
function namedBy({ headers, messageId }: PostedMail): readonly string[] {
  const before = [...(headers.references ?? '').matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
  return [...before, messageId];
}

/** People's programs quote what they answer. */
function withQuote(text: string, to: string, answers: PostedMail | undefined): string {
  if (!answers) return text;
  const quoted = answers.text.replaceAll(/^/gm, '> ');
  return `${text}\r\n\r\nOn Fri, Nov 20, 2026 at 10:00 AM Cards <${to}> wrote:\r\n${quoted}`;
}
