import { describe, expect, test } from '@jest/globals';
import { judgeAutomatic } from '../../../../lib/channels/email/read/automatic.ts';
import { isAutomaticSubject } from '../../../../lib/channels/email/read/automatic-subjects.ts';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { multipart, usualMail } from './raw-mail.ts';

const envelope = { source: 'tom@example.org', ownDomains: new Set(['in.example.org']) };
const judge = (raw: Uint8Array, source = envelope.source) =>
  judgeAutomatic(parseMail(raw), { ...envelope, source });
const judgeLine = (...header: readonly string[]) => judge(usualMail(header, 'hello'));

test('what a person wrote is not automatic', () => {
  expect(judgeLine()).toBeUndefined();
  expect(judgeLine('Auto-Submitted: no', 'Precedence: first-class', 'X-Autoreply: no')).toBeUndefined();
  expect(
    judgeLine('X-Auto-Response-Suppress: OOF', 'Disposition-Notification-To: tom@example.org'),
  ).toBeUndefined();
});

describe('neither opens a card nor is answered', () => {
  test.each([
    ['own-loop', 'X-Cardwire-Loop: a-deployment'],
    ['own-address', 'From: ops@in.example.org'],
    ['auto-submitted', 'Auto-Submitted: auto-replied'],
    ['auto-submitted', 'Auto-Submitted: auto-generated; owner-email=x@example.org'],
    ['auto-submitted', 'Auto-Submitted: auto-replied (vacation)'],
    ['auto-submitted', 'auto-submitted: AUTO-NOTIFIED'],
    ['auto-reply', 'X-Autoreply: yes'],
    ['auto-reply', 'X-Autorespond: x'],
    ['auto-reply', 'X-Auto-Respond: x'],
    ['auto-reply', 'X-FC-MachineGenerated: true'],
    ['precedence', 'Precedence: bulk'],
    ['precedence', 'Precedence: Junk'],
    ['precedence', 'Precedence: list'],
    ['precedence', 'X-Precedence: auto_reply'],
    ['bounce', 'Return-Path: <>'],
    ['bounce', 'From: MAILER-DAEMON@mx.example.org'],
    ['bounce', 'From: Postmaster <postmaster@example.org>'],
    ['report', 'X-Failed-Recipients: tom@example.org'],
    ['auto-subject', 'Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Imprimante?='],
  ] as const)('%s: %s', (why, line) => {
    expect(judgeLine(line)).toEqual({ why, create: false, answer: false });
  });

  test('an empty envelope sender is a bounce', () => {
    expect(judge(usualMail([]), '')?.why).toBe('bounce');
    expect(judge(usualMail([]), '<>')?.why).toBe('bounce');
  });

  test('our own envelope sender is ourselves', () => {
    expect(judge(usualMail([]), 'bounces@in.example.org')?.why).toBe('own-address');
  });

  test('more than 25 hops', () => {
    const hops = (count: number) =>
      judgeLine(...Array.from({ length: count }, () => 'Received: from a by b'));
    expect([hops(25)?.why, hops(26)?.why]).toEqual([undefined, 'hops']);
  });

  test('delivery reports, read receipts and complaints', () => {
    for (const type of ['delivery-status', 'disposition-notification', 'feedback-report']) {
      const report = multipart(
        `report; report-type=${type}; boundary=b`,
        ['Content-Type: text/plain', '', 'could not be delivered'],
        [
          `Content-Type: message/${type}`,
          '',
          'Final-Recipient: rfc822; tom@example.org',
          'Action: failed',
          'Status: 5.1.1',
        ],
        ['Content-Type: message/rfc822', '', 'Subject: Printer', '', 'a printer'],
      );
      expect(judge(report)?.why).toBe('report');
      const unmarked = multipart('mixed', [`Content-Type: message/${type}`, '', 'Action: failed']);
      expect(judge(unmarked)?.why).toBe('report');
    }
  });

  test('answers to invitations, not invitations', () => {
    const calendar = (method: string) =>
      judge(
        multipart('mixed', [
          `Content-Type: text/calendar; method=${method}`,
          '',
          'BEGIN:VEVENT',
          'SUMMARY:x',
          'END:VEVENT',
        ]),
      );
    expect(calendar('REPLY')?.why).toBe('calendar-answer');
    expect(calendar('COUNTER')?.why).toBe('calendar-answer');
    expect(calendar('REQUEST')).toBeUndefined();
    expect(calendar('CANCEL')).toBeUndefined();
  });

  test('the answer of a rule in Exchange', () => {
    expect(
      judgeLine('X-Auto-Response-Suppress: All', 'X-MS-Exchange-Inbox-Rules-Loop: tom@example.org')?.why,
    ).toBe('auto-reply');
  });
});

