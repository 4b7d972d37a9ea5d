/** PGP's armour in the text itself, as older programs write it (RFC 4880 6.2, 7). */

const signedBegin = '-----BEGIN PGP SIGNED MESSAGE-----';
const signatureBegin = '-----BEGIN PGP SIGNATURE-----';
const signatureEnd = '-----END PGP SIGNATURE-----';

/** Whether a text is an encrypted message. */
export function isArmoured(text: string): boolean {
  return text.trimStart().startsWith('-----BEGIN PGP MESSAGE-----');
}

/** A signed text without its armour; undefined for a text that is not signed so. What stands around it is kept. */
export function withoutSignature(text: string): string | undefined {
  const begin = text.indexOf(signedBegin);
  const signature = text.indexOf(signatureBegin, begin);
  if (begin < 0 || signature < 0 || text.slice(0, begin).trim() !== '') return undefined;
  const end = text.indexOf(signatureEnd, signature);
  const inside = text.slice(begin + signedBegin.length, signature);
  // Header lines such as `Hash: SHA256` end at the first empty line.
  const body = inside.slice(Math.max(0, inside.indexOf('\n\n')) + 2);
  const after = end < 0 ? '' : text.slice(end + signatureEnd.length);
  return `${body.replace(/^- /gm, '').trim()}\n${after}`.trim();
}
