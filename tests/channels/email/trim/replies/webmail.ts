import { aboveBare, aboveQuote } from '../reply-case.ts';
import { talks } from '../talks.ts';

/** Web mail and the clients that came with something else. */
export const webmail = [
  ...aboveBare('GMX, web.de', talks, {
    de: 'Gesendet: Montag, 02. März 2026 um 10:14 Uhr\nVon: "Bernd Beispiel" <bernd@example.org>\nAn: anna@example.org\nBetreff: Drucker',
    en: 'Sent: Monday, March 02, 2026 at 10:14 AM\nFrom: "Bob Example" <bob@example.org>\nTo: ann@example.org\nSubject: Printer',
    fr: 'Envoyé: lundi 2 mars 2026 à 10:14\nDe: "Bruno Exemple" <bruno@example.org>\nÀ: anne@example.org\nObjet: Imprimante',
  }),
  ...aboveBare('Yahoo', talks, {
    en: '    On Monday, March 2, 2026, 10:14:33 AM GMT+1, Bob Example <bob@example.org> wrote:  ',
    de: '    Am Montag, 2. März 2026, 10:14:33 MEZ hat Bernd Beispiel <bernd@example.org> Folgendes geschrieben:  ',
    fr: '    Le lundi 2 mars 2026, 10:14:33 UTC+1, Bruno Exemple <bruno@example.org> a écrit :  ',
    es: '    El lunes, 2 de marzo de 2026, 10:14:33 CET, Blas Ejemplo <blas@example.org> escribió:  ',
    it: '    Il lunedì 2 marzo 2026, 10:14:33 CET, Bruno Esempio <bruno@example.org> ha scritto:  ',
  }),
  ...aboveQuote('ProtonMail', talks, {
    en: '------- Original Message -------\nOn Monday, March 2nd, 2026 at 10:14, Bob Example <bob@example.org> wrote:',
    de: '‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nAm Montag, 2. März 2026 um 10:14 schrieb Bernd Beispiel <bernd@example.org>:',
  }),
  ...aboveBare('Samsung', talks, {
    en: '-------- Original message --------\nFrom: Bob Example <bob@example.org>\nDate: 02/03/2026 10:14 (GMT+01:00)\nTo: ann@example.org\nSubject: Printer',
    de: '-------- Ursprüngliche Nachricht --------\nVon: Bernd Beispiel <bernd@example.org>\nDatum: 02.03.26 10:14 (GMT+01:00)\nAn: anna@example.org\nBetreff: Drucker',
    pl: '-------- Oryginalna wiadomość --------\nOd: Bartek <bartek@example.org>\nData: 2.03.2026 10:14 (GMT+01:00)\nDo: anna@example.org\nTemat: Drukarka',
  }),
  ...aboveBare('Zoho', talks, {
    en: '---- On Mon, 02 Mar 2026 10:14:33 +0100 Bob Example <bob@example.org> wrote ----',
  }),
  ...aboveBare('Notes', talks, {
    en: '-----Bob Example/Org/Example wrote: -----\nTo: ann@example.org\nFrom: Bob Example/Org/Example\nDate: 03/02/2026 10:14AM\nSubject: Printer',
    de: 'Von:        Bernd Beispiel/Org/Example\nAn:        anna@example.org\nDatum:        02.03.2026 10:14\nBetreff:        Drucker',
  }),
  ...aboveBare('QQ, 163', talks, {
    zh: '------------------ 原始邮件 ------------------\n发件人: "小博" <bo@example.org>;\n发送时间: 2026年3月2日(星期一) 上午10:14\n收件人: "安娜"<anna@example.org>;\n主题: 打印机',
  }),
  ...aboveBare('Naver', talks, {
    ko: '-----Original Message-----\nFrom: "보람" <boram@example.org>\nTo: "안나" <anna@example.org>\nSent: 2026-03-02 (월) 10:14:33\nSubject: 프린터',
  }),
];
