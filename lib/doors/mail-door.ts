import type { Event } from '../../schemas/event.ts';
import { SES_SETUP_NOTIFICATION, type SesMailEvent, sesMailEvent } from '../../schemas/ses-mail.ts';
import type { Log } from '../domain/log.ts';
import { mostMailBytes } from '../domain/mail.ts';
import type { Meter } from '../domain/meter.ts';
import type { Enqueue } from '../queue/enqueue.ts';
import type { MailObjects } from '../store/mail-objects.ts';
import { createDoorLog } from './log.ts';
import { createDoorMeter } from './meter.ts';

type Record = SesMailEvent['Records'][number]['ses'];

/** A mail, and what SES says of it. */
export interface IncomingMail extends Record {
  readonly raw: Uint8Array;
  /** `raw` is its beginning alone. */
  readonly tooLarge: boolean;
}

/** What a mail comes to: with events it is accepted. `code` says it in one word. */
export interface MailDecision {
  readonly code: string;
  readonly events?: readonly Event[];
  readonly stored?: readonly {
    readonly key: string;
    readonly bytes: Uint8Array;
    readonly mediaType: string;
  }[];
}

/** What makes the mail's door. */
export interface MailDoorParts {
  readonly objects: MailObjects;
  /** Reads and judges a mail. Throws only what is worth another try. `now` is epoch milliseconds. */
  readonly receive: (mail: IncomingMail, now: number) => Promise<MailDecision>;
  readonly enqueue: Enqueue;
  readonly now?: () => number;
  readonly log?: Log;
  readonly meter?: Meter;
}

/** SES's Lambda action calls it, asynchronously; called again with a record that was kept, it does the same again. */
export type MailDoor = (event: unknown) => Promise<void>;

/**
 * Makes the door of mail: nobody waits for an answer, and what cannot be done now is thrown, to be called again by Lambda and kept on the
 * failure queue in the end. A mail whose object is not there is such a case too, and an event that is none of SES's.
 */
export function createMailDoor(parts: MailDoorParts): MailDoor {
  const {
    objects,
    receive,
    enqueue,
    now = Date.now,
    log = createDoorLog(),
    meter = createDoorMeter(),
  } = parts;

  async function take({ mail, receipt }: Record): Promise<void> {
    const found = await objects.mail(mail.messageId, mostMailBytes);
    if (!found) throw new Error('mail-object-missing');
    const decision = await receive({ mail, receipt, ...found }, now());
    const { code, events = [], stored = [] } = decision;
    for (const { key, bytes, mediaType } of stored) await objects.put(key, bytes, mediaType);
    await enqueue(events);
    if (events.length > 0) meter.count('Accepted', events.length);
    const [first] = events;
    const whose = first ? { team: first.team, connection: first.connection } : {};
    log.info(events.length > 0 ? 'mail-accepted' : 'mail-ignored', {
      ...{ id: mail.messageId, code, count: events.length },
      ...whose,
    });
  }

  return async (event) => {
    const read = sesMailEvent.safeParse(event);
    // Kept on the failure queue, rather than lost, if it should be a mail after all.
    if (!read.success) throw new Error('mail-event-unreadable');
    for (const { ses } of read.data.Records) {
      if (ses.mail.messageId === SES_SETUP_NOTIFICATION) continue;
      await take(ses);
    }
  };
}
