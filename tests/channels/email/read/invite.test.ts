import { expect, test } from '@jest/globals';
import { inviteText, readInvite } from '../../../../lib/channels/email/read/invite.ts';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { multipart } from './raw-mail.ts';

const calendar = (method: string, ...event: readonly string[]) => [
  'BEGIN:VCALENDAR',
  `METHOD:${method}`,
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  ...event,
  'BEGIN:VALARM',
  'SUMMARY:ring',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
];

const meeting = [
  'SUMMARY;LANGUAGE=de:Planung\\, Teil 2\\nmit',
  '  allen',
  'DTSTART;TZID="Europe/Berlin":20261124T100000',
  'DTEND;TZID=Europe/Berlin:20261124T113000',
  'LOCATION:Raum 5',
];

test('an invitation is what, when and where, and its file is kept', () => {
  const mail = parseMail(
    multipart(
      'alternative',
      ['Content-Type: text/plain', '', 'Please come'],
      ['Content-Type: text/calendar; method=REQUEST; charset=utf-8', '', ...calendar('REQUEST', ...meeting)],
    ),
  );
  expect(mail.calendar).toEqual({
    method: 'REQUEST',
    summary: 'Planung, Teil 2 mit allen',
    start: '2026-11-24 10:00 (Europe/Berlin)',
    end: '2026-11-24 11:30 (Europe/Berlin)',
    place: 'Raum 5',
  });
  expect(mail.calendar && inviteText(mail.calendar)).toBe(
    'Planung, Teil 2 mit allen\n2026-11-24 10:00 (Europe/Berlin) – 11:30 (Europe/Berlin)\nRaum 5',
  );
  expect(mail.attachments.map(({ name }) => name)).toEqual(['invitation-1.ics']);
  expect(mail.text).toBe('Please come');
});

test('whole days, UTC, and events that say little', () => {
  const read = (...lines: readonly string[]) => readInvite(calendar('PUBLISH', ...lines).join('\r\n'));
  expect(read('DTSTART;VALUE=DATE:20261124')).toMatchObject({ start: '2026-11-24', summary: '' });
  expect(read('DTSTART:20261124T100000Z')?.start).toBe('2026-11-24 10:00 (UTC)');
  expect(read('SUMMARY:Lunch')).toEqual({ method: 'PUBLISH', summary: 'Lunch' });
  expect(readInvite('BEGIN:VCALENDAR\nEND:VCALENDAR')).toBeUndefined();
  expect(readInvite('no calendar')).toBeUndefined();
});
