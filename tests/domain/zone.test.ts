import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay, momentOf, offsetAt, type WallClock, yearAt } from '../../lib/domain/zone.ts';

const summer = new Date('2026-07-01T12:00:00Z');
const winter = new Date('2026-01-01T12:00:00Z');

test.each([
  ['UTC', 0, 0],
  ['Europe/Berlin', 120, 60],
  ['America/New_York', -240, -300],
  ['America/St_Johns', -150, -210],
  ['Asia/Kolkata', 330, 330],
  ['Asia/Kathmandu', 345, 345],
  ['Pacific/Kiritimati', 840, 840],
  ['Pacific/Pago_Pago', -660, -660],
])('clocks in %s are ahead of UTC by %i minutes in July and %i in January', (zone, july, january) => {
  expect([offsetAt(summer, zone), offsetAt(winter, zone)]).toEqual([july, january]);
});

const wall = (year: number, month: number, day: number, hour: number, minute = 0): WallClock => ({
  ...{ year, month, day, hour, minute },
});

describe('the moment at which clocks show', () => {
  test.each([
    ['a summer noon', 'Europe/Berlin', wall(2026, 7, 1, 12), '2026-07-01T10:00:00Z'],
    ['a winter noon', 'Europe/Berlin', wall(2026, 1, 1, 12, 5), '2026-01-01T11:05:00Z'],
    ['the last minute before summer time', 'Europe/Berlin', wall(2026, 3, 29, 1, 59), '2026-03-29T00:59:00Z'],
    ['what summer time skips', 'Europe/Berlin', wall(2026, 3, 29, 2, 30), '2026-03-29T01:30:00Z'],
    ['the first hour of summer time', 'Europe/Berlin', wall(2026, 3, 29, 3), '2026-03-29T01:00:00Z'],
    ['what comes twice', 'Europe/Berlin', wall(2026, 10, 25, 2, 30), '2026-10-25T00:30:00Z'],
    ['the first hour of winter time', 'Europe/Berlin', wall(2026, 10, 25, 3), '2026-10-25T02:00:00Z'],
    ['what comes twice in the west', 'America/New_York', wall(2026, 11, 1, 1, 30), '2026-11-01T05:30:00Z'],
    ['what is skipped in the west', 'America/New_York', wall(2026, 3, 8, 2, 30), '2026-03-08T07:30:00Z'],
    [
      'the first hour of summer time in the west',
      'America/New_York',
      wall(2026, 3, 8, 3),
      '2026-03-08T07:00:00Z',
    ],
    ['half an hour beside', 'Asia/Kolkata', wall(2026, 1, 1, 0), '2025-12-31T18:30:00Z'],
  ])('%s', (_name, zone, clock, moment) => {
    expect(momentOf(clock, zone)).toEqual(new Date(moment));
  });

  /** Read off by the platform, apart from the code. */
  const shownAt = (moment: Date, timeZone: string): WallClock => {
    const options = { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const clock = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
    const parts = new Intl.DateTimeFormat('en', { ...options, ...clock }).formatToParts(moment);
    const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return wall(read('year'), read('month'), read('day'), read('hour'), read('minute'));
  };

  test('what they show at a moment, is that moment, or the first one where it comes twice', () => {
    const zones = [
      ...['UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns'],
      ...['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Auckland'],
    ];
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
        const moment = new Date(minutes * 60_000);
        const found = momentOf(shownAt(moment, zone), zone);
        expect(shownAt(found, zone)).toEqual(shownAt(moment, zone));
        // On Lord Howe it is half an hour.
        expect([0, 30, 60]).toContain((moment.getTime() - found.getTime()) / 60_000);
        expect(yearAt(moment, zone)).toBe(shownAt(moment, zone).year);
      }),
    );
  });
});

test.each([
  ['Europe/Berlin', '2025-12-31T22:59:00Z', 2025],
  ['Europe/Berlin', '2025-12-31T23:00:00Z', 2026],
  ['America/New_York', '2026-01-01T04:59:00Z', 2025],
  ['America/New_York', '2026-01-01T05:00:00Z', 2026],
])('the year in %s at %s is %i', (zone, moment, year) => expect(yearAt(new Date(moment), zone)).toBe(year));

test.each([
  [2026, 1, 1, true],
  [2026, 12, 31, true],
  [2026, 2, 28, true],
  [2026, 2, 29, false],
  [2028, 2, 29, true],
  [2026, 4, 31, false],
  [2026, 1, 0, false],
  [2026, 13, 1, false],
  [2026, 0, 1, false],
  [2026, 1, 400, false],
  [2026, 1, 366, false],
])('%i-%i-%i is a day: %j', (year, month, day, is) => expect(isDay(year, month, day)).toBe(is));
