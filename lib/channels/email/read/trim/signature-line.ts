import { isDisclaimer } from './disclaimer.ts';
import { isFooter } from './footer.ts';
import type { Line } from './line.ts';
import { isRule } from './separator.ts';

const phone = /(?:\+|\(|\b00|\b0)\d[\d\s()./-]{5,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{3,4}\b/;
const reach = /^@\w+$|[^\s@]@[^\s@]+\.\p{L}{2}|\bwww\.|https?:\/\//iu;
const labelled =
  /^(?:tel|telefon|phone|mobile|mobil|mob|cell|fax|fon|office|direct|handy|tél|t|m|f|p|e|w|d|o|e-?mail|mail|web|skype|linkedin|twitter)\s?[.:|]/iu;
const company =
  /\b(?:gmbh|inc|ltd|llc|corp|limited|e\.v|kg|ag|ug|mbh|s\.?a\.?r\.?l|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|oyj?|a\/s|aps|kft|zrt|s\.?r\.?o|sp\. z o\.?o|plc|ooo|ооо|тов|ltda|d\.?o\.?o)\b\.?/iu;
/** Functions as they stand below names, in the languages that share them. */
const role =
  /\b(?:ceo|cto|cfo|coo|cio|manager|director|engineer|developer|consultant|president|founder|co-founder|head of|officer|assistant|administrator|architect|analyst|coordinator|specialist|support|geschäftsführ\p{L}*|leiter\p{L}*|abteilung|vertrieb|entwickler\p{L}*|berater\p{L}*|directeur|directrice|responsable|gérante?|ingénieur|gerente|directora?|direttore|responsabile|diretora?|kierownik|dyrektor|jednatel|ředitel|директор|менеджер|инженер|руководитель)(?!\p{L})/iu;
const social =
  /linkedin|facebook|twitter|x\.com|instagram|xing|youtube|calendly|mastodon|lists\.|mailman|groups\./i;
/** What companies must print by law. */
const registered =
  /\b(?:hrb|hra|amtsgericht|registergericht|handelsregister|sitz der gesellschaft|ust-?id\p{L}*|vorstand|aufsichtsrat|geschäftsführung|vat|siret|siren|rcs|kvk|btw|cif|nif|p\.?\s?iva|registered (?:in|office)|company (?:no|number|registration)|krs|nip|regon|ičo|dič)(?!\p{L})/iu;
const picture = /^\[(?:cid|image|logo)[^\]]*\]$|^!\[[^\]]*\]\([^)]*\)$|^<[^<>\s]+>$/i;

/** A telephone number, an address, a link or a form of company: what a signature holds besides names. */
export function isContact(line: Line): boolean {
  const text = line.plain;
  return (
    phone.test(text) ||
    reach.test(text) ||
    labelled.test(text) ||
    company.test(text) ||
    registered.test(text) ||
    (text.length < 60 && role.test(text))
  );
}

/** Whether a line may stand in a signature: short and no sentence, or one of the things found there only. */
export function isSignatureLine(line: Line): boolean {
  const text = line.plain;
  // People quote what they answer, not their own signature.
  if (line.depth > 0) return false;
  if (text === '' || isRule(line) || picture.test(text) || isFooter(line) || isDisclaimer(line)) return true;
  if (/^(?:p\.?\s?s\b|[-*+•]\s|\d+[.)]\s)/i.test(text)) return false;
  const words = text.split(/\s+/).length;
  if (registered.test(text)) return words <= 30;
  // A link to one page is something that a person passes on; a signature names the site.
  if (/https?:\/\/[^\s/]+\/\S{12}/i.test(text) && !social.test(text)) return false;
  if (isContact(line)) return words <= 16 && !/[?]$/.test(text);
  return (
    text.length <= 70 &&
    words <= 9 &&
    !/[?!:;]$|[^.\s]{3,}\.$/.test(text.replace(/\b(?:inc|ltd|corp|llc)\.$/i, ''))
  );
}
