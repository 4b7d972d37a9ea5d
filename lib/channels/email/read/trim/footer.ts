import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

interface SentFrom {
  readonly begin: string;
  readonly end: string;
  /** It speaks of one's own device, so that "phone" alone is a name. */
  readonly own: boolean;
}

const own = /(?:^|\s)(?:my|meine[mr]|mon|ma|mi|meu|minha|mijn|min|mio|mia)$|^sent from$/u;
const forms = wordsOf('sentFrom').map((words): SentFrom => {
  const [begin = '', end = ''] = words.split('~');
  return { begin, end, own: own.test(begin) };
});

const firstLetters = (text: string) => text.slice(0, 2);
const byLetters = Map.groupBy(forms, ({ begin }) => firstLetters(begin));
/** Products by the names they put into their footers. */
const product =
  /i(?:phon|pad|pod)|\bios|android|galaxy|samsung|huawei|xiaomi|redmi|oneplus|nokia|xperia|motorola|htc\b|blackberry|windows|outlook|gmx|web\.de|yahoo|proton|gmail|telekom|nexus|thunderbird|k-9|fairemail|tutanota|bluemail|airmail|mailbox|mailbird|mailspring|typeapp|polymail|superhuman|verizon|t-mobile|at&t|vodafone|zoho|tapatalk|acompli|aqua mail|courrier pour|correo para|correio para|posta per|почта/iu;
const device =
  /phone|handy|mobil|móvil|movil|tablet|smartphone|telefo+n|телефон|手机|手機|スマ|휴대|gerat|device|cell\b/u;
const program =
  /^(?:virus-free|virenfrei|sans virus|garanti sans virus|libre de virus|privo di virus|virusvrij|livre de virus)\b|^(?:this|diese|cet|cette|este|esta|questa|deze) .{0,40}(?:avast|avg|virus|viren)|www\.avast\.com|^powered by /u;
const list =
  /^(?:you received this message because you (?:are|were)|to unsubscribe from this|to (?:stop receiving|unsubscribe)|to post to this group|visit this group at|for more options, visit|to view this discussion|um sich (?:von|aus) dieser gruppe|sie erhalten diese nachricht, weil)/u;
const excuse = /excuse (?:my |any |the )?(?:brevity|typo)|entschuldige|tippfehler|disculp/u;

const small =
  /^(?:apps?|mail|email|mobile|mobil|device|smartphone|phone|tablet|handy|gerät|the|my|on|for|with|via|using|network|secure|free|mit|auf|der|dem|für|aus|gesendet\.?|geschrieben|verschickt|pour|para|per|voor|til|för|di|de|do|da|le|la|il|el|et|och|og|en|pe|mon|ul|meu|mio|mi|min|mijn|vanaf|μου|my|az|küldve|gönderildi\.?|से|од)$/iu;
const longest = 140;
const mostWords = 8;

/** A line that a phone, a mail program, a virus scanner or a mailing list added below what a person wrote. */
export function isFooter(line: Line): boolean {
  const text = bare(line.folded);
  // Streak's tracking in Gmail leaves a sign of Canadian syllabics.
  if (text === 'ᐧ') return true;
  if (text === '' || text.length > longest) return false;
  return isSentFrom(text, bare(line.plain)) || program.test(text) || list.test(text);
}

/** Without brackets, links and Markdown's stars. */
function bare(text: string): string {
  return text
    .replace(/^[[(*_<]+/, '')
    .replace(/<[^<>]*>|\([^()]*\)|[*_[\])>]/g, '')
    .trim();
}

/** A product must be named, or a device of one's own: "Sent from my desk, it is easier" and "Sent by mail" are sentences. */
function isSentFrom(text: string, shown: string): boolean {
  if (/[?!]$/.test(text)) return false;
  const said = text.replace(/\.$/, '');
  const likely = [...(byLetters.get(firstLetters(said)) ?? []), ...(byLetters.get('') ?? [])];
  return likely.some((form) => {
    if (!matches(said, form)) return false;
    if (excuse.test(said)) return true;
    const rest = said.slice(form.begin.length, said.length - form.end.length).trim();
    const words = rest.split(' ').length;
    if (rest.includes(', ')) return false;
    if (product.test(rest)) return words <= mostWords && isProductName(shown, rest);
    return form.own && ((device.test(rest) && words <= 3) || isNamed(shown.slice(form.begin.length)));
  });
}

function matches(text: string, { begin, end }: SentFrom): boolean {
  if (!text.startsWith(begin) || !text.endsWith(end) || text.length <= begin.length + end.length)
    return false;
  // Scripts that join words begin within one ("נשלח מה-iPhone").
  const joins = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Han}]$/u;
  return begin === '' || joins.test(begin) || !/^[\p{L}\p{N}]/u.test(text.slice(begin.length));
}

/** Whether nothing but names and small words follow a product: "From my iPhone I cannot open it" is a sentence. */
function isProductName(shown: string, rest: string): boolean {
  const words = shown.split(/\s+/);
  const first = words.findIndex((word) => product.test(word));
  const after = first === -1 ? [] : words.slice(first + 1);
  return (
    rest !== '' &&
    after.every(
      (word) => !/^\p{Ll}/u.test(word) || small.test(word.replace(/[.,]$/, '')) || product.test(word),
    )
  );
}

/** Whether the words are few and all names: `TypeApp`. */
function isNamed(rest: string): boolean {
  const names = rest.trim().split(/\s+/);
  return names.length <= 4 && names.every((name) => /^[\p{Lu}\p{N}]/u.test(name));
}
