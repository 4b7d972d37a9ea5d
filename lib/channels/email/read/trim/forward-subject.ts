import { fold } from './fold.ts';

/**
 * What clients put before the subject of a mail that is passed on. `VS` is "passed on" in Danish and Norwegian and "answer" in
 * Finnish; what is kept of an answer is the same either way.
 */
const words = [
  'fwd|fw|forward|forwarded|wg|wtr|weitergel|weitergeleitet|doorst|doorgest|doorgestuurd|tr|tf|transf|rv|reenv|i|inoltr|inoltrata',
  'enc|encaminhada|redir|redirectionat|vs|vb|vl|vid|videresend|videresendt|pd|pdl|przek|fs|pos|prepos|preposl|preposlane',
  'tov|tovabbitas|ilt|προωθ|πρθ|προωθηση|пересл|переслано|переадр|пд|прпр|препр|proslijedeno|posredovano|edasi|trs',
  '转发|轉寄|转寄|轉發|転送|전달|הועבר|העברה|اعادة توجيه|معاد توجيهها|chuyen tiep|framsent',
];
const folded = words.join('|').split('|').map(fold).join('|');
const prefix = new RegExp(
  `^(?:\\[[^\\]]{1,40}\\]\\s?)?(?:${folded})\\.?\\s?(?:\\[\\d+\\]|\\(\\d+\\))?\\s?:`,
  'u',
);

/** Whether a subject says that the mail is passed on. A prefix of an answer before it says that it is an answer. */
export function saysForwarded(subject: string): boolean {
  return prefix.test(fold(subject.slice(0, 200)));
}
