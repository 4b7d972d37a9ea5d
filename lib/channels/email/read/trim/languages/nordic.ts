import type { Language } from './language.ts';

export const swedish: Language = {
  code: 'sv',
  opens: 'den|på|kl',
  wrote: 'skrev|skrev så här|har skrivit|skriver',
  from: 'från|avsändare',
  date: 'skickat|datum|skickades|skickat den|mottaget|sänt',
  to: 'till|mottagare',
  cc: 'kopia|cc|kopia till|hemlig kopia',
  subject: 'ämne|rubrik|angående',
  other: 'svara till|svar till|bilagor|bilaga|prioritet',
  original: 'ursprungligt meddelande|originalmeddelande|ursprungliga meddelandet|ursprungligt mail',
  forwarded:
    'vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mejl|börja vidarebefordrat meddelande|början på vidarebefordrat meddelande|vidarebefordrat e-postmeddelande|vidarebefordrat mail',
  sentFrom:
    'skickat från min|skickat från|skickat med|skickat via|skickat frän|sänt från|hämta outlook för|skaffa outlook för|från min iphone|skickades från',
  closings:
    'med vänliga hälsningar|med vänlig hälsning|vänliga hälsningar|vänlig hälsning|hälsningar|mvh|bästa hälsningar|med bästa hälsningar|hälsar|tack|tack på förhand|tack så mycket|varma hälsningar|vänligen|allt gott',
};

export const danish: Language = {
  code: 'da',
  opens: 'den|d.|kl|på',
  wrote: 'skrev|skrev følgende|har skrevet|skriver',
  from: 'fra|afsender',
  date: 'sendt|dato|sendt den|modtaget',
  to: 'til|modtager',
  cc: 'cc|kopi|kopi til|bcc',
  subject: 'emne|vedrørende',
  other: 'svar til|vedhæftede filer|vedhæftet fil|vedhæftet|prioritet',
  original:
    'oprindelig meddelelse|oprindelig besked|original meddelelse|original besked|oprindelig mail|oprindelig e-mail',
  forwarded:
    'videresendt besked|videresendt meddelelse|start på videresendt besked|begynd videresendt besked|start på videresendt meddelelse|videresendt mail|videresendt e-mail',
  sentFrom: 'sendt fra min|sendt fra|sendt med|sendt via|hent outlook til|få outlook til|sendt på',
  closings:
    'med venlig hilsen|venlig hilsen|de bedste hilsner|bedste hilsner|hilsen|hilsner|mvh|vh|kh|kærlig hilsen|mange hilsner|tak|mange tak|på forhånd tak|god dag|bedste hilsen|med venlige hilsner|venlige hilsner',
};

export const norwegian: Language = {
  code: 'no',
  opens: 'den|på|kl',
  wrote: 'skrev|skrev følgende|har skrevet|skriver',
  from: 'fra|avsender',
  date: 'sendt|dato|sendt den|mottatt',
  to: 'til|mottaker',
  cc: 'kopi|cc|kopi til|blindkopi',
  subject: 'emne',
  other: 'svar til|vedlegg|prioritet|viktighet',
  original: 'opprinnelig melding|original melding|originalmelding|opprinnelig e-post|original e-post',
  forwarded:
    'videresendt melding|start på videresendt melding|begynnelse på videresendt melding|videresendt e-post|starten på videresendt melding|videresendt',
  sentFrom: 'sendt fra min|sendt fra|sendt med|sendt via|få outlook for|hent outlook for|last ned outlook',
  closings:
    'med vennlig hilsen|vennlig hilsen|med vennlige hilsener|hilsen|mvh|vh|beste hilsen|beste hilsener|med beste hilsen|takk|tusen takk|på forhånd takk|ha en fin dag|mange hilsener',
};

export const finnish: Language = {
  code: 'fi',
  opens: '',
  wrote: 'kirjoitti|kirjoittaa|kirjoitti seuraavaa|on kirjoittanut',
  from: 'lähettäjä|keneltä',
  date: 'lähetetty|päivämäärä|päiväys|pvm|vastaanotettu|lähetysaika',
  to: 'vastaanottaja|saaja|kenelle|vastaanottajat',
  cc: 'kopio|cc|piilokopio',
  subject: 'aihe|otsikko',
  other: 'vastausosoite|liitteet|liite|tärkeys|vastaus',
  original: 'alkuperäinen viesti|alkuperäinen sähköposti|alkuperainen viesti',
  forwarded:
    'välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa|välitettävä viesti|edelleen lähetetty viesti|edelleenlähetetty viesti alkaa|välitetty viesti alkaa tästä',
  sentFrom: 'lähetetty|hanki outlook|lataa outlook',
  closings:
    'ystävällisin terveisin|parhain terveisin|terveisin|terveiset|t.|yst. terv.|yt|kiitos|kiitos etukäteen|kiitos paljon|kiitoksin|hyvää päivänjatkoa|terv|terv.|lämpimin terveisin',
};

export const icelandic: Language = {
  code: 'is',
  opens: 'þann|á',
  wrote: 'skrifaði|skrifaði þetta',
  from: 'frá|sendandi',
  date: 'sent|dagsetning|dags',
  to: 'til|viðtakandi',
  cc: 'afrit',
  subject: 'efni',
  other: 'svara til|viðhengi',
  original: 'upprunaleg skilaboð|upphafleg skilaboð|upprunalegur póstur',
  forwarded: 'framsend skilaboð|áframsend skilaboð|áframsendur póstur',
  sentFrom: 'sent úr|sent frá|sent með',
  closings: 'kveðja|bestu kveðjur|með kveðju|með bestu kveðju|kær kveðja|kv|takk|bkv',
};
