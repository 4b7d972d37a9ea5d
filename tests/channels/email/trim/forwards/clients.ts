/** A forwarded mail: what the client writes above the original, and the subject it gives. */
export interface ForwardCase {
  readonly client: string;
  readonly language: string;
  readonly subject: string;
  readonly header: string;
  /** The client puts `>` before every line of header and original. */
  readonly quoted?: boolean;
}

type Row = readonly [
  language: string,
  subject: string,
  separator: string,
  from: string,
  date: string,
  title: string,
  to: string,
];

const sender = 'Bob Example <bob@example.org>';

/** Gmail, Yahoo and Thunderbird name the forwarded message; Outlook leaves it to the subject. */
const rows: readonly Row[] = [
  ['en', 'Fwd: Printer', '---------- Forwarded message ---------', 'From', 'Date', 'Subject', 'To'],
  ['de', 'Fwd: Printer', '-------- Weitergeleitete Nachricht --------', 'Von', 'Datum', 'Betreff', 'An'],
  ['fr', 'Fwd: Printer', '-------- Message transféré --------', 'De', 'Date', 'Sujet', 'Pour'],
  ['es', 'Fwd: Printer', '-------- Mensaje reenviado --------', 'De', 'Fecha', 'Asunto', 'Para'],
  ['it', 'Fwd: Printer', '-------- Messaggio Inoltrato --------', 'Da', 'Data', 'Oggetto', 'A'],
  ['pt', 'Fwd: Printer', '-------- Mensagem encaminhada --------', 'De', 'Data', 'Assunto', 'Para'],
  ['nl', 'Fwd: Printer', '-------- Doorgestuurd bericht --------', 'Van', 'Datum', 'Onderwerp', 'Aan'],
  ['pl', 'Fwd: Printer', '-------- Przekazana wiadomość --------', 'Od', 'Data', 'Temat', 'Do'],
  ['sv', 'Fwd: Printer', '-------- Vidarebefordrat meddelande --------', 'Från', 'Datum', 'Ämne', 'Till'],
  ['da', 'Fwd: Printer', '-------- Videresendt besked --------', 'Fra', 'Dato', 'Emne', 'Til'],
  ['no', 'Fwd: Printer', '-------- Videresendt melding --------', 'Fra', 'Dato', 'Emne', 'Til'],
  [
    'fi',
    'Fwd: Printer',
    '-------- Välitetty viesti --------',
    'Lähettäjä',
    'Päiväys',
    'Aihe',
    'Vastaanottaja',
  ],
  ['ru', 'Fwd: Printer', '-------- Пересылаемое сообщение --------', 'От', 'Дата', 'Тема', 'Кому'],
  ['uk', 'Fwd: Printer', '-------- Переслане повідомлення --------', 'Від', 'Дата', 'Тема', 'Кому'],
  ['cs', 'Fwd: Printer', '-------- Přeposlaná zpráva --------', 'Od', 'Datum', 'Předmět', 'Komu'],
  ['sk', 'Fwd: Printer', '-------- Preposlaná správa --------', 'Od', 'Dátum', 'Predmet', 'Pre'],
  ['hu', 'Fwd: Printer', '-------- Továbbított üzenet --------', 'Feladó', 'Dátum', 'Tárgy', 'Címzett'],
  ['tr', 'Fwd: Printer', '-------- İletilmiş mesaj --------', 'Kimden', 'Tarih', 'Konu', 'Kime'],
  ['ro', 'Fwd: Printer', '-------- Mesaj redirecționat --------', 'De la', 'Data', 'Subiect', 'Către'],
  ['hr', 'Fwd: Printer', '-------- Proslijeđena poruka --------', 'Šalje', 'Datum', 'Naslov', 'Prima'],
  ['el', 'Fwd: Printer', '-------- Προωθημένο μήνυμα --------', 'Από', 'Ημερομηνία', 'Θέμα', 'Προς'],
  ['he', 'Fwd: Printer', '-------- הודעה שהועברה --------', 'מאת', 'תאריך', 'נושא', 'אל'],
  ['zh', 'Fwd: Printer', '-------- 转发的邮件 --------', '发件人', '日期', '主题', '收件人'],
  ['ja', 'Fwd: Printer', '-------- 転送されたメッセージ --------', '差出人', '日付', '件名', '宛先'],
  ['ko', 'Fwd: Printer', '-------- 전달된 메시지 --------', '보낸 사람', '날짜', '제목', '받는 사람'],
  ['en', 'FW: Printer', '', 'From', 'Sent', 'Subject', 'To'],
  ['de', 'WG: Printer', '', 'Von', 'Gesendet', 'Betreff', 'An'],
  ['fr', 'TR : Printer', '', 'De', 'Envoyé', 'Objet', 'À'],
  ['es', 'RV: Printer', '', 'De', 'Enviado', 'Asunto', 'Para'],
  ['it', 'I: Printer', '', 'Da', 'Inviato', 'Oggetto', 'A'],
  ['pt', 'ENC: Printer', '', 'De', 'Enviado', 'Assunto', 'Para'],
  ['nl', 'Doorst: Printer', '', 'Van', 'Verzonden', 'Onderwerp', 'Aan'],
  ['pl', 'PD: Printer', '', 'Od', 'Wysłano', 'Temat', 'Do'],
  ['sv', 'VB: Printer', '', 'Från', 'Skickat', 'Ämne', 'Till'],
  ['no', 'VS: Printer', '', 'Fra', 'Sendt', 'Emne', 'Til'],
  ['fi', 'VL: Printer', '', 'Lähettäjä', 'Lähetetty', 'Aihe', 'Vastaanottaja'],
  ['ru', 'Fwd: Printer', '', 'От', 'Отправлено', 'Тема', 'Кому'],
];

