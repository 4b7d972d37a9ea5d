/** What SES gives a mail that it sends. */
export interface Delivered {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly region: string;
}

const replaced = /^(message-id|date|return-path|bcc):/i;

/**
 * A mail as its reader gets it: SES writes its own Message-ID and Date over those that were there, which is why answers do not name ours
 * (contract 2.1). Everything else stays byte for byte.
 */
export function asDelivered(raw: Buffer, { id, at, region }: Delivered): Buffer {
  const [head, body] = split(raw);
  const host = region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
  const own = [`Message-ID: <${id}@${host}>`, `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`];
  const kept = fieldsOf(head).filter((field) => !replaced.test(field));
  return Buffer.concat([Buffer.from(`${[...own, ...kept].join('\r\n')}\r\n`, 'latin1'), body]);
}

/** The header's text, byte by byte, and the rest from the empty line on. */
function split(raw: Buffer): [string, Buffer] {
  const text = raw.toString('latin1');
  const end = /\r?\n(?=\r?\n)/.exec(text);
  return end
    ? [text.slice(0, end.index), raw.subarray(end.index + end[0].length)]
    : [text, Buffer.from('\r\n')];
}

/** One for each field, with the lines it goes on in. */
function fieldsOf(head: string): readonly string[] {
  return head.split(/\r?\n(?![ \t])/);
}
