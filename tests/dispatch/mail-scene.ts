import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { judgeLink } from '../../lib/channels/email/link-request.ts';
import type { EmailConnection, Team } from '../../lib/teams/team.ts';
import type { Event } from '../../schemas/event.ts';
import { linksIn } from '../flows/mail-house.ts';
import { type MailToWrite, rawOf, type SesFindings } from '../flows/write-mail.ts';
import { straight } from '../histories/board-side.ts';
import { silent } from '../histories/doors.ts';
import { queueUrl } from '../histories/fifo.ts';
import type { PostedMail } from '../histories/post-office.ts';
import { keysOf } from '../histories/release.ts';
import { openScene, type Scene } from './scene.ts';

/** The scene of a team that has a mail domain: `cards@in.ops.test` opens cards. */
export interface MailScene extends Scene {
  /** A mail comes in, and everything that follows from it is done. Gives SES's id. */
  arrives(mail: MailToWrite, findings?: SesFindings): Promise<string>;
  /** Somebody answers a mail of ours by their program's button. */
  answers(sent: PostedMail | undefined, mail: Partial<MailToWrite>, findings?: SesFindings): Promise<string>;
  /** What an address got, oldest first. */
  to(address: string): readonly PostedMail[];
  /** Presses the button of the page that a mail links to; of several links the one at this place. */
  presses(mail: PostedMail | undefined, action: 'confirm' | 'unsubscribe', place?: number): Promise<void>;
}

const address = 'cards@in.ops.test';

/** Nothing proves that a mail is from whom it says. */
export const unproven: SesFindings = { dmarc: 'GRAY', dkim: 'FAIL' };

/** Opens it. Tom and Ann are members by `tom@people.test` and `ann@people.test`. */
export async function openMailScene(
  settings: Partial<Pick<EmailConnection, 'strangers' | 'followCopied'>> = {},
  change: (team: Team) => Team = (team) => team,
): Promise<MailScene> {
  const scene = await openScene((team, { mail }) => {
    if (!mail) throw new Error('the team has no mail');
    return change({ ...team, channels: { ...team.channels, post: { ...mail.connection, ...settings } } });
  });
  const { house } = scene;

  async function arrives(mail: MailToWrite, findings?: SesFindings): Promise<string> {
    const to = mail.recipients ?? [address];
    const id = await house.mailDoors.arrive(rawOf({ to: to.join(', '), ...mail }), to, straight, findings);
    await scene.settle();
    return id;
  }

  return {
    ...scene,
    arrives,
    answers: (sent, mail, findings) => {
      if (!sent) throw new Error('there is no mail to answer');
      const to = /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(sent.headers['reply-to'] ?? '')?.[1] ?? '';
      const references = [...(sent.headers.references ?? '').matchAll(/<([^<>]+)>/g)].map(
        ([, id = '']) => id,
      );
      return arrives(
        {
          ...{ from: sent.to, text: '', subject: `Re: ${sent.subject}`, recipients: [to], ...mail },
          ...{ inReplyTo: sent.messageId, references: [...references, sent.messageId] },
        },
        findings,
      );
    },
    to: (person) => house.office.posted.filter((mail) => mail.to === person),
    presses: async (mail, action, place = 0) => {
      const url = linksIn(mail, action)[place];
      if (url === undefined) throw new Error('there is no link to follow');
      for (const event of eventsOf(scene, new URL(url))) put(scene, event);
      await scene.settle();
    },
  };
}

/** What the door of links makes of a press. */
function eventsOf({ house, world }: Scene, url: URL): readonly Event[] {
  const generation = Number(/\.(\d+)\//.exec(url.pathname)?.[1]);
  const judged = judgeLink(
    {
      method: 'POST',
      path: url.pathname,
      headers: {},
      query: url.searchParams,
      body: Buffer.alloc(0),
      id: url.search,
    },
    {
      address: { source: 'mail-link', team: world.id, connection: 'post', generation },
      ...{ now: house.clock.now, keys: keysOf(house.release, 'mail-link'), log: silent },
    },
  );
  return 'events' in judged ? judged.events : [];
}

let sent = 0;
/** Puts an event on the queue as a door does. */
export function put({ house }: Scene, event: Event): void {
  sent += 1;
  house.queues.execute(
    new SendMessageCommand({
      ...{ QueueUrl: queueUrl('events'), MessageBody: JSON.stringify(event) },
      ...{ MessageGroupId: 'put', MessageDeduplicationId: `put-${sent}` },
    }),
  );
}
