import { buffer } from 'node:stream/consumers';
import { type OpenServer, openServer } from '../sims/open-server.ts';

/** What an AWS account's SES knows, as the Query protocol tells it. */
export interface SesAccount {
  /** Rule sets by name: rules by name, with their recipients; `off:` before a name is a rule that is switched off. */
  sets: Record<string, Record<string, readonly string[]>>;
  active: string | undefined;
  verified: readonly string[];
  sending: boolean;
  quota: number;
  /** Actions in the order they came. */
  readonly asked: string[];
  /** Answers everything with this error code. */
  refuses?: string;
}

/** Plays the settings of SES for the command line, over HTTP. */
export async function startSesAccount(account: SesAccount): Promise<OpenServer> {
  return openServer(async (request, response) => {
    const form = new URLSearchParams((await buffer(request)).toString('utf8'));
    const action = form.get('Action') ?? '';
    account.asked.push(action);
    const answer = account.refuses ? undefined : answers[action]?.(account, form);
    response.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'text/xml' });
    const code = account.refuses ?? 'RuleSetDoesNotExist';
    response.end(
      answer === undefined
        ? `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>arn:aws:iam::1:user/eva</Message></Error></ErrorResponse>`
        : `<${action}Response><${action}Result>${answer}</${action}Result></${action}Response>`,
    );
  }, 0);
}

type Answer = (account: SesAccount, form: URLSearchParams) => string | undefined;

const answers: Readonly<Record<string, Answer>> = {
  DescribeActiveReceiptRuleSet: ({ sets, active }) => (active === undefined ? '' : setXml(active, sets)),
  DescribeReceiptRuleSet: ({ sets }, form) => {
    const name = form.get('RuleSetName') ?? '';
    return name in sets ? setXml(name, sets) : undefined;
  },
  SetActiveReceiptRuleSet: (account, form) => {
    account.active = form.get('RuleSetName') ?? undefined;
    return '';
  },
  GetIdentityVerificationAttributes: ({ verified }, form) =>
    `<VerificationAttributes>${attributes(form, verified, 'VerificationStatus')}</VerificationAttributes>`,
  GetIdentityDkimAttributes: ({ verified }, form) =>
    `<DkimAttributes>${attributes(form, verified, 'DkimVerificationStatus')}</DkimAttributes>`,
  GetAccountSendingEnabled: ({ sending }) => `<Enabled>${sending}</Enabled>`,
  GetSendQuota: ({ quota }) =>
    `<Max24HourSend>${quota}</Max24HourSend><SentLast24Hours>7</SentLast24Hours><MaxSendRate>14</MaxSendRate>`,
};

function setXml(name: string, sets: SesAccount['sets']): string {
  const rules = Object.entries(sets[name] ?? {}).map(([rule, recipients]) => {
    const members = recipients.map((each) => `<member>${each}</member>`).join('');
    const enabled = !rule.startsWith('off:');
    return `<member><Name>${rule.replace('off:', '')}</Name><Enabled>${enabled}</Enabled><Recipients>${members}</Recipients></member>`;
  });
  return `<Metadata><Name>${name}</Name></Metadata><Rules>${rules.join('')}</Rules>`;
}

function attributes(form: URLSearchParams, verified: readonly string[], field: string): string {
  const domain = form.get('Identities.member.1') ?? '';
  const state = verified.includes(domain) ? 'Success' : 'Pending';
  const dkim = field.startsWith('Dkim') ? '<DkimEnabled>true</DkimEnabled>' : '';
  return `<entry><key>${domain}</key><value>${dkim}<${field}>${state}</${field}></value></entry>`;
}
