/** Second labels under which countries register names for others: `co.uk`, `com.au`. Those of up to three letters are all taken for such. */
const registries = new Set([
  'asso',
  'firm',
  'gouv',
  'info',
  'name',
  'parliament',
  'police',
  'press',
  'store',
]);

/**
 * Whether a signature of one domain speaks for senders of another: the same one, or a parent of it. DMARC compares registered domains,
 * which takes the Public Suffix List; here only what can be told without it counts. A parent must have two labels and must not look
 * like a place where others register, else the holder of `co.uk` would speak for every British company. Who is refused wrongly is
 * unproven, no more; a subdomain never speaks for its parent.
 */
export function isAligned(sender: string, signer: string): boolean {
  if (sender === '' || signer === '') return false;
  return sender === signer || (sender.endsWith(`.${signer}`) && !isOpenToOthers(signer));
}

function isOpenToOthers(domain: string): boolean {
  const labels = domain.split('.');
  const [second = '', country = ''] = labels;
  if (labels.length !== 2) return labels.length < 2;
  return country.length === 2 && (second.length <= 3 || registries.has(second));
}
