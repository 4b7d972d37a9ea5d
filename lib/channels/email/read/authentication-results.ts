import type { Field, ParsedMail } from './mail.ts';

/** The name that SES signs its findings with. */
const ses = 'amazonses.com';

/**
 * The domains whose DKIM signature SES found good, in lower case. SES prepends its findings and leaves a sender's own forged ones further
 * down: only the first field counts, and only above the sender's own hops, where no sender can write (contract 1.3).
 */
export function dkimDomains({ fields }: Pick<ParsedMail, 'fields'>): readonly string[] {
  const isFinding = ({ name }: Field) => name === 'authentication-results';
  const first = fields.findIndex(isFinding);
  const hops = fields.slice(0, Math.max(0, first)).filter(({ name }) => name === 'received').length;
  const value = withoutWords(fields[first]?.value ?? '');
  const [authority = '', ...results] = value.split(';').map((result) => result.trim());
  if (hops > 1 || authority.split(' ', 1)[0]?.toLowerCase() !== ses) return [];
  return results.flatMap((result) => signerIn(result) ?? []);
}

/** `dkim=pass header.i=@example.org`; the identity's domain is the signer's own or one below it. */
function signerIn(result: string): string | undefined {
  if (!/^dkim=pass(?:\s|$)/i.test(result)) return undefined;
  const [, identity = ''] = /\sheader\.[id]=([^\s;]{1,300})/i.exec(result) ?? [];
  const domain = identity.slice(identity.lastIndexOf('@') + 1);
  return domain.toLowerCase() || undefined;
}

/** Comments and quoted words may hold anything that the sender likes, semicolons and forged results included. */
function withoutWords(value: string): string {
  let depth = 0;
  let quoted = false;
  let out = '';
  for (const sign of value) {
    if (sign === '"' && depth === 0) quoted = !quoted;
    else if (sign === '(' && !quoted) depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (depth === 0 && !quoted) out += sign;
  }
  return out;
}
