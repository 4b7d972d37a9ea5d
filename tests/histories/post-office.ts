import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { MailStation } from '../../lib/channels/email/parts.ts';
import { faultOf } from '../sims/ses/check-mail.ts';
import { fieldsOf, type SentMail, sentMail } from '../sims/ses/sent-mail.ts';
import type { MemoryTable } from './dynamo.ts';
import { sesError } from './faults.ts';
import type { Through } from './workers.ts';

/** A mail that went out. */
export interface PostedMail extends SentMail {
  /** The Message-ID that it was written with: one for each thing that is said, however often it is sent. */
  readonly mark: string;
  /** The domain of ours that it came from. */
  readonly domain: string;
}

const region = 'eu-central-1';

/** How long the table remembers whom it knows (lib/domain/mail.ts), and how long a run lasts. Milliseconds. */
const REMEMBERED_MS = 400 * 86_400_000;
const RUN_MS = 60_000;

/** SES's way out in memory: it takes what a careful reader would take, and keeps it as its reader gets it. */
export class PostOffice {
  readonly posted: PostedMail[] = [];
  /** What a mail was refused for that no good program sends. */
  readonly faults: string[] = [];
  /** Addresses that SES takes no mail for at present, as in the sandbox; and all that it ever took none for. */
  readonly refusing = new Set<string>();
  readonly refused = new Set<string>();
  /** How many mails were taken as sent, because nobody knew what became of two tries. */
  takenAsSent = 0;
  private readonly now: () => number;
  private readonly table: MemoryTable;

  constructor(now: () => number, table: MemoryTable) {
    this.now = now;
    this.table = table;
  }

  /** From now on no mail for this address is taken. */
  refuse(address: string): void {
    this.refusing.add(address);
    this.refused.add(address);
  }

  /** What the bridge logs as an error. */
  hear(what: string): void {
    if (what === 'mail-taken-as-sent') this.takenAsSent += 1;
  }

  /** The mark of a mail that is to be sent. */
  markOf(command: SendRawEmailCommand): string {
    const raw = rawOf(command);
    const field = fieldsOf(raw.subarray(0, raw.indexOf('\r\n\r\n')).toString('latin1')).find((each) =>
      /^message-id:/i.test(each),
    );
    return /<([^<>]+)>/.exec(field ?? '')?.[1] ?? '';
  }

  /** Nothing is sent where mail came back, but by a run that had begun before that was heard of. */
  private isUnwanted(team: string, address: string): boolean {
    const item = this.table.items.get(`TEAM#${team}\nMAILER#${address}`);
    const known = Number(item?.expires ?? 0) * 1000 - REMEMBERED_MS;
    return item?.blocked !== undefined && this.now() - known > RUN_MS;
  }

  /** Takes a mail. */
  take(command: SendRawEmailCommand): { readonly MessageId: string } {
    const { Source: source = '', Destinations: to = [], Tags = [] } = command.input;
    if (to.some((each) => this.refusing.has(each)))
      throw sesError(400, 'MessageRejected', 'Email address is not verified.');
    const tags = Object.fromEntries(Tags.map(({ Name = '', Value = '' }) => [Name, Value]));
    const request = { source, to, raw: rawOf(command), tags };
    const fault = faultOf(request);
    if (fault !== undefined) this.faults.push(fault);
    if (this.isUnwanted(tags.team ?? '', to[0] ?? '')) this.faults.push('a recipient whose mail came back');
    const count = (this.posted.length + 1).toString(16).padStart(8, '0');
    const id = `0107019a${count}-6f1c2d3e-4a5b-4c6d-8e7f-9a0b1c2d3e4f-000000`;
    const mail = sentMail(request, id, region, this.now());
    const domain = source.split('@')[1] ?? '';
    this.posted.push({ ...mail, mark: this.markOf(command), domain });
    return { MessageId: id };
  }
}

type Sender = NonNullable<MailStation['sender']>;

/** A client whose every mail goes through the gate. */
export function sesThrough(office: PostOffice, through: Through): Sender {
  const send = (command: unknown) => {
    if (!(command instanceof SendRawEmailCommand)) throw new Error('the post office only sends raw mail');
    return through('mail', `SendRawEmail ${office.markOf(command)}`, () => office.take(command));
  };
  return { send, config: { region: async () => region } } as unknown as Sender;
}

function rawOf(command: SendRawEmailCommand): Buffer {
  return Buffer.from(command.input.RawMessage?.Data ?? []);
}
