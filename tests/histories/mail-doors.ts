import { readFeedback } from '../../lib/channels/email/feedback-request.ts';
import { receive } from '../../lib/channels/email/receive/receive.ts';
import type { MailFunctions } from '../../lib/dispatch/mail/failed-mail.ts';
import { createFeedback } from '../../lib/doors/feedback.ts';
import { createMailDoor } from '../../lib/doors/mail-door.ts';
import { createMailObjects, type MailObjects } from '../../lib/store/mail-objects.ts';
import type { Store } from '../../lib/store/store.ts';
import { type SesFindings, sesEventOf } from '../flows/write-mail.ts';
import type { Travel } from './board-side.ts';
import type { MemoryBucket } from './bucket.ts';
import type { Clock } from './clock.ts';
import { type DoorFault, openEnqueue, silent } from './doors.ts';
import type { FifoQueues } from './fifo.ts';
import { keysOf, type Release } from './release.ts';

/** What the functions that SES calls work with. */
export interface MailDoorParts {
  readonly clock: Clock;
  /** The doors' own clock. */
  readonly now: () => number;
  readonly bucket: MemoryBucket;
  readonly store: Pick<Store, 'mailboxes' | 'mailTargets'>;
  readonly queues: FifoQueues;
  /** What is deployed. */
  readonly release: () => Release;
}

/** What goes wrong at a door of mail: as at any other one, or the mail cannot be read. */
export type MailFault = DoorFault | 'bucket-down';

/** SES on its way in: what it was handed, and what became of it. */
export interface MailDoors {
  /** What the door decided, in one word each time it was called, by SES's id. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
  /** The functions themselves, for what they failed with. */
  again(fault: MailFault): MailFunctions;
  /** A mail comes in. Gives SES's id; what the door throws is tried again by Lambda. `unread`: each time in vain. */
  arrive(
    raw: Uint8Array,
    recipients: readonly string[],
    travel: Travel,
    findings?: SesFindings,
    unread?: boolean,
  ): Promise<string>;
  /** SES tells of a mail that it sent. */
  tell(message: object, travel: Travel): Promise<void>;
}

/** Lambda calls a function that failed again after so long, and once more after so long. Milliseconds. */
const AGAIN_MS = [60_000, 120_000] as const;

/** Opens the functions that SES calls, in this process. */
export function openMailDoors({ clock, now, bucket, store, queues, release }: MailDoorParts): MailDoors {
  const decided = new Map<string, string[]>();
  const parts = (fault: MailFault) => ({
    enqueue: openEnqueue(queues, release(), () => (fault === 'bucket-down' ? 'none' : fault)),
    ...{ now, log: silent },
  });
  const nothing: MailObjects = {
    mail: () => Promise.reject(new Error('no bucket')),
    put: async () => undefined,
  };

  const inbound = (fault: MailFault) =>
    createMailDoor({
      ...parts(fault),
      objects: fault === 'bucket-down' ? nothing : createMailObjects(bucket.client, 'mail'),
      receive: async (mail, at) => {
        const keys = keysOf(release(), 'mail-reply');
        const { mailboxes, mailTargets } = store;
        const lookUps = { mailbox: mailboxes.get, target: mailTargets.get };
        const decision = await receive({ ...lookUps, replyKeys: keys, now: at }, mail);
        const id = mail.mail.messageId;
        decided.set(id, [...(decided.get(id) ?? []), decision.code]);
        return decision;
      },
    });
  const again = (fault: MailFault): MailFunctions => ({
    mail: inbound(fault),
    feedback: createFeedback({ ...parts(fault), source: 'mail-feedback', read: readFeedback }),
  });

  /** As Lambda calls asynchronously: what fails is tried twice more, and kept then. */
  async function invoke({ kind, event, unread }: Call, fault: DoorFault): Promise<void> {
    const tried = (suffered: MailFault) => succeeds(again(unread ? 'bucket-down' : suffered)[kind](event));
    if (await tried(fault)) return;
    void (async () => {
      for (const after of AGAIN_MS) {
        await clock.sleep(after);
        if (await tried('none')) return;
      }
      queues.keepFailure(JSON.stringify({ requestPayload: event }));
    })();
  }

  async function travelled(call: Call, { arrivesAfter, fault }: Travel): Promise<void> {
    for (const after of arrivesAfter) {
      if (after === 0) await invoke(call, fault);
      else void clock.sleep(after).then(() => invoke(call, fault));
    }
  }

  let arrived = 0;
  return {
    ...{ decided, again },
    arrive: async (raw, recipients, travel, findings = {}, unread = false) => {
      arrived += 1;
      const id = `mail${arrived.toString().padStart(4, '0')}`;
      bucket.store(`in/${id}`, raw);
      await travelled({ kind: 'mail', event: sesEventOf(id, recipients, findings), unread }, travel);
      return id;
    },
    tell: async (message, travel) => {
      const event = { Records: [{ Sns: { Message: JSON.stringify(message) } }] };
      await travelled({ kind: 'feedback', event, unread: false }, travel);
    },
  };
}

/** A call of one of them. */
interface Call {
  readonly kind: keyof MailFunctions;
  readonly event: object;
  readonly unread: boolean;
}

async function succeeds(called: Promise<unknown>): Promise<boolean> {
  return called.then(
    () => true,
    () => false,
  );
}
