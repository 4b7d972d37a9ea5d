import type { Line } from './line.ts';

const mail =
  /e-?mail|message|nachricht|mitteilung|courriel|mensaje|correo|messaggio|mensagem|bericht|wiadomosc|meddeland|meddelelse|melding|viesti|сообщени|письм|повідомлен|лист|ileti|e-posta|uzenet|zprav|sprav|mesaj|μηνυμα|邮件|郵件|メール|메일|הודעה|רسالة|رسالة|poruk|sporocil|съобщени/u;
const secret =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat|confidenzial|vertrouwelijk|poufn|konfident|fortrolig|luottamuksel|конфиденц|конфіденц|поверител|gizli|duvern|dovern|bizalmas|εμπιστευτικ|机密|機密|保密|기밀|סודי|חסוי|سري|povjerljiv|zaupn|poverljiv|legally protected|rechtlich geschutzt/u;
const reader =
  /intended|recipient|addressee|adressat|empfanger|destinataire|destinat[ao]ri|geadresseerde|adresat|mottagare|modtager|mottaker|vastaanottaj|получател|адресат|одержувач|alici|cimzett|prijemc|prijate?l|παραληπτ|收件人|受信者|수신|נמען|المرسل|disclos|unauthori|weitergabe|distribution|naslovnik|primatel|error|irrtum|erreur|error/u;
const begins =
  /^(?:confidentiality (?:notice|note)|disclaimer\b|legal (?:notice|disclaimer)|notice of confidentiality|important notice:|privileged and confidential|please consider the environment|(?:please )?think (?:before you print|of the environment)|save a tree|bitte (?:denken sie|prufen sie|beachten sie).{0,60}(?:umwelt|ausdruck|drucken)|pensez a l'environnement|avant d'imprimer|antes de imprimir|prima di stampare|denk aan het milieu|tank pa miljon|haftungsausschluss|vertraulichkeitshinweis|avis de confidentialite|aviso legal|aviso de confidencialidad)/u;

/**
 * A paragraph that a company adds below every mail. Known by what it speaks of (a message, secrecy, whom it is meant for), all
 * three in one paragraph, since the sentences differ everywhere.
 */
export function isDisclaimer(line: Line): boolean {
  const text = line.folded;
  if (text.length < 12) return false;
  return begins.test(text.replace(/^\W+/, '')) || (text.length > 80 && isLegal(text));
}

/** The same for a paragraph wrapped over several lines. */
export function isDisclaimerParagraph(lines: readonly Line[]): boolean {
  const first = lines[0];
  if (!first) return false;
  const text = lines
    .map(({ folded }) => folded)
    .join(' ')
    .slice(0, 4000);
  return isDisclaimer(first) || (text.length > 120 && isLegal(text));
}

function isLegal(text: string): boolean {
  return mail.test(text) && secret.test(text) && reader.test(text);
}
