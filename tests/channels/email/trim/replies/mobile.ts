import type { ReplyCase } from '../reply-case.ts';
import { talks } from '../talks.ts';

/** What phones and programs add below, with nothing quoted. */
const footers: readonly (readonly [language: string, client: string, footer: string])[] = [
  ['en', 'Outlook for iOS', 'Get Outlook for iOS<https://aka.ms/o0ukef>'],
  ['en', 'Windows Mail', 'Sent from Mail for Windows'],
  ['en', 'Samsung', 'Sent from my Galaxy'],
  ['en', 'Yahoo mobile', 'Sent from Yahoo Mail on Android'],
  ['en', 'ProtonMail', 'Sent with Proton Mail secure email.'],
  ['en', 'BlackBerry', 'Sent from my BlackBerry 10 smartphone on the Vodafone network.'],
  ['en', 'iPhone', 'Sent from my iPhone, please excuse typos'],
  ['en', 'Avast', 'Virus-free. www.avast.com'],
  ['de', 'GMX mobile', 'Diese Nachricht wurde von meinem Android-Mobiltelefon mit GMX Mail gesendet.'],
  ['de', 'Outlook for Android', 'Gesendet von Outlook für Android<https://aka.ms/AAb9ysg>'],
  ['de', 'K-9 Mail', 'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.'],
  ['de', 'web.de mobile', 'Gesendet mit der WEB.DE Mail App'],
  ['de', 'Telekom', 'Von meinem Handy gesendet'],
  ['fr', 'Orange', 'Envoyé depuis mon smartphone Samsung Galaxy.'],
  ['fr', 'Windows Mail', 'Provenance : Courrier pour Windows'],
  ['es', 'Outlook for Android', 'Obtener Outlook para Android'],
  ['pt', 'Windows Mail', 'Enviado do Correio para Windows'],
  ['nl', 'Samsung', 'Verzonden vanaf mijn Galaxy'],
  ['da', 'iPad', 'Sendt fra min iPad'],
  ['no', 'iPhone', 'Sendt fra min iPhone'],
  ['fi', 'iPhone', 'Lähetetty iPhonesta'],
  ['cs', 'iPhone', 'Odesláno z iPhonu'],
  ['hu', 'iPhone', 'Az iPhone-omról küldve'],
  ['tr', 'iPhone', 'iPhone’umdan gönderildi'],
  ['ro', 'iPhone', 'Trimis de pe iPhone-ul meu'],
  ['uk', 'iPhone', 'Надіслано з iPhone'],
  ['el', 'iPhone', 'Στάλθηκε από το iPhone μου'],
  ['he', 'iPhone', 'נשלח מה-iPhone שלי'],
  ['ar', 'iPhone', 'أُرسلت من الـ iPhone'],
  ['zh', 'iPhone', '從我的 iPhone 傳送'],
  ['ko', 'iPhone', '나의 iPhone에서 보냄'],
];

export const mobile = footers.map(([language, client, footer]): ReplyCase => {
  const said = talks.get(language)?.said ?? '';
  return { client, language, text: `${said}\n\n${footer}\n`, kept: said };
});
