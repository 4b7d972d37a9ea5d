/** What SES found out about a mail, as it stands in its event. */
export interface Findings {
  readonly spam: Status;
  readonly virus: Status;
  readonly spf: Status;
  readonly dkim: Status;
  readonly dmarc: Status;
  readonly policy?: 'none' | 'quarantine' | 'reject';
}

type Status = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED';

const allWell: Findings = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };
const statuses = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];
const policies = ['none', 'quarantine', 'reject'];

/**
 * What is found out about a mail that came over SMTP to this machine: all is well, unless the mail asks for something else, so that every case
 * can be tried: `X-Local-Verdicts: dmarc=FAIL policy=reject`.
 */
export function findingsFor(head: string): Findings {
  const [, wishes = ''] = /^x-local-verdicts:[ \t]*(.*)$/im.exec(head) ?? [];
  const asked = [...wishes.matchAll(/\b(spam|virus|spf|dkim|dmarc|policy)=(\w+)/gi)].flatMap(
    ([, name = '', value = '']) => {
      const isPolicy = name.toLowerCase() === 'policy';
      const known = isPolicy ? policies.includes(value) : statuses.includes(value.toUpperCase());
      return known ? [[name.toLowerCase(), isPolicy ? value : value.toUpperCase()]] : [];
    },
  );
  return { ...allWell, ...Object.fromEntries(asked) };
}

/** The fields that SES puts before a mail that it has received (contract 1.3). */
export function sesFields(
  { spam, virus, spf, dkim, dmarc }: Findings,
  { id, source, domain, at }: { id: string; source: string; domain: string; at: number },
): string {
  const word = (status: Status) => (status === 'GRAY' ? 'none' : status.toLowerCase());
  const results = [
    `spf=${word(spf)} smtp.mailfrom=${source || 'postmaster'}`,
    `dkim=${word(dkim)} header.i=@${domain}`,
    `dmarc=${word(dmarc)} header.from=${domain}`,
  ];
  return [
    `Return-Path: <${source}>`,
    'Received: from localhost (localhost [127.0.0.1])',
    ` by inbound-smtp.local with SMTP id ${id}; ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `X-SES-Spam-Verdict: ${spam}`,
    `X-SES-Virus-Verdict: ${virus}`,
    `Received-SPF: ${word(spf)}`,
    `Authentication-Results: amazonses.com; ${results.join('; ')};`,
    '',
  ].join('\r\n');
}
