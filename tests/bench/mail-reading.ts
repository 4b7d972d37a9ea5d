import { receive } from '../../lib/channels/email/receive/receive.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import type { SesReceipt } from '../../schemas/ses-mail.ts';

const KB = 1000;

/** What reading one kind of mail takes at one size. */
export interface Reading {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds of processor, the median: a busy machine does not count. */
  readonly ms: number;
}

/** Bodies by kind, each as long as it is told or a little longer. */
const usual: Readonly<Record<string, (bytes: number) => string>> = {
  'an answer in text': (bytes) =>
    text(
      `The part has arrived.\r\n\r\nOn Fri, Nov 20, 2026 at 10:00 AM Ops <ops@in.example.org> wrote:\r\n`,
      '> The pump in hall 3 drips at the valve, see the picture.\r\n',
      bytes,
    ),
  'an answer in HTML': (bytes) =>
    html(
      '<div dir="ltr">The part has arrived.</div><div class="gmail_quote"><div class="gmail_attr">On Fri, Ops wrote:<br></div><blockquote>',
      '<div>The pump in <b>hall 3</b> drips, see <a href="https://example.org/p">the picture</a>.</div>',
      bytes,
    ),
  'a new mail in HTML': (bytes) =>
    html('', '<p>The pump in <b>hall 3</b> drips at the valve.</p><ul><li>one</li></ul>', bytes),
};

const hostile: Readonly<Record<string, (bytes: number) => string>> = {
  'nothing but line ends': (bytes) => text('', '\r\n', bytes),
  dashes: (bytes) => text('', '-', bytes),
  'lines of dashes': (bytes) => text('', '---\r\n', bytes),
  '> > >': (bytes) => text('', '>', bytes),
  spaces: (bytes) => text('', ' ', bytes),
  'On … wrote:': (bytes) => text('', 'On Fri, Nov 20, 2026 at 10:00 AM\r\n', bytes),
  'From: From:': (bytes) => text('', 'From: ', bytes),
  'header blocks': (bytes) => text('', 'From: a\r\nSent: b\r\nTo: c\r\nSubject: d\r\n', bytes),
  'commas and colons': (bytes) => text('', 'a, b: ', bytes),
  'Sent from my': (bytes) => text('', 'Sent from my iPhone\r\n', bytes),
  'nested tags': (bytes) => html('', '<div>', bytes),
  'open tags': (bytes) => html('', '<a href="', bytes),
  'nested quotes': (bytes) => html('', '<blockquote>x', bytes),
  'rows of a table': (bytes) => html('<table>', '<tr><td>a</td><td>b</td></tr>', bytes),
  stars: (bytes) => html('', '*_`[', bytes),
  entities: (bytes) => html('', '&amp;&lt;', bytes),
};

/** Reads usual mails of growing size: a straight line, up to the cap at which a body is cut. */
export async function measureSizes(): Promise<readonly Reading[]> {
  const sizes = [25, 50, 100, 200, 400].map((size) => size * KB);
  return measureAll(usual, sizes);
}

/** Reads what is made to take long, 100 kB of each kind; the slowest first. */
export async function measureHostile(): Promise<readonly Reading[]> {
  const readings = await measureAll(hostile, [100 * KB]);
  return readings.toSorted((one, other) => other.ms - one.ms);
}

async function measureAll(
  kinds: Readonly<Record<string, (bytes: number) => string>>,
  sizes: readonly number[],
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const [name, write] of Object.entries(kinds)) {
    for (const bytes of sizes) {
      const raw = Buffer.from(write(bytes));
      readings.push({ name, bytes: raw.length, ms: await measure(raw) });
    }
  }
  return readings;
}

/** Rounds in which code becomes fast, then rounds that count. */
const [warming, rounds] = [6, 9];

async function measure(raw: Buffer): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < warming; round++) await readMail(raw);
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await readMail(raw);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const pass = { status: 'PASS' } as const;
const receipt: SesReceipt = {
  recipients: ['ops@in.example.org'],
  ...{ spamVerdict: pass, virusVerdict: pass, spfVerdict: pass, dkimVerdict: pass, dmarcVerdict: pass },
};

/** All that the mail's door does with a mail but S3, the table and the queue. */
export async function readMail(raw: Uint8Array): Promise<void> {
  const mailbox = async () => ({ team: 'ops', connection: 'post', generation: 1, board: 'main' });
  const { code } = await receive(
    {
      mailbox,
      target: async () => undefined,
      replyKeys: [deriveKey('bench', 'mail-reply')],
      now: Date.now(),
    },
    {
      ...{ raw, receipt, tooLarge: false },
      mail: { messageId: 'bench', source: 'eva@example.net', timestamp: undefined },
    },
  );
  if (code !== 'accepted') throw new Error(`the mail was not read: ${code}`);
}

const head = [
  'From: Eva <eva@example.net>',
  'To: ops@in.example.org',
  'Subject: Re: The pump',
  'Message-ID: <bench@example.net>',
  'In-Reply-To: <other@example.net>',
  'MIME-Version: 1.0',
].join('\r\n');

function text(before: string, again: string, bytes: number): string {
  return mailOf('text/plain', before, again, bytes);
}

function html(before: string, again: string, bytes: number): string {
  return mailOf('text/html', before, again, bytes);
}

function mailOf(type: string, before: string, again: string, bytes: number): string {
  const body = before + again.repeat(Math.ceil(bytes / again.length));
  return `${head}\r\nContent-Type: ${type}; charset=utf-8\r\n\r\nx\r\n${body}`;
}