const byRow = rows.map(([language, subject, separator, from, date, title, to]): ForwardCase => {
  const fields = [
    `${from}: ${sender}`,
    `${date}: 2 March 2026 10:14`,
    `${title}: Printer`,
    `${to}: ann@example.org`,
  ];
  const header = [...(separator === '' ? [] : [separator]), ...fields].join('\n');
  return { client: separator === '' ? 'Outlook' : 'Gmail, Thunderbird', language, subject, header };
});

/** Clients with a form of their own. */
const others: readonly ForwardCase[] = [
  {
    client: 'Apple Mail',
    language: 'en',
    subject: 'Fwd: Printer',
    header: `Begin forwarded message:\n\nFrom: ${sender}\nSubject: Printer\nDate: 2 March 2026 at 10:14:33 CET\nTo: ann@example.org`,
  },
  {
    client: 'Apple Mail',
    language: 'de',
    subject: 'Fwd: Printer',
    quoted: true,
    header: `Anfang der weitergeleiteten Nachricht:\n\nVon: ${sender}\nBetreff: Printer\nDatum: 2. März 2026 um 10:14:33 MEZ\nAn: ann@example.org`,
  },
  {
    client: 'Apple Mail',
    language: 'fr',
    subject: 'Fwd: Printer',
    quoted: true,
    header: `Début du message réexpédié :\n\nDe: ${sender}\nObjet: Printer\nDate: 2 mars 2026 à 10:14:33 UTC+1\nÀ: ann@example.org`,
  },
  {
    client: 'Outlook on the web',
    language: 'en',
    subject: 'Fw: Printer',
    header: `________________________________\nFrom: ${sender}\nSent: Monday, March 2, 2026 10:14\nTo: ann@example.org\nSubject: Printer`,
  },
  {
    client: 'Yahoo',
    language: 'en',
    subject: 'Fw: Printer',
    header: `   ----- Forwarded Message ----- From: ${sender}To: "ann@example.org" <ann@example.org>Sent: Monday, March 2, 2026, 10:14:33 AM GMT+1Subject: Printer`,
  },
  {
    client: 'Outlook',
    language: 'de',
    subject: '[ext] WG: Printer',
    header: `-----Ursprüngliche Nachricht-----\nVon: ${sender}\nGesendet: Montag, 2. März 2026 10:14\nAn: Anna\nBetreff: Printer`,
  },
];

export const forwards: readonly ForwardCase[] = [...byRow, ...others];
