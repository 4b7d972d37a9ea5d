import { aboveQuote } from '../reply-case.ts';
import { talks } from '../talks.ts';

/** Thunderbird names no address; K-9 and FairEmail follow it on Android. */
export const thunderbird = [
  ...aboveQuote('Thunderbird', talks, {
    en: 'On 02/03/2026 10:14, Bob Example wrote:',
    de: 'Am 02.03.26 um 10:14 schrieb Bernd Beispiel:',
    fr: 'Le 02/03/2026 à 10:14, Bruno Exemple a écrit :',
    es: 'El 2/3/26 a las 10:14, Blas Ejemplo escribió:',
    it: 'Il 02/03/2026 10:14, Bruno Esempio ha scritto:',
    nl: 'Op 2-3-2026 om 10:14 schreef Bas Voorbeeld:',
    pl: 'W dniu 2.03.2026 o 10:14, Bartek Przykład pisze:',
    sv: 'Den 2026-03-02 kl. 10:14, skrev Bo Exempel:',
    da: 'Den 02.03.2026 kl. 10.14 skrev Bo Eksempel:',
    fi: 'Bo Esimerkki kirjoitti 2.3.2026 klo 10.14:',
    ru: '02.03.2026 10:14, Борис Пример пишет:',
    cs: 'Dne 02. 03. 26 v 10:14 Bohumil Příklad napsal(a):',
    hu: '2026. 03. 02. 10:14 keltezéssel, Béla Példa írta:',
    tr: '2.03.2026 10:14 tarihinde Bora Örnek yazdı:',
  }),
  ...aboveQuote('K-9 Mail', talks, {
    en: 'On March 2, 2026 10:14:33 AM GMT+01:00, Bob Example <bob@example.org> wrote:',
    de: 'Am 2. März 2026 10:14:33 MEZ schrieb Bernd Beispiel <bernd@example.org>:',
    pt: 'Em 2 de março de 2026 10:14:33 WET, Bento Exemplo <bento@example.org> escreveu:',
  }),
];
