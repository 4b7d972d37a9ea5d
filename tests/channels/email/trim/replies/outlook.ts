import { aboveBare } from '../reply-case.ts';
import { talks } from '../talks.ts';

const drawn = '________________________________';

/** Outlook: on Windows without a line above, in the browser and on the phone below one, bold where HTML became text. */
export const outlook = [
  ...aboveBare('Outlook for Windows', talks, {
    en: 'From: Bob Example <bob@example.org>\nSent: Monday, March 2, 2026 10:14 AM\nTo: Ann Example <ann@example.org>\nCc: Support\nSubject: Printer',
    de: 'Von: Bernd Beispiel <bernd@example.org>\nGesendet: Montag, 2. März 2026 10:14\nAn: Anna Beispiel <anna@example.org>\nBetreff: Drucker',
    fr: 'De : Bruno Exemple <bruno@example.org>\nEnvoyé : lundi 2 mars 2026 10:14\nÀ : Anne Exemple <anne@example.org>\nObjet : Imprimante',
    es: 'De: Blas Ejemplo <blas@example.org>\nEnviado el: lunes, 2 de marzo de 2026 10:14\nPara: Ana Ejemplo <ana@example.org>\nAsunto: Impresora',
    it: 'Da: Bruno Esempio <bruno@example.org>\nInviato: lunedì 2 marzo 2026 10:14\nA: Anna Esempio <anna@example.org>\nOggetto: Stampante',
    pt: 'De: Bento Exemplo <bento@example.org>\nEnviada em: segunda-feira, 2 de março de 2026 10:14\nPara: Ana Exemplo <ana@example.org>\nAssunto: Impressora',
    nl: 'Van: Bas Voorbeeld <bas@example.org>\nVerzonden: maandag 2 maart 2026 10:14\nAan: Anna Voorbeeld <anna@example.org>\nOnderwerp: Printer',
    pl: 'Od: Bartek Przykład <bartek@example.org>\nWysłano: poniedziałek, 2 marca 2026 10:14\nDo: Anna Przykład <anna@example.org>\nTemat: Drukarka',
    sv: 'Från: Bo Exempel <bo@example.org>\nSkickat: den 2 mars 2026 10:14\nTill: Anna Exempel <anna@example.org>\nÄmne: Skrivare',
    da: 'Fra: Bo Eksempel <bo@example.org>\nSendt: 2. marts 2026 10:14\nTil: Anna Eksempel <anna@example.org>\nEmne: Printer',
    no: 'Fra: Bjørn Eksempel <bjorn@example.org>\nSendt: mandag 2. mars 2026 10:14\nTil: Anna Eksempel <anna@example.org>\nEmne: Skriver',
    fi: 'Lähettäjä: Bo Esimerkki <bo@example.org>\nLähetetty: maanantai 2. maaliskuuta 2026 10.14\nVastaanottaja: Anna Esimerkki <anna@example.org>\nAihe: Tulostin',
    ru: 'От: Борис Пример <boris@example.org>\nОтправлено: 2 марта 2026 г. 10:14\nКому: Анна Пример <anna@example.org>\nТема: Принтер',
    uk: 'Від: Борис Приклад <boris@example.org>\nНадіслано: 2 березня 2026 р. 10:14\nКому: Анна Приклад <anna@example.org>\nТема: Принтер',
    cs: 'Od: Bohumil Příklad <bohumil@example.org>\nOdesláno: pondělí 2. března 2026 10:14\nKomu: Anna Příkladová <anna@example.org>\nPředmět: Tiskárna',
    sk: 'Od: Boris Príklad <boris@example.org>\nOdoslané: pondelok 2. marca 2026 10:14\nKomu: Anna Príkladová <anna@example.org>\nPredmet: Tlačiareň',
    hu: 'Feladó: Béla Példa <bela@example.org>\nElküldve: 2026. március 2. hétfő 10:14\nCímzett: Anna Példa <anna@example.org>\nTárgy: Nyomtató',
    tr: 'Kimden: Bora Örnek <bora@example.org>\nGönderildi: 2 Mart 2026 Pazartesi 10:14\nKime: Anna Örnek <anna@example.org>\nKonu: Yazıcı',
    ro: 'De la: Bogdan Exemplu <bogdan@example.org>\nTrimis: luni, 2 martie 2026 10:14\nCătre: Ana Exemplu <ana@example.org>\nSubiect: Imprimanta',
    el: 'Από: Βασίλης <vasilis@example.org>\nΣτάλθηκε: Δευτέρα, 2 Μαρτίου 2026 10:14\nΠρος: Άννα <anna@example.org>\nΘέμα: Εκτυπωτής',
    he: 'מאת: בני <beni@example.org>\nנשלח: יום שני 02 מרץ 2026 10:14\nאל: אנה <anna@example.org>\nנושא: מדפסת',
    ar: 'من: باسم <basem@example.org>\nتم الإرسال: 02 مارس, 2026 10:14 ص\nإلى: آنا <anna@example.org>\nالموضوع: الطابعة',
    zh: '发件人: 小博 <bo@example.org>\n发送时间: 2026年3月2日 10:14\n收件人: 安娜 <anna@example.org>\n主题: 打印机',
    ja: '差出人: 坊 <bo@example.org>\n送信日時: 2026年3月2日 10:14\n宛先: アンナ <anna@example.org>\n件名: プリンター',
    ko: '보낸 사람: 보람 <boram@example.org>\n보낸 날짜: 2026년 3월 2일 월요일 오전 10:14\n받는 사람: 안나 <anna@example.org>\n제목: 프린터',
  }),
  ...aboveBare('Outlook on the web', talks, {
    en: `${drawn}\nFrom: Bob Example\nSent: Monday, March 2, 2026 10:14 AM\nTo: Ann Example\nSubject: Re: Printer`,
    de: `${drawn}\nVon: Bernd Beispiel\nGesendet: Montag, 2. März 2026 10:14:33\nAn: Anna Beispiel; Team\nBetreff: AW: Drucker`,
    fr: `${drawn}\nDe : Bruno Exemple\nEnvoyé : lundi 2 mars 2026 10:14:33\nÀ : Anne Exemple\nObjet : RE: Imprimante`,
    nl: `${drawn}\nVan: Bas Voorbeeld\nVerzonden: maandag 2 maart 2026 10:14\nAan: Anna Voorbeeld\nOnderwerp: Re: Printer`,
    es: `${drawn}\nDe: Blas Ejemplo\nEnviado: lunes, 2 de marzo de 2026 10:14\nPara: Ana Ejemplo\nAsunto: Re: Impresora`,
  }),
  ...aboveBare('Outlook, HTML as text', talks, {
    en: '**From:** Bob Example <bob@example.org>\n**Sent:** Monday, March 2, 2026 10:14 AM\n**To:** Ann Example\n**Subject:** Printer',
    de: '*Von:* Bernd Beispiel [mailto:bernd@example.org]\n*Gesendet:* Montag, 2. März 2026 10:14\n*An:* Anna Beispiel\n*Betreff:* Drucker',
    it: '**Da:** Bruno Esempio\n\n**Inviato:** lunedì 2 marzo 2026 10:14\n\n**A:** Anna Esempio\n\n**Oggetto:** Stampante',
    pl: 'Od: Bartek Przykład <bartek@example.org> Wysłano: poniedziałek, 2 marca 2026 10:14 Do: Anna Przykład Temat: Drukarka',
  }),
  ...aboveBare('Outlook 2003', talks, {
    en: '-----Original Message-----\nFrom: Bob Example\nSent: Monday, March 2, 2026 10:14 AM\nTo: Ann Example\nSubject: Printer',
    de: '-----Ursprüngliche Nachricht-----\nVon: Bernd Beispiel\nGesendet: Montag, 2. März 2026 10:14\nAn: Anna Beispiel\nBetreff: Drucker',
    fr: "-----Message d'origine-----\nDe : Bruno Exemple\nEnvoyé : lundi 2 mars 2026 10:14\nÀ : Anne Exemple\nObjet : Imprimante",
    sv: '-----Ursprungligt meddelande-----\nFrån: Bo Exempel\nSkickat: den 2 mars 2026 10:14\nTill: Anna Exempel\nÄmne: Skrivare',
    pt: '-----Mensagem original-----\nDe: Bento Exemplo\nEnviada em: segunda-feira, 2 de março de 2026 10:14\nPara: Ana Exemplo\nAssunto: Impressora',
    ja: '-----元のメッセージ-----\n差出人: 坊\n送信日時: 2026年3月2日 10:14\n宛先: アンナ\n件名: プリンター',
  }),
];
