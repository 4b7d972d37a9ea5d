import type { Line } from './line.ts';

const mail =
  /e-?mail|message|communication|nachricht|mitteilung|courriel|mensaje|correo|messaggio|mensagem|bericht|wiadomosc|meddeland|meddelelse|melding|viesti|сообщени|письм|повідомлен|лист|ileti|e-posta|uzenet|zprav|sprav|mesaj|μηνυμα|邮件|郵件|メール|메일|הודעה|רسالة|رسالة|poruk|sporocil|съобщени/u;
const secret =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat|confidenzial|vertrouwelijk|poufn|konfident|fortrolig|luottamuksel|конфиденц|конфіденц|поверител|gizli|duvern|dovern|bizalmas|εμπιστευτικ|机密|機密|保密|기밀|סודי|חסוי|سري|povjerljiv|zaupn|poverljiv|legally protected|rechtlich geschutzt/u;
const reader =
  /intended|recipient|addressee|adressat|empfanger|destinataire|destinat[ao]ri|geadresseerde|adresat|mottagare|modtager|mottaker|vastaanottaj|получател|адресат|одержувач|alici|cimzett|prijemc|prijate?l|παραληπτ|收件人|受信者|수신|נמען|المرسل|disclos|unauthori|weitergabe|distribution|naslovnik|primatel|error|irrtum|erreur|error/u;
const order =
  /delete|destroy|notify|solely|strictly|prohibited|losch|vernicht|informier|ausschlie|verboten|untersagt|supprim|detrui|interdit|exclusiv|elimin|borr|prohib|notifi|cancell|distrugg|viet|apag|verwijder|vernietig|usun|zniszcz|zabron|radera|forst[oö]r|slet|poista|удал|уничтож|запрещ|видал|знищ|заборон|silin|yasak|torol|smaz|zlikvid|vymaz|sterg|διαγρα|删除|刪除|削除|삭제|מחק|למחוק|حذف|izbri|obris/u;
/** Sentences that nobody writes by hand. */
const printed =
  /^(?:confidentiality (?:notice|note)|notice of confidentiality|privileged and confidential|vertraulichkeitshinweis|avis de confidentialite|aviso de confidencialidad|please consider the environment|(?:please )?think (?:before you print|of the environment before)|save a tree\b|disclaimer$|this e-?mail has been (?:scanned|checked|swept) (?:for|by)|diese e-?mail wurde (?:von .{2,40} )?auf viren (?:gepruft|uberpruft)|bitte (?:denken sie|prufen sie).{0,60}(?:umwelt|ausdruck|drucken)|pensez a l'environnement|avant d'imprimer|antes de imprimir|prima di stampare|denk aan het milieu)/u;

/** Shorter ones are sentences of people; Chinese and Japanese say as much in fewer characters. */
const shortest = 110;
const shortestDense = 40;
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;

/**
 * A paragraph that a company adds below every mail. Known by what it speaks of: a message, secrecy, whom it is meant for and
 * what others must do, all in one paragraph, since the sentences differ everywhere.
 */
export function isDisclaimer(line: Line): boolean {
  return line.depth === 0 && (isPrinted(line) || isLegal(line.folded));
}

/**
 * Where a disclaimer begins in the paragraph that ends a text: at the first line that speaks of a message or of secrecy. What
 * stands above it is not part of it.
 */
export function disclaimerStart(paragraph: readonly Line[]): number | undefined {
  const start = paragraph.findIndex(
    (line) => isPrinted(line) || mail.test(line.folded) || secret.test(line.folded),
  );
  const first = paragraph[start];
  if (!first) return undefined;
  const text = paragraph
    .slice(start)
    .map(({ folded }) => folded)
    .join(' ')
    .slice(0, 4000);
  return isPrinted(first) || isLegal(text) ? start : undefined;
}

function isPrinted(line: Line): boolean {
  return line.folded.length > 9 && printed.test(line.folded.replace(/^\W+/, ''));
}

function isLegal(text: string): boolean {
  if (text.length < (dense.test(text) ? shortestDense : shortest)) return false;
  return [mail, secret, reader, order].every((words) => words.test(text));
}
