import type { SesReceipt } from '../../../../schemas/ses-mail.ts';
import { domainOf } from './addresses.ts';
import { isAligned } from './alignment.ts';
import { dkimDomains } from './authentication-results.ts';
import { field, type Mailbox, type ParsedMail } from './mail.ts';
import { holdsOnly } from './plain-from.ts';

/** What SES found out about one side of a mail, word for word. */
export type Verdict = SesReceipt['spamVerdict']['status'];

/** What it found out of each kind; `dmarcPolicy` is what the sender's domain asks to be done with a mail that fails. */
export interface Verdicts {
  readonly spam: Verdict;
  readonly virus: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  readonly dmarcPolicy?: 'none' | 'quarantine' | 'reject';
}

/**
 * Who sent a mail. `proven`: the domain of the address vouches for it, so it may act as this person. `unproven`: anyone may have written
 * this address. `refused`: nobody is answered and nothing is done, because an answer would go to whoever was impersonated.
 */
export type Judged =
  | { readonly sender: Mailbox; readonly proof: 'proven' | 'unproven' }
  | { readonly refused: 'virus' | 'spam' | 'no-from' | 'many-from' | 'bad-from' | 'dmarc' };

/** SES's findings out of its receipt. */
export function verdictsOf(receipt: SesReceipt): Verdicts {
  return {
    spam: receipt.spamVerdict.status,
    virus: receipt.virusVerdict.status,
    spf: receipt.spfVerdict.status,
    dkim: receipt.dkimVerdict.status,
    dmarc: receipt.dmarcVerdict.status,
    ...(receipt.dmarcPolicy && { dmarcPolicy: receipt.dmarcPolicy }),
  };
}

/**
 * Judges who sent a mail (contract 3.1): by its one From field, never by Reply-To or Sender, which anyone may write. SPF alone proves the
 * envelope only and is not asked.
 */
export function judgeSender(
  mail: Pick<ParsedMail, 'from' | 'fromFields' | 'fields'>,
  verdicts: Verdicts,
): Judged {
  if (verdicts.virus === 'FAIL') return { refused: 'virus' };
  if (verdicts.spam === 'FAIL') return { refused: 'spam' };
  const [sender, second] = mail.from;
  if (mail.fromFields > 1 || second) return { refused: 'many-from' };
  if (mail.fromFields === 0 || !sender) return { refused: 'no-from' };
  if (sender.address === '') return { refused: 'bad-from' };
  if (isForbidden(verdicts)) return { refused: 'dmarc' };
  return { sender, proof: isProven(mail, sender, verdicts) ? 'proven' : 'unproven' };
}

/** The domain itself asks that what fails is not taken. */
function isForbidden({ dmarc, dmarcPolicy }: Verdicts): boolean {
  return dmarc === 'FAIL' && (dmarcPolicy === 'reject' || dmarcPolicy === 'quarantine');
}

/**
 * GRAY is how SES says that the domain publishes no DMARC policy; then its own signature is proof enough. Where a second address stands
 * beside the one that is taken, nobody knows which of them SES has looked at.
 */
function isProven(
  mail: Pick<ParsedMail, 'fields'>,
  { address }: Mailbox,
  { dmarc, dkim }: Verdicts,
): boolean {
  if (!holdsOnly(field(mail, 'from') ?? '', address)) return false;
  if (dmarc === 'PASS') return true;
  const isSigned = dmarc === 'GRAY' && dkim === 'PASS';
  return isSigned && dkimDomains(mail).some((signer) => isAligned(domainOf(address), signer));
}
