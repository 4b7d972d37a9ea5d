/** Direction marks, zero-width characters and soft hyphens: Hebrew and Arabic clients strew them between words. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g;
const marks = /\p{M}+/gu;

/** A text without what cannot be seen, wide forms and special spaces as their plain ones. */
export function visible(text: string): string {
  return text.normalize('NFKC').replace(invisible, '');
}

/**
 * A text as it is compared: small letters, without accents, one space between words. Clients write `Envoye`, `ENVOYÉ` and
 * `envoyé`. Length changes; never cut the original by positions in it.
 */
export function fold(text: string): string {
  const bare = visible(text).toLowerCase().normalize('NFKD').replace(marks, '').normalize('NFC');
  return bare
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
