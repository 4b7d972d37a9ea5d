import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { receive } from '../../lib/channels/email/receive/receive.ts';
import { createMailDoor } from '../../lib/doors/mail-door.ts';
import { putObject } from '../../lib/local/mail/put-object.ts';
import { createMailObjects } from '../../lib/store/mail-objects.ts';
import type { EmailConnection, Team } from '../../lib/teams/team.ts';
import type { SentMail } from '../sims/ses/sent-mail.ts';
import { type SesSim, startSesSim } from '../sims/ses/sim.ts';
import { captureLog } from './capture-log.ts';
import { type House, keysFor, mailBucket, openHouse } from './house.ts';
import { stillClock } from './house-clock.ts';
import { type MailToWrite, rawOf, type SesFindings, sesEventOf } from './write-mail.ts';

/** The house with a mail domain besides: `ops@in.example.org` opens cards on its one board. */
export interface MailHouse {
  readonly house: House;
  readonly ses: SesSim;
  /** Lines that the mail's door logged. */
  readonly doorLines: readonly string[];
  /** A mail comes in, as often as it says, and everything that follows from it is done. Gives SES's id. */
  arrives(mail: MailToWrite, findings?: SesFindings): Promise<string>;
  /** Somebody answers a mail of ours by their program's button, with what it quotes. */
  answers(sent: SentMail | undefined, mail: Partial<MailToWrite>, findings?: SesFindings): Promise<string>;
  /** Puts an object where SES does and calls the door. */
  takes(raw: Uint8Array, recipients: readonly string[], findings?: SesFindings): Promise<string>;
  /** The door is called again with a mail that it was called with before. */
  replays(id: string, recipients?: readonly string[]): Promise<void>;
  /** Presses the button of a page that a mail links to. Gives the page. */
  presses(url: string | undefined): Promise<string>;
  stop(): Promise<void>;
}

/** How the domain is set up. */
export type MailSettings = Partial<Pick<EmailConnection, 'strangers' | 'followCopied' | 'addresses'>>;

/** Starts it. Tom is a member by `tom@example.org`. */
export async function openMailHouse(
  settings: MailSettings = {},
  change: (team: Team) => Team = (team) => team,
): Promise<MailHouse> {
  const clock = stillClock();
  const ses = await startSesSim({ now: clock.now });
  const post: EmailConnection = {
    ...{ product: 'email', id: 'post', generation: 1, command: 'card', self: 'cards@in.example.org' },
    ...{ domain: 'in.example.org', addresses: { ops: 'main' }, strangers: 'confirm', followCopied: false },
    ...settings,
  };
  const house = await openHouse(
    (team) => {
      const people = team.members.people.map((person) =>
        person.name === 'tom' ? { ...person, email: 'tom@example.org' } : person,
      );
      const members = { ...team.members, people };
      return change({ ...team, members, channels: { ...team.channels, post } });
    },
    { ses: ses.place, clock },
  );
  const s3 = new S3Client({ ...house.aws, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: mailBucket }));
  for (const [local, board] of Object.entries(post.addresses)) {
    const mailbox = { team: 'ops', connection: 'post', generation: 1, board };
    await house.store.mailboxes.open(`${local}@in.example.org`, mailbox);
  }
  const { log, lines } = captureLog();
  const { mailboxes, mailTargets } = house.store;
  const lookUps = { mailbox: mailboxes.get, target: mailTargets.get };
  const door = createMailDoor({
    objects: createMailObjects(s3, mailBucket),
    receive: (mail, now) => receive({ ...lookUps, replyKeys: keysFor('mail-reply'), now }, mail),
    enqueue: house.enqueue,
    now: house.now,
    log,
  });
  let count = 0;

  async function takes(raw: Uint8Array, recipients: readonly string[], findings: SesFindings = {}) {
    count += 1;
    const id = `mail${count.toString().padStart(4, '0')}`;
    await putObject({ s3, bucket: mailBucket, key: `in/${id}` }, Buffer.from(raw));
    const event = sesEventOf(id, recipients, findings);
    for (let time = 0; time < (findings.times ?? 1); time++) await door(event);
    await house.settle();
    return id;
  }

  return {
    house,
    ses,
    doorLines: lines,
    takes,
    replays: async (id, recipients = ['ops@in.example.org']) => {
      await door(sesEventOf(id, recipients, {}));
      await house.settle();
    },
    arrives: (mail, findings) => takes(rawOf(mail), mail.recipients ?? ['ops@in.example.org'], findings),
    answers: (sent, mail, findings) => {
      if (!sent) throw new Error('there is no mail to answer');
      const to = /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(sent.headers['reply-to'] ?? '')?.[1] ?? '';
      const quoted = sent.text.replaceAll(/^/gm, '> ');
      const written = {
        ...{ from: 'tom@example.org', text: '', subject: `Re: ${sent.subject}`, ...mail },
        ...{ inReplyTo: sent.messageId, references: [...idsIn(sent.headers.references), sent.messageId] },
      };
      const text = `${written.text}\r\n\r\nOn Fri, Nov 20, 2026 at 10:00 AM Ops <${to}> wrote:\r\n${quoted}`;
      return takes(rawOf({ ...written, text }), mail.recipients ?? [to], findings);
    },
    presses: async (url) => {
      if (url === undefined) throw new Error('there is no link to follow');
      const shown = await fetch(url);
      if (!shown.ok) throw new Error(`the page says ${shown.status}`);
      const done = await fetch(url, { method: 'POST' });
      await house.settle();
      return done.text();
    },
    stop: async () => {
      s3.destroy();
      await Promise.all([house.stop(), ses.stop()]);
    },
  };
}

function idsIn(references = ''): readonly string[] {
  return [...references.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
}

/** The link in a mail that is for this. */
export function linkIn(mail: SentMail | undefined, action: 'confirm' | 'unsubscribe'): string | undefined {
  return linksIn(mail, action)[0];
}

/** All of them. */
export function linksIn(mail: SentMail | undefined, action: 'confirm' | 'unsubscribe'): readonly string[] {
  return [...(mail?.text ?? '').matchAll(/https?:\/\/[^\s)>]+/g)]
    .map(([url]) => url)
    .filter((url) => url.includes(`do=${action}&`));
}
