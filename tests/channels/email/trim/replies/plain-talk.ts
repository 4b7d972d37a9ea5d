import type { ReplyCase } from '../reply-case.ts';

/** What people write themselves and what looks like a header, a signature or a quotation. All of it stays. */
const texts: readonly (readonly [language: string, text: string])[] = [
  ['en', 'On Monday I wrote: the toner is empty. It still is.'],
  ['en', 'On Monday at 10:14 the customer wrote:\n\nThe toner is empty.\n\nShall we order some?'],
  ['en', 'From: Berlin\nTo: Hamburg\nDate: next Friday\n\nPlease book a train.'],
  ['en', 'Date: Wednesday\nTime: 7:00 am\nAddress: 130 Fox St\n\nPlease come.'],
  ['en', 'Sent from my desk, it is easier than from the phone.'],
  ['en', 'The push was sent from my iPhone app to everyone.'],
  ['en', 'Key points\n---\n\nThe printer works again. It only lacked toner.'],
  ['en', 'First part is done.\n\n***\n\nThe second part comes tomorrow, I promise.'],
  ['en', 'if (a > b) {\n  swap();\n}\n\n-- this is an SQL comment and stays here too'],
  [
    'en',
    'With regards to the invoice: it is paid.\n\nRegards to your wife as well, she asked for the number.',
  ],
  ['en', 'Please call him:\n\nBob Example\n+44 20 7946 0958\nbob@example.org'],
  ['en', 'Best regards to all of you.\n\nPS: The printer is in room 4 now.'],
  ['en', 'Thanks,\nAnn\n\nPS: please tell Bob as well.'],
  ['en', '>>> Buy now <<<\nis what the mail said.'],
  ['en', 'Subject: I think we should rename it.'],
  ['en', 'Original message was lost, sorry.\n\nCan you send it again?'],
  ['de', 'Am Montag schrieb ich: der Toner ist leer. Er ist es noch.'],
  ['de', 'Von: Berlin\nNach: Hamburg\nAm: 2. März\n\nBitte buchen.'],
  [
    'de',
    'Wir haben drei Punkte:\n- Toner\n- Papier\n- Strom\n\n----\n\nDer Rest kann warten, sagt die Leitung.',
  ],
  ['de', 'Danke!'],
  ['de', 'Die Nachricht wurde von meinem Chef gesendet, nicht von mir.'],
  ['de', 'Ist diese Nachricht vertraulich?'],
  ['fr', 'Le 2 mars, Bruno a écrit : le toner est vide. Il l’est encore.'],
  ['es', 'El lunes escribió: el tóner está vacío.'],
  ['it', 'Da: domani in poi sono in ferie.'],
  ['ru', 'Он пишет: тонер кончился. Закажите, пожалуйста.'],
  ['zh', '我的 iPhone 坏了，请帮忙。'],
  ['ja', 'iPhoneから送信できません。助けてください。'],
];

export const plainTalk = texts.map(
  ([language, text]): ReplyCase => ({ client: 'own words', language, text, kept: text }),
);
