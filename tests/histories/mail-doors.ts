import { readFeedback } from '../../lib/channels/email/feedback-request.ts';
import { receive } from '../../lib/channels/email/receive/receive.ts';
import { createFeedback } from '../../lib/doors/feedback.ts';
import { createMailDoor } from '../../lib/doors/mail-door.ts';
import type { MailBook } from '../../lib/store/mail.ts';
import { createMailObjects } from '../../lib/store/mail-objects.ts';
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
  readonly book: MailBook;
  readonly queues: FifoQueues;
  /** What is deployed. */
  readonly release: () => Release;
}

/** SES on its way in: what it was handed, and what became of it. */
export interface MailDoors {
  /** What the door decided, in one word each time it was called, by SES's id. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
  /** What failed each time, and lies on the failure queue. */
  readonly kept: readonly string[];
  /** A mail comes in. Gives SES's id; what the door throws is tried again by Lambda. */
  arrive(
    raw: Uint8Array,
    recipients: readonly string[],
    travel: Travel,
    findings?: SesFindings,
  ): Promise<string>;
  /** SES tells of a mail that it sent. */
  tell(message: object, travel: Travel): Promise<void>;
}

/** Lambda calls a function that failed again after so long, and once more after so long. Milliseconds. */
const AGAIN_MS = [60_000, 120_000] as const;

/** Opens the functions that SES calls, in this process. */
export function openMailDoors({ clock, now, bucket, book, queues, release }: MailDoorParts): MailDoors {
  const decided = new Map<string, string[]>();
  const kept: string[] = [];
  const parts = (fault: DoorFault) => ({
    enqueue: openEnqueue(queues, release(), () => fault),
    ...{ now, log: silent },
  });

  const inbound = (fault: DoorFault) =>
    createMailDoor({
      ...parts(fault),
      objects: createMailObjects(bucket.client, 'mail'),
      receive: async (mail, at) => {
        const keys = keysOf(release(), 'mail-reply');
        const { mailbox, target } = book;
        const decision = await receive({ mailbox, target, replyKeys: keys, now: at }, mail);
        const id = mail.mail.messageId;
        decided.set(id, [...(decided.get(id) ?? []), decision.code]);
        return decision;
      },
    });
  const feedback = (fault: DoorFault) =>
    createFeedback({ ...parts(fault), source: 'mail-feedback', read: readFeedback });

  /** As Lambda calls asynchronously: what fails is tried twice more, and kept then. */
  async function invoke(call: (fault: DoorFault) => Promise<void>, fault: DoorFault): Promise<void> {
    if (await succeeds(call, fault)) return;
    void tryAgain(call);
  }

  async function tryAgain(call: (fault: DoorFault) => Promise<void>): Promise<void> {
    for (const after of AGAIN_MS) {
      await clock.sleep(after);
      if (await succeeds(call, 'none')) return;
    }
    kept.push('a call of SES that failed three times');
  }

  async function travelled(
    call: (fault: DoorFault) => Promise<void>,
    { arrivesAfter, fault }: Travel,
  ): Promise<void> {
    for (const after of arrivesAfter) {
      if (after === 0) await invoke(call, fault);
      else void clock.sleep(after).then(() => invoke(call, fault));
    }
  }

  let arrived = 0;
  return {
    ...{ decided, kept },
    arrive: async (raw, recipients, travel, findings = {}) => {
      arrived += 1;
      const id = `mail${arrived.toString().padStart(4, '0')}`;
      bucket.store(`in/${id}`, raw);
      await travelled((fault) => inbound(fault)(sesEventOf(id, recipients, findings)), travel);
      return id;
    },
    tell: async (message, travel) => {
      const event = { Records: [{ Sns: { Message: JSON.stringify(message) } }] };
      await travelled((fault) => feedback(fault)(event), travel);
    },
  };
}

async function succeeds(call: (fault: DoorFault) => Promise<void>, fault: DoorFault): Promise<boolean> {
  return call(fault).then(
    () => true,
    () => false,
  );
}
