/** The Query protocol as SES speaks it: a form comes in, XML goes out. */

/** What was asked: `SendRawEmail` as the SDK writes it. */
export interface SendRawEmail {
  readonly source: string;
  readonly destinations: readonly string[];
  readonly raw: Buffer;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
}

/** Undefined for any other action. */
export function readSendRawEmail(body: string): SendRawEmail | undefined {
  const form = new URLSearchParams(body);
  if (form.get('Action') !== 'SendRawEmail' || form.get('Version') !== '2010-12-01') return undefined;
  const tags: Record<string, string> = {};
  for (let at = 1; form.has(`Tags.member.${at}.Name`); at += 1) {
    tags[form.get(`Tags.member.${at}.Name`) ?? ''] = form.get(`Tags.member.${at}.Value`) ?? '';
  }
  const destinations = [...form]
    .filter(([name]) => name.startsWith('Destinations.member.'))
    .map(([, to]) => to);
  return {
    source: form.get('Source') ?? '',
    destinations,
    raw: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'),
    tags,
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  };
}

/** An answer of SES. */
export interface SesAnswer {
  readonly status: number;
  readonly xml: string;
}

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

/** It was taken, and goes by this id. */
export function taken(id: string): SesAnswer {
  const result = `<SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult>`;
  const metadata =
    '<ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata>';
  return {
    status: 200,
    xml: `<SendRawEmailResponse ${namespace}>${result}${metadata}</SendRawEmailResponse>`,
  };
}

/** It was not. */
export function refused(code: string, message: string, status = 400): SesAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return { status, xml: `<ErrorResponse ${namespace}>${error}<RequestId>0</RequestId></ErrorResponse>` };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
