import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate, readLeadingDate } from '../../lib/commands/dates.ts';
import { momentOf } from '../../lib/domain/zone.ts';
import { circumstances } from './reading.ts';

const iso = (text: string, changed = {}) => readDate(text, { ...circumstances, ...changed })?.toISOString();

describe('a day without a time is its end on the team’s clock', () => {
  test.each([
    ['friday', '2026-11-20'],
    ['Freitag', '2026-11-20'],
    ['next friday', '2026-11-27'],
    ['nächsten Freitag', '2026-11-27'],
    ['coming monday', '2026-11-23'],
    ['wednesday', '2026-11-25'],
    ['mi', '2026-11-25'],
    ['today', '2026-11-20'],
    ['eod', '2026-11-20'],
    ['this week', '2026-11-20'],
    ['morgen', '2026-11-21'],
    ['übermorgen', '2026-11-22'],
    ['bis Montag', '2026-11-23'],
    ['by monday', '2026-11-23'],
    ['wochenende', '2026-11-21'],
    ['in 3 days', '2026-11-23'],
    ['in 3 tagen', '2026-11-23'],
    ['3 tage', '2026-11-23'],
    ['2w', '2026-12-04'],
    ['in zwei Wochen', '2026-12-04'],
    ['next month', '2026-12-20'],
    ['1.12.', '2026-12-01'],
    ['1.12', '2026-12-01'],
    ['1. 12. 2026', '2026-12-01'],
    ['01.12.26', '2026-12-01'],
    ['am 24.12.', '2026-12-24'],
    ['24. Dezember', '2026-12-24'],
    ['dec 13', '2026-12-13'],
    ['1/12/2026', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['december', '2026-12-31'],
    ['Ende des Monats', '2026-11-30'],
    ['monatsende', '2026-11-30'],
    ['am Wochenende', '2026-11-21'],
    ['dieses wochenende', '2026-11-21'],
    ['end of week', '2026-11-20'],
    ['end of the week', '2026-11-20'],
    ['diese Woche', '2026-11-20'],
    ['kommenden  montag', '2026-11-23'],
    ['bis zum 24.12.', '2026-12-24'],
    ['on  friday', '2026-11-20'],
    ['dec. 13th', '2026-12-13'],
    ['24.12.26', '2026-12-24'],
  ])('%s', (text, day) => {
    expect(iso(text)).toBe(`${day}T22:59:00.000Z`);
    expect(iso(text, { language: 'de' })).toBe(`${day}T22:59:00.000Z`);
  });

  test.each([
    ['19.11.', '2027-11-19T22:59:00.000Z'],
    ['3.4', '2027-04-03T21:59:00.000Z'],
    ['january', '2027-01-31T22:59:00.000Z'],
    ['29.02.', '2028-02-29T22:59:00.000Z'],
    ['last friday', '2026-11-13T22:59:00.000Z'],
    ['letzten Freitag', '2026-11-13T22:59:00.000Z'],
    ['yesterday', '2026-11-19T22:59:00.000Z'],
  ])('%s', (text, moment) => {
    expect(iso(text)).toBe(moment);
  });

  test('the day is over only when it is over: late on friday, friday is today', () => {
    expect(iso('friday', { now: new Date('2026-11-20T22:30:00Z') })).toBe('2026-11-20T22:59:00.000Z');
    expect(iso('friday', { now: new Date('2026-11-20T23:30:00Z') })).toBe('2026-11-27T22:59:00.000Z');
  });

  test('the team’s day counts, not the machine’s', () => {
    const now = new Date('2026-11-20T10:30:00Z');
    expect(iso('today', { now, timezone: 'Pacific/Kiritimati' })).toBe('2026-11-21T09:59:00.000Z');
    expect(iso('today', { now, timezone: 'Pacific/Pago_Pago' })).toBe('2026-11-20T10:59:00.000Z');
  });
});

describe('times', () => {
  test.each([
    ['tomorrow 14:00', '2026-11-21T13:00'],
    ['tomorrow at 2pm', '2026-11-21T13:00'],
    ['morgen 14 Uhr', '2026-11-21T13:00'],
    ['morgen um 14:30', '2026-11-21T13:30'],
    ['24.12. 14 Uhr', '2026-12-24T13:00'],
    ['24.12.2026 14:30', '2026-12-24T13:30'],
    ['2026-12-01T14:00Z', '2026-12-01T14:00'],
    ['in 3 hours', '2026-11-20T13:00'],
    ['in 30 Minuten', '2026-11-20T10:30'],
    ['11:01', '2026-11-20T10:01'],
    ['10:59', '2026-11-21T09:59'],
    ['friday at 9', '2026-11-27T08:00'],
    ['freitag um 17', '2026-11-20T16:00'],
    ['heute abend', '2026-11-20T17:00'],
    ['montag früh', '2026-11-23T08:00'],
    ['midnight', '2026-11-20T23:00'],
    ['Mitternacht', '2026-11-20T23:00'],
    ['14:00 UTC', '2026-11-20T14:00'],
    ['11:00', '2026-11-20T10:00'],
    ['montag frueh', '2026-11-23T08:00'],
    ['24.12. um 14 Uhr', '2026-12-24T13:00'],
  ])('%s', (text, moment) => {
    expect(iso(text)).toBe(`${moment}:00.000Z`);
  });

  test.each([
    ['2027-03-27 12:00', '2027-03-27T11:00'],
    ['2027-03-28 12:00', '2027-03-28T10:00'],
    ['2027-03-28 02:30', '2027-03-28T01:30'],
    ['2027-10-31 02:30', '2027-10-31T00:30'],
    ['in 200 days', '2027-06-08T21:59'],
  ])('summer time: %s', (text, moment) => {
    expect(iso(text)).toBe(`${moment}:00.000Z`);
  });
});

test.each([
  '',
  ' ',
  'blorp',
  '5',
  '5.',
  '2026',
  '31.02.',
  '31.02.2027',
  '2027-02-31',
  '2026-13-01',
  '2026/13/01',
  '30 feb',
  '0.0.',
  '99.99.9999',
  '25:00',
  '10-12',
  'monday to friday',
  'in a',
  'in a hurry',
  'in 99999999999 years',
  'friday 3',
  'friday blorp',
  'friday blorp friday',
  'blorp friday',
  'am monatsende',
  'monatsende blorp',
  'my weekend',
  'wochenende blorp',
  'blorp eod',
  'eods',
  'this weekly',
  'x 24.12.',
  '24.12.2',
  '5.6.7',
  '1.12. uhr',
  '12.30 uhr',
  '12.30uhr',
  '1.1.1960',
  'in 9000 years',
  'in 5 times blorp',
  `friday${' '.repeat(9999)}blorp`,
  'x'.repeat(5000),
])('%j is no date', (text) => {
  expect(iso(text)).toBeUndefined();
});

test.each([
  ['next friday the pump', 2],
  ['friday 3 pumps', 1],
  ['friday, then', 1],
  ['friday ) then', 1],
  ['13 dec 15 pumps', 2],
  ['morgen 14 Uhr die Pumpe', 3],
  ['in 3 days and nights', 3],
  ['monday to friday', 1],
  ['blorp friday', undefined],
])('the date in %j is so many words long', (text, words) => {
  expect(readLeadingDate(text.split(' '), circumstances)?.words).toBe(words);
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
];

test('an ISO day is always its own end', () => {
  const days = fc.date({ min: new Date('2027-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), fc.constantFrom('en', 'de'), (date, timezone, language) => {
      const day = date.toISOString().slice(0, 10);
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
      const end = momentOf({ year, month, day: dayOfMonth, hour: 23, minute: 59 }, timezone);
      expect(iso(day, { timezone, language })).toBe(end.toISOString());
      expect(iso(`${dayOfMonth}.${month}.${year}`, { timezone, language })).toBe(end.toISOString());
    }),
    { numRuns: 50 },
  );
});
