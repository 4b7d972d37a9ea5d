import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import { explainSes, openMailWorld } from './mail-world.ts';
import type { ReceiptRules } from './receipt-rules.ts';
import { createTerminal, type Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** One thing that mail needs. */
interface Finding {
  readonly well: boolean;
  readonly text: string;
}

/** What an account may send in a day while it is in SES's sandbox (contract 2). */
const SANDBOX = 200;

/** `cardwire mail status`: tells what of mail stands and what is left to do. Changes nothing. */
export async function status(options: WorldOptions, io: Io): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  const { ses, rules, name, where, close } = openMailWorld(options, io);
  try {
    const incoming = await receiving(rules, name, where);
    const findings = [incoming.finding];
    for (const domain of incoming.domains) findings.push(await known(ses, domain));
    findings.push(...(await sending(ses)));
    for (const { well, text } of findings)
      out.line(`${well ? out.style('green', 'ok    ') : out.style('yellow', 'to do ')}  ${text}`);
    return findings.every(({ well }) => well);
  } catch (error) {
    return explainSes(error);
  } finally {
    close();
  }
}

async function receiving(
  rules: ReceiptRules,
  name: string,
  where: string,
): Promise<{ readonly finding: Finding; readonly domains: readonly string[] }> {
  const active = await rules.active();
  const rule = active?.rules.find((each) => each.name === name);
  if (active && rule) {
    const told = `${rule.recipients.join(', ')}: handed over by the rule ${name} of the set ${active.name}`;
    const off = `the rule ${name} of the set ${active.name} is switched off: switch it on in the SES console`;
    return {
      finding: { well: rule.enabled, text: rule.enabled ? told : off },
      domains: rule.recipients,
    };
  }
  const ours = await rules.named(name);
  const domains = ours?.rules.find((each) => each.name === name)?.recipients ?? [];
  const text = !ours
    ? `there is no rule ${name} ${where}: deploy with the parameter mailDomain`
    : active
      ? `another rule set, ${active.name}, is active ${where}: deploy with --param="mailRuleSet=${active.name}"`
      : `no rule set is active ${where}: npm run cardwire -- mail activate`;
  return { finding: { well: false, text }, domains };
}

async function known(ses: SESClient, domain: string): Promise<Finding> {
  const asked = { Identities: [domain] };
  const { VerificationAttributes } = await ses.send(new GetIdentityVerificationAttributesCommand(asked));
  const { DkimAttributes } = await ses.send(new GetIdentityDkimAttributesCommand(asked));
  const verified = VerificationAttributes?.[domain]?.VerificationStatus === 'Success';
  const signed = DkimAttributes?.[domain]?.DkimVerificationStatus === 'Success';
  if (verified && signed) return { well: true, text: `${domain}: verified, and signed with DKIM` };
  return {
    well: false,
    text: `${domain}: SES has not seen its DKIM records yet (the outputs MailDkim1 to 3); that takes up to three days`,
  };
}

async function sending(ses: SESClient): Promise<readonly Finding[]> {
  const { Enabled } = await ses.send(new GetAccountSendingEnabledCommand({}));
  const { Max24HourSend = 0, SentLast24Hours = 0 } = await ses.send(new GetSendQuotaCommand({}));
  const paused = {
    well: false,
    text: 'SES has paused the sending of this account: see its account dashboard for the reason',
  };
  const sandbox = `in the sandbox: mail goes to verified addresses alone. Request production access in the SES console`;
  const quota = `${SentLast24Hours} of ${Max24HourSend} mails sent in the last 24 hours`;
  const may =
    Max24HourSend <= SANDBOX && Max24HourSend >= 0
      ? { well: false, text: sandbox }
      : { well: true, text: quota };
  return Enabled === false ? [paused, may] : [may];
}
