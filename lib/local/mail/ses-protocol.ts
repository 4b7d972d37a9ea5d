import { escapeHtml } from '../../domain/html.ts';

/** How the AWS SDK speaks with SES's first API: a form comes in, XML goes back ("Query protocol"). */

/** What `SendRawEmail` asks for. */
export interface SendRequest {
  /** Envelope sender. */
  readonly source: string;
  readonly to: readonly string[];
  /** The mail as it was written. */
  readonly raw: Buffer;
  readonly configurationSet?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** An answer in XML. */
export interface SesAnswer {
  readonly status: number;
  readonly xml: string;
}

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

/** Reads a request's body; undefined when it is no `SendRawEmail` with somebody to send to. */
export function readSendRequest(body: string): SendRequest | undefined {
  const form = new URLSearchParams(body);
  const to = members(form, 'Destinations');
  if (form.get('Action') !== 'SendRawEmail' || to.length === 0) return undefined;
  const configurationSet = form.get('ConfigurationSetName');
  return {
    source: form.get('Source') ?? '',
    to,
    raw: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'),
    ...(configurationSet === null ? {} : { configurationSet }),
    tags: tagsIn(form),
  };
}

/** SES took it. `messageId` is its own id of the mail. */
export function taken(messageId: string, requestId: string): SesAnswer {
  const result = `<SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return {
    status: 200,
    xml: `<SendRawEmailResponse ${namespace}>${result}${metadata}</SendRawEmailResponse>`,
  };
}

/** SES did not take it: `Throttling`, `MessageRejected` … with the words that tell their kinds apart (contract 2). */
export function refused(code: string, message: string, requestId: string, status = 400): SesAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeHtml(message)}</Message></Error>`;
  return {
    status,
    xml: `<ErrorResponse ${namespace}>${error}<RequestId>${requestId}</RequestId></ErrorResponse>`,
  };
}

/** `Destinations.member.1`, `.2` … */
function members(form: URLSearchParams, name: string): string[] {
  return [...form].filter(([key]) => key.startsWith(`${name}.member.`)).map(([, value]) => value);
}

function tagsIn(form: URLSearchParams): Record<string, string> {
  const named = [...form].flatMap(([key, value]) => {
    const at = /^Tags\.member\.(\d+)\.Name$/.exec(key)?.[1];
    return at === undefined ? [] : [[value, form.get(`Tags.member.${at}.Value`) ?? ''] as const];
  });
  return Object.fromEntries(named);
}
