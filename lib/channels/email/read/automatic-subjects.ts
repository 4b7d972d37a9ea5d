/** How programs begin the subject of a mail that nobody wrote, by language. In lower case. */

/** Nobody calls a card so: "automatic reply", then its end or a colon. */
const sure: Readonly<Record<string, readonly string[]>> = {
  en: [
    'automatic reply',
    'automatic response',
    'automated reply',
    'automated response',
    'auto reply',
    'auto-reply',
    'autoreply',
    'auto response',
    'out of office',
    'out of the office',
    'out of office autoreply',
  ],
  de: [
    'automatische antwort',
    'automatische abwesenheitsmeldung',
    'abwesenheitsnotiz',
    'abwesenheitsmeldung',
    'abwesenheitsassistent',
    'autoantwort',
  ],
  fr: ['réponse automatique', "message d'absence", 'message d’absence', 'absence du bureau'],
  es: ['respuesta automática', 'fuera de la oficina', 'fuera de oficina'],
  it: ['risposta automatica', 'risposta non al computer', 'non al computer', 'fuori sede', 'fuori ufficio'],
  pt: ['resposta automática', 'ausência temporária', 'fora do escritório'],
  nl: ['automatisch antwoord', 'afwezigheidsbericht'],
  sv: ['automatiskt svar', 'autosvar', 'frånvaro'],
  da: ['automatisk svar', 'fraværsbesked'],
  no: ['automatisk svar', 'fraværsmelding'],
  fi: ['automaattinen vastaus', 'poissaoloviesti'],
  pl: ['odpowiedź automatyczna', 'automatyczna odpowiedź', 'poza biurem'],
  cs: ['automatická odpověď', 'mimo kancelář'],
  sk: ['automatická odpoveď', 'mimo kancelárie'],
  hu: ['automatikus válasz', 'házon kívül'],
  ro: ['răspuns automat', 'în afara biroului'],
  ru: ['автоматический ответ', 'автоответ', 'вне офиса'],
  uk: ['автоматична відповідь', 'автовідповідь'],
  bg: ['автоматичен отговор'],
  hr: ['automatski odgovor'],
  sl: ['samodejni odgovor'],
  et: ['automaatvastus'],
  lt: ['automatinis atsakymas'],
  lv: ['automātiska atbilde', 'automātiskā atbilde'],
  tr: ['otomatik yanıt', 'otomatik cevap', 'ofis dışında'],
  el: ['αυτόματη απάντηση'],
  he: ['תשובה אוטומטית', 'מענה אוטומטי'],
  ar: ['رد تلقائي', 'الرد التلقائي'],
  zh: ['自动答复', '自动回复', '自動回覆', '自動回復'],
  ja: ['自動応答', '自動返信', '不在通知'],
  ko: ['자동 회신', '자동 응답'],
  vi: ['trả lời tự động'],
  id: ['balasan otomatis'],
  servers: [
    'undelivered mail returned to sender',
    'mail delivery failed',
    'mail delivery subsystem',
    'mail system error - returned mail',
    'delivery status notification',
  ],
};

/** People write these too ("Auto: change the tyres"): believed only of a mail that answers one. */
const vague: Readonly<Record<string, readonly string[]>> = {
  en: ['auto', 'ooo', 'vacation', 'away from my mail'],
  de: ['abwesend', 'nicht im büro', 'außer haus', 'urlaub'],
  fr: ['absence', 'absent du bureau'],
  es: ['ausente'],
  nl: ['afwezig', 'niet aanwezig'],
  da: ['ikke til stede', 'fravær'],
  fi: ['poissa'],
  pl: ['nieobecność'],
  cs: ['nepřítomnost'],
  zh: ['外出'],
  ko: ['부재 중'],
};

/** What must follow, so that a card called "Auto reply is broken" is one. */
const ends = /^\s*(?:$|[:：(（[]|[-–—]\s|re:|aw:)/;

/**
 * Whether a clean subject is one that programs write. `isAnswer`: the mail names one that it answers. A subject that begins with `Re:` is
 * never one: what follows are then the words of somebody else.
 */
export function isAutomaticSubject(subject: string, isAnswer: boolean): boolean {
  const text = subject.slice(0, 300).normalize('NFC').toLowerCase();
  if (beginsWithOne(text, sure)) return true;
  return isAnswer && (beginsWithOne(text, vague) || /^\S.{0,80} is out of (?:the )?office\b/.test(text));
}

function beginsWithOne(text: string, phrases: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.values(phrases)
    .flat()
    .some((phrase) => text.startsWith(phrase) && ends.test(text.slice(phrase.length)));
}
