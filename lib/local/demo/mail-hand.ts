import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import type { Envelope } from '../mail/outbox.ts';
import type { LocalEndpoints } from '../stack-file.ts';

/** A person's mail program: writes over SMTP, reads what was sent to an address. */
export interface MailHand {
  send(mail: WrittenMail): Promise<void>;
  /** All that was sent to an address, oldest first. */
  inbox(address: string): Promise<readonly InboxMail[]>;
}

/** A mail as a person writes it. */
export interface WrittenMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The mail it answers. */
  readonly answers?: InboxMail;
}

/** A mail as a person gets it. */
export interface InboxMail {
  readonly subject: string;
  readonly text: string;
  /** Where an answer goes. */
  readonly replyTo: string;
  readonly messageId: string;
  /** A header field by its name in lower case; empty when it is not there. */
  header(name: string): string;
}

/** Opens one at the local stack's SMTP port and at the page of what it sent. */
export function createMailHand({ smtpPort, ses }: LocalEndpoints): MailHand {
  const smtp = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  const read = new Map<string, Promise<InboxMail>>();

  async function readMail(id: string): Promise<InboxMail> {
    const response = await fetch(`${ses}/mail/${id}.eml`);
    return inboxMail(await PostalMime.parse(await response.arrayBuffer()));
  }

  return {
    send: async ({ answers, ...mail }) => {
      const references = answers && [answers.header('references'), answers.messageId].join(' ');
      await smtp.sendMail({
        ...mail,
        ...(answers && { inReplyTo: answers.messageId, references }),
      });
    },
    inbox: async (address) => {
      const envelopes: readonly Envelope[] = JSON.parse(await (await fetch(`${ses}/mails.json`)).text());
      const theirs = envelopes.filter(({ to }) => to.includes(address)).toReversed();
      for (const { id } of theirs) if (!read.has(id)) read.set(id, readMail(id));
      return Promise.all(theirs.flatMap(({ id }) => read.get(id) ?? []));
    },
  };
}

function inboxMail({ subject = '', text = '', replyTo, messageId = '', headers }: Email): InboxMail {
  return {
    ...{ subject, text, messageId, replyTo: replyTo?.[0]?.address ?? '' },
    header: (name) => headers.find(({ key }) => key === name)?.value ?? '',
  };
}
