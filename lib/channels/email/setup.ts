import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Todo } from '../../domain/told.ts';
import type { EmailConnection } from '../../teams/team.ts';
import type { ChannelSetup, SetupPlace, SetupStep } from '../channel.ts';
import type { ChannelAccessOf } from '../deps.ts';

/** Sets up a mail domain. There is no credential: what sends and receives is the deployment's own. */
export function openEmailSetup(access: ChannelAccessOf<EmailConnection>): ChannelSetup {
  const { domain, addresses } = access;
  const opened = Object.entries(addresses).map(
    ([local, board]) => `${local}@${domain} opens cards on ${board}`,
  );
  return {
    connect: async () => ({
      self: `cards@${domain}`,
      bot: domain,
      told: opened.join(', '),
      found: {},
    }),
    room: async () => {
      throw new CardwireError('mail-no-rooms', never, say('mail-no-rooms'));
    },
    nameOf: async () => undefined,
    join: async () => ({ skipped: 'mail has no rooms' }),
    steps: (place) => [recordsStep(domain, place)],
  };
}

/** What the domain's DNS has to say, and the switch that is for the whole account: a person's to do, once. */
function recordsStep(domain: string, { before, checking, baseUrl }: SetupPlace): SetupStep {
  return {
    title: `DNS of ${domain}`,
    run: async () => {
      // Without https this is one machine: mail comes in by its own port, and goes to its own page.
      if (!baseUrl.startsWith('https:')) return { skipped: 'not asked on this machine' };
      return before || checking ? { skipped: 'as it was set before' } : records(domain);
    },
  };
}

function records(domain: string): Todo {
  return {
    title: `let mail for ${domain} come in and go out`,
    lines: [
      'Set these records where the DNS of the domain is kept. <region> is the region that Cardwire is deployed to:',
      `${domain}  MX  10 inbound-smtp.<region>.amazonaws.com`,
      `the three CNAMEs of DKIM: the outputs MailDkim1 to MailDkim3 of the stack, or SES console > Identities > ${domain}`,
      `_dmarc.${domain}  TXT  "v=DMARC1; p=quarantine; adkim=s"`,
      `${domain}  TXT  "v=spf1 include:amazonses.com -all"`,
      'Then let SES hand over what comes in, once for each account and region: npm run cardwire -- mail activate',
      'A new account sends to verified addresses only: SES console > Account dashboard > Request production access.',
    ],
  };
}
