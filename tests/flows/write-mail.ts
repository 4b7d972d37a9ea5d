/** A mail as somebody writes it. Texts are ASCII or UTF-8. */
export interface MailToWrite {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Envelope recipients; the board's mailbox by default. */
  readonly recipients?: readonly string[];
  readonly to?: string;
  readonly cc?: string;
  /** Without brackets; a new one by default. Empty for none. */
  readonly id?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** More header lines. */
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly type: string; readonly text: string }[];
}

/** What SES finds, and how often it calls. */
export interface SesFindings {
  readonly spam?: string;
  readonly virus?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  readonly dmarcPolicy?: string;
  /** Envelope sender; empty for bounces. */
  readonly source?: string;
  readonly times?: number;
}

let written = 0;

function newId(): string {
  written += 1;
  return `written-${written}@mail.example.org`;
}

/** The mail as it comes over the wire. */
export function rawOf(mail: MailToWrite): Uint8Array {
  const {
    from,
    subject,
    text,
    to = 'ops@in.example.org',
    cc,
    inReplyTo,
    references = [],
    headers = [],
    files,
  } = mail;
  const { id = newId() } = mail;
  const header = [
    `From: ${from}`,
    `To: ${to}`,
    ...(cc ? [`Cc: ${cc}`] : []),
    `Subject: ${subject}`,
    ...(id === '' ? [] : [`Message-ID: <${id}>`]),
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`] : []),
    ...(references.length > 0 ? [`References: ${references.map((each) => `<${each}>`).join(' ')}`] : []),
    'MIME-Version: 1.0',
    ...headers,
  ];
  const plain = ['Content-Type: text/plain; charset=utf-8', '', text];
  if (!files) return Buffer.from([...header, ...plain].join('\r\n'));
  const parts = files.flatMap((file) => [
    '--b',
    `Content-Type: ${file.type}`,
    `Content-Disposition: attachment; filename="${file.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(file.text).toString('base64'),
  ]);
  return Buffer.from(
    [...header, 'Content-Type: multipart/mixed; boundary=b', '', '--b', ...plain, ...parts, '--b--', ''].join(
      '\r\n',
    ),
  );
}

/** What SES hands the door (contract 1.3). All is well with a mail unless told otherwise. */
export function sesEventOf(id: string, recipients: readonly string[], findings: SesFindings): object {
  const {
    spam = 'PASS',
    virus = 'PASS',
    dkim = 'PASS',
    dmarc = 'PASS',
    dmarcPolicy,
    source = 'x@example.org',
  } = findings;
  const receipt = {
    recipients,
    spamVerdict: { status: spam },
    virusVerdict: { status: virus },
    spfVerdict: { status: 'PASS' },
    dkimVerdict: { status: dkim },
    dmarcVerdict: { status: dmarc },
    ...(dmarcPolicy && { dmarcPolicy }),
  };
  return { Records: [{ eventSource: 'aws:ses', ses: { mail: { messageId: id, source }, receipt } }] };
}
