import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

const begins = wordsOf('sentFrom');
const ends = wordsOf('sentFromEnds');

/** Devices and mail programs by the names they put into their footers. */
const device =
  /i(?:phon|pad|pod|os)|android|galaxy|samsung|huawei|xiaomi|redmi|pixel|oneplus|nokia|sony|xperia|motorola|htc|lg |blackberry|windows|outlook|gmx|web\.de|yahoo|proton|gmail|mail|telekom|telefon|phone|handy|mobil|smartphone|tablet|mobile|móvil|telefoon|puhelim|телефон|смартфон|смартфона|手机|手機|スマート|휴대|갤럭시|nexus|thunderbird|k-9|fairemail|tutanota|spark|bluemail|airmail|mac\b|watch|verizon|t-mobile|at&t|vodafone|zoho|tapatalk|acompli|posta|correo|courrier|почт|נייד|هاتف|جوال/u;
const program =
  /^(?:get|download|hol|holen|laden|obtenez|obtener|obten|obtenga|hent|hamta|scarica|ottieni|baixe|obter|pobierz|skaffa|fa) .{0,20}outlook|^(?:virus-free|virenfrei|sans virus|garanti sans virus|libre de virus|privo di virus|virusvrij|livre de virus)\b|avast|avg antivirus|checked for viruses|auf viren gepruft|^powered by |^sent by (?:the )?superhuman/u;
const list =
  /^(?:you received this message because you (?:are|were)|to unsubscribe from this|to post to this group|visit this group at|for more options, visit|to view this discussion|um sich (?:von|aus) dieser gruppe|sie erhalten diese nachricht, weil|unsubscribe\b|abbestellen\b|.{2,60} mailing list$|to (?:stop receiving|unsubscribe))/u;

const longest = 140;
const mostWords = 8;
const excuse = /excuse|typo|brevity|tippfehler|kürze|kurze/u;

/** A line that a phone, a mail program, a virus scanner or a mailing list added below what a person wrote. */
export function isFooter(line: Line): boolean {
  const text = bare(line.folded);
  if (text === '' || text.length > longest) return false;
  return isSentFrom(text, bare(line.plain)) || program.test(text) || list.test(text);
}

/** Without brackets, links and Markdown's stars. */
function bare(text: string): string {
  return text
    .replace(/^[[(*_]+/, '')
    .replace(/<[^<>]*>|\([^()]*\)|[*_\])]/g, '')
    .trim();
}

/** A device or program must be named, or what follows must be a name: "Sent from my desk, it is easier" is a sentence. */
function isSentFrom(text: string, shown: string): boolean {
  if (/[?!]$/.test(text)) return false;
  const start = begins.find((begin) => text.startsWith(begin) && !/^\p{L}/u.test(after(begin, text)));
  if (start !== undefined) {
    const words = text.slice(start.length).trim().split(' ').length;
    if (excuse.test(text)) return true;
    return device.test(text) ? words <= mostWords && !/, /.test(text) : isNamed(shown, start);
  }
  return ends.some((end) => text.endsWith(end)) && text.length <= 80 && device.test(text);
}

/** Whether the words after a beginning are few and all names: `Sent from TypeApp`. */
function isNamed(shown: string, start: string): boolean {
  const names = shown.slice(start.length).trim().split(/\s+/);
  return start.length >= 8 && names.length <= 4 && names.every((name) => /^[\p{Lu}\p{N}]/u.test(name));
}

/** What follows a beginning. Scripts that join words begin within one ("נשלח מה-iPhone"). */
function after(begin: string, text: string): string {
  const joins = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Han}]$/u;
  return joins.test(begin) ? '' : text.slice(begin.length);
}