describe('may open a card, and is not answered', () => {
  test.each([
    ['list', 'List-Id: <news.example.org>'],
    ['list', 'List-Unsubscribe: <https://example.org/u>'],
    ['no-reply', 'From: no-reply@example.org'],
    ['no-reply', 'From: DoNotReply@example.org'],
    ['suppress', 'X-Auto-Response-Suppress: DR, OOF, AutoReply'],
    ['suppress', 'X-Auto-Response-Suppress: All'],
  ] as const)('%s: %s', (why, line) => {
    expect(judgeLine(line)).toEqual({ why, create: true, answer: false });
  });
});

describe('subjects', () => {
  test.each([
    'Automatic reply: Printer',
    'Out of Office: Printer',
    'Out of office',
    'Auto-Reply: Printer',
    'Automatische Antwort: Drucker',
    'Abwesenheitsnotiz: Drucker',
    'Réponse automatique : Imprimante',
    'Respuesta automática: Impresora',
    'Risposta automatica: Stampante',
    'Risposta Non al computer: Stampante',
    'Fuori sede',
    'Resposta automática: Impressora',
    'Automatisch antwoord: Printer',
    'Autosvar: Skrivare',
    'Frånvaro: Skrivare',
    'Automatisk svar: Printer',
    'Automaattinen vastaus: Tulostin',
    'Odpowiedź automatyczna: Drukarka',
    'Automatická odpověď: Tiskárna',
    'Automatikus válasz: Nyomtató',
    'Răspuns automat: Imprimantă',
    'Автоматический ответ: Принтер',
    'Автоматична відповідь: Принтер',
    'Otomatik yanıt: Yazıcı',
    'Αυτόματη απάντηση: Εκτυπωτής',
    'תשובה אוטומטית: מדפסת',
    'رد تلقائي: طابعة',
    '自动答复: 打印机',
    '自動回覆: 印表機',
    '自動応答: プリンター',
    '자동 회신: 프린터',
    'Undelivered Mail Returned to Sender',
    'Delivery Status Notification (Failure)',
    'Re\u0301ponse automatique : x',
  ])('%s', (subject) => {
    expect(isAutomaticSubject(subject, false)).toBe(true);
  });

  test.each([
    'Automatic reply is broken',
    'Out of office hours: who is on call?',
    'Auto: change the tyres',
    'Vacation: who covers?',
    'Re: Automatic reply: Printer',
    'Absence: Tom',
    'Delivery failure of truck 7',
    '',
  ])('a person’s: %s', (subject) => {
    expect(isAutomaticSubject(subject, false)).toBe(false);
  });

  test('what people write too counts only in an answer', () => {
    expect(isAutomaticSubject('Auto: Printer', true)).toBe(true);
    expect(isAutomaticSubject('Tom Miller is out of the office.', true)).toBe(true);
    expect(isAutomaticSubject('Re: Auto: change the tyres', true)).toBe(false);
    expect(judgeLine('Subject: Auto: Printer', 'In-Reply-To: <1@example.org>')?.why).toBe('auto-subject');
  });
});
