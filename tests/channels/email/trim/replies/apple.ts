import { aboveQuote, type ReplyCase } from '../reply-case.ts';
import { talks } from '../talks.ts';

/** Apple Mail on the Mac, and on the phone, which quotes the header as well and adds its footer above. */
export const apple: readonly ReplyCase[] = [
  ...aboveQuote('Apple Mail', talks, {
    en: 'On 2 Mar 2026, at 10:14, Bob Example <bob@example.org> wrote:',
    de: 'Am 02.03.2026 um 10:14 schrieb Bernd Beispiel <bernd@example.org>:',
    fr: 'Le 2 mars 2026 à 10:14, Bruno Exemple <bruno@example.org> a écrit :',
    es: 'El 2 mar 2026, a las 10:14, Blas Ejemplo <blas@example.org> escribió:',
    it: 'Il giorno 2 mar 2026, alle ore 10:14, Bruno Esempio <bruno@example.org> ha scritto:',
    pt: 'Em 2 de mar. de 2026, à(s) 10:14, Bento Exemplo <bento@example.org> escreveu:',
    nl: 'Op 2 mrt. 2026, om 10:14 heeft Bas Voorbeeld <bas@example.org> het volgende geschreven:',
    pl: 'Wiadomość napisana przez Bartek Przykład <bartek@example.org> w dniu 2 mar 2026, o godz. 10:14:',
    sv: '2 mars 2026 kl. 10:14 skrev Bo Exempel <bo@example.org>:',
    da: 'Den 2. mar. 2026 kl. 10.14 skrev Bo Eksempel <bo@example.org>:',
    no: '2. mar. 2026 kl. 10:14 skrev Bjørn Eksempel <bjorn@example.org>:',
    fi: 'Bo Esimerkki <bo@example.org> kirjoitti 2.3.2026 kello 10.14:',
    ru: '2 марта 2026 г., в 10:14, Борис Пример <boris@example.org> написал(а):',
    cs: '2. 3. 2026 v 10:14, Bohumil Příklad <bohumil@example.org>:',
    zh: '在 2026年3月2日，上午10:14，小博 <bo@example.org> 写道：',
    ja: '2026/03/02 10:14、坊 <bo@example.org>のメール:',
    ko: '2026. 3. 2. 오전 10:14, 보람 <boram@example.org> 작성:',
  }),
  ...[
    ['en', 'Sent from my iPhone', 'On 2 Mar 2026, at 10:14, Bob Example <bob@example.org> wrote:'],
    [
      'de',
      'Von meinem iPhone gesendet',
      'Am 02.03.2026 um 10:14 schrieb Bernd Beispiel <bernd@example.org>:',
    ],
    ['fr', 'Envoyé de mon iPhone', 'Le 2 mars 2026 à 10:14, Bruno Exemple <bruno@example.org> a écrit :'],
    [
      'es',
      'Enviado desde mi iPhone',
      'El 2 mar 2026, a las 10:14, Blas Ejemplo <blas@example.org> escribió:',
    ],
    [
      'it',
      'Inviato da iPhone',
      'Il giorno 2 mar 2026, alle ore 10:14, Bruno <bruno@example.org> ha scritto:',
    ],
    [
      'nl',
      'Verstuurd vanaf mijn iPhone',
      'Op 2 mrt. 2026 om 10:14 heeft Bas <bas@example.org> het volgende geschreven:',
    ],
    ['sv', 'Skickat från min iPhone', '2 mars 2026 kl. 10:14 skrev Bo Exempel <bo@example.org>:'],
    [
      'pl',
      'Wysłane z iPhone’a',
      'Wiadomość napisana przez Bartek <bartek@example.org> w dniu 2.03.2026, o godz. 10:14:',
    ],
    ['ja', 'iPhoneから送信', '2026/03/02 10:14、坊 <bo@example.org>のメール:'],
    ['ru', 'Отправлено с iPhone', '2 марта 2026 г., в 10:14, Борис <boris@example.org> написал(а):'],
    [
      'pt',
      'Enviado do meu iPhone',
      'No dia 2/03/2026, às 10:14, Bento Exemplo <bento@example.org> escreveu:',
    ],
    ['zh', '发自我的 iPhone', '在 2026年3月2日，10:14，小博 <bo@example.org> 写道：'],
  ].map(([language = '', footer = '', header = '']): ReplyCase => {
    const { said, asked } = talks.get(language) ?? { said: '', asked: '' };
    const quote = [header, '', ...asked.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');
    return { client: 'iPhone', language, text: `${said}\n\n${footer}\n\n${quote}\n`, kept: said };
  }),
];
