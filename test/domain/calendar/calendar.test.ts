import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addContactable,
  type ContactCalendar,
  isCalendarRefusal,
  nextOpening,
  nextSpan,
  type Spread,
  spreadIn,
} from '#domain/calendar/calendar.ts';
import { readWindows, type Windows } from '#domain/calendar/windows.ts';
import { localText } from '#domain/calendar/zone.ts';
import { DAY, daysFromCivil, HOUR, MINUTE, parseInstant } from '#domain/time.ts';
import { isOpenAt } from '../../support/rules/open-at.ts';

/** The spread of a contact that waits for an opening. */
function spreadFrom(calendar: ContactCalendar, opening: number, spread: Spread): number {
  const span = nextSpan(calendar, opening);
  return 'refused' in span ? opening : spreadIn(span, spread);
}

const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const windows = (...texts: string[]): Windows => readWindows(texts) ?? [];
const open = (zone: string, ...texts: string[]): ContactCalendar => ({
  zone,
  hours: [{ zone, windows: windows(...texts) }],
});

const SCENARIO_11 = ['2026-03-07T12:30:00Z', '2026-03-08T12:30:00Z', '2026-10-31T12:30:00Z', '2026-11-01T12:30:00Z'];

test('an American step due at 12:30 UTC on both sides of each clock change waits to 09:00 local', () => {
  const calendar = open('America/New_York', '09:00-20:00');

  const openings = SCENARIO_11.map((text) => localText('America/New_York', Number(nextOpening(calendar, at(text)))));

  expect(openings).toEqual([
    '2026-03-07T09:00:00-05:00',
    '2026-03-08T09:00:00-04:00',
    '2026-10-31T09:00:00-04:00',
    '2026-11-01T09:00:00-05:00',
  ]);
});

test('under the hard limit of 08:00 only the two days of summer time may go at 12:30 UTC', () => {
  const calendar = open('America/New_York', '08:00-21:00');

  expect(SCENARIO_11.map((text) => isOpenAt(calendar, at(text)))).toEqual([false, true, true, false]);
});

test('a number in Phoenix of a customer in Shanghai is texted only when both places are awake', () => {
  const hours = windows('07:00-21:00');
  const calendar: ContactCalendar = {
    zone: 'Asia/Shanghai',
    hours: [
      { zone: 'Asia/Shanghai', windows: hours },
      { zone: 'America/Phoenix', windows: hours },
    ],
  };

  // 07:00 in Phoenix is 22:00 in Shanghai: the day's overlap is 07:00–12:00 in Shanghai.
  expect(isOpenAt(calendar, at('2026-06-03T08:00:00+08:00'))).toBe(true);
  expect(isOpenAt(calendar, at('2026-06-03T13:00:00+08:00'))).toBe(false);
  expect(nextOpening(calendar, at('2026-06-03T13:00:00+08:00'))).toBe(at('2026-06-04T07:00:00+08:00'));
});

test('a wait of 15 minutes that begins at 20:58 has used two minutes by 21:00 and is over at 07:13', () => {
  const calendar = open('Asia/Shanghai', '07:00-21:00');

  expect(addContactable(calendar, at('2026-06-03T20:58:00+08:00'), 15 * MINUTE)).toBe(at('2026-06-04T07:13:00+08:00'));
});

test('a wait that ends exactly at closing time is over when the hours open again', () => {
  const calendar = open('Asia/Shanghai', '07:00-21:00');

  expect(addContactable(calendar, at('2026-06-03T20:50:00+08:00'), 10 * MINUTE)).toBe(at('2026-06-04T07:00:00+08:00'));
});

test('a wait of days ends at the same local time, also across a clock change', () => {
  const calendar = open('America/New_York', '09:00-20:00');

  expect(addContactable(calendar, at('2026-03-06T11:00:00-05:00'), 3 * DAY)).toBe(at('2026-03-09T11:00:00-04:00'));
  expect(addContactable(calendar, at('2026-10-30T11:00:00-04:00'), 3 * DAY)).toBe(at('2026-11-02T11:00:00-05:00'));
});

test('a wait of days that would end at night ends at the next opening', () => {
  const calendar = open('Asia/Shanghai', '09:00-20:00');

  expect(addContactable(calendar, at('2026-06-03T21:30:00+08:00'), 2 * DAY)).toBe(at('2026-06-06T09:00:00+08:00'));
});

const holidays = (years: number[], ...days: [number, number, number][]): ContactCalendar => ({
  zone: 'Asia/Shanghai',
  hours: [
    {
      zone: 'Asia/Shanghai',
      windows: windows('09:00-20:00'),
      holidays: { owner: 'CN', years: new Set(years), days: new Set(days.map((day) => daysFromCivil(...day))) },
    },
  ],
});

test('a holiday is passed over as if it were closed all day', () => {
  const calendar = holidays([2026], [2026, 5, 1], [2026, 5, 2]);

  expect(nextOpening(calendar, at('2026-05-01T10:00:00+08:00'))).toBe(at('2026-05-03T09:00:00+08:00'));
});

test('refuses to say anything about a year without holiday data', () => {
  const calendar = holidays([2026]);

  const lastEvening = at('2026-12-31T20:30:00+08:00');

  expect(nextOpening(calendar, lastEvening)).toEqual({ refused: 'calendar.year-missing', owner: 'CN', year: 2027 });
  expect(addContactable(calendar, at('2026-12-31T19:59:00+08:00'), 2 * MINUTE)).toMatchObject({ year: 2027 });
  expect(addContactable(calendar, lastEvening, 2 * DAY)).toMatchObject({ refused: 'calendar.year-missing' });
  expect(isOpenAt(calendar, at('2027-03-01T10:00:00+08:00'))).toBe(false);
  expect(spreadFrom(calendar, lastEvening, { seed: 1, within: HOUR })).toBe(lastEvening);
});

test('refuses hours that never overlap instead of looking forever', () => {
  const apart: ContactCalendar = {
    zone: 'Asia/Shanghai',
    hours: [
      { zone: 'Asia/Shanghai', windows: windows('09:00-12:00') },
      { zone: 'Asia/Shanghai', windows: windows('13:00-20:00') },
    ],
  };

  expect(nextOpening(apart, at('2026-06-03T10:00:00+08:00'))).toEqual({ refused: 'calendar.never-open' });
  expect(nextOpening(open('UTC'), 0)).toEqual({ refused: 'calendar.never-open' });
});

test('no hours at all means always open', () => {
  expect(nextOpening({ zone: 'UTC', hours: [] }, 123)).toBe(123);
  expect(addContactable({ zone: 'UTC', hours: [] }, 123, HOUR)).toBe(123 + HOUR);
});

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'] as const;
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
/** Around the changes of New York and London, so that every run meets both. */
const nearChange = fc
  .tuple(fc.constantFrom('2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z', '2026-03-29T01:00:00Z'), fc.integer())
  .map(([text, shift]) => at(text) + (shift % (3 * HOUR)));
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1410 }), fc.integer({ min: 30, max: 1440 }))
  .map(([from, length]): Windows => [{ from: from * MINUTE, to: Math.min(from + length, 1440) * MINUTE }]);

/** An independent reading of the wall clock, minutes since midnight. */
function wallMinutes(name: string, time: number): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: name, hourCycle: 'h23', timeStyle: 'short' });
  const [hour = 0, minute = 0] = format.format(time).split(':').map(Number);
  return hour * 60 + minute;
}

test('whatever the zone, clock change and window, an opening is never inside closed hours and never earlier than asked', () => {
  fc.assert(
    fc.property(zone, hours, fc.oneof(instant, nearChange), (name, [window], time) => {
      if (window === undefined) return;
      const result = nextOpening({ zone: name, hours: [{ zone: name, windows: [window] }] }, time);
      if (isCalendarRefusal(result)) throw new Error(result.refused);
      const minute = wallMinutes(name, result);
      expect(result).toBeGreaterThanOrEqual(time);
      expect(minute * MINUTE).toBeGreaterThanOrEqual(Math.floor(window.from / MINUTE) * MINUTE);
      expect(minute * MINUTE).toBeLessThan(window.to);
    }),
    { numRuns: 500 },
  );
});

test('a wait never ends in closed hours, and one that begins later never ends earlier', () => {
  const wait = fc.integer({ min: 0, max: DAY - 1 });
  fc.assert(
    fc.property(zone, hours, instant, fc.integer({ min: 0, max: 2 * DAY }), wait, (name, day, start, later, ms) => {
      const calendar: ContactCalendar = { zone: name, hours: [{ zone: name, windows: day }] };
      const first = Number(addContactable(calendar, start, ms));
      const second = Number(addContactable(calendar, start + later, ms));
      expect(isOpenAt(calendar, first)).toBe(true);
      expect(second).toBeGreaterThanOrEqual(first);
      expect(first).toBeGreaterThanOrEqual(start + ms);
    }),
    { numRuns: 300 },
  );
});

test('a wait of days ends open, no earlier than that many days but for a clock change', () => {
  fc.assert(
    fc.property(zone, hours, instant, fc.integer({ min: 1, max: 14 }), (name, day, start, days) => {
      const calendar: ContactCalendar = { zone: name, hours: [{ zone: name, windows: day }] };
      const end = Number(addContactable(calendar, start, days * DAY));
      expect(isOpenAt(calendar, end)).toBe(true);
      expect(end).toBeGreaterThanOrEqual(start + days * DAY - HOUR);
    }),
    { numRuns: 300 },
  );
});

test('deferred contacts spread over the first minutes of the opening, the same seed always to the same second', () => {
  const calendar = open('Asia/Shanghai', '09:00-20:00');
  const opening = at('2026-06-03T09:00:00+08:00');
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const spread = spreadFrom(calendar, opening, { seed, within: 5 * MINUTE });
      expect(spread).toBeGreaterThanOrEqual(opening);
      expect(spread).toBeLessThan(opening + 5 * MINUTE);
      expect(spreadFrom(calendar, opening, { seed, within: 5 * MINUTE })).toBe(spread);
      expect(isOpenAt(calendar, spread)).toBe(true);
    }),
  );
  const seconds = new Set(
    Array.from({ length: 600 }, (_, seed) => spreadFrom(calendar, opening, { seed, within: 5 * MINUTE })),
  );
  expect(seconds.size).toBe(300);
});

test('a spread never reaches past a short window', () => {
  const calendar = open('Asia/Shanghai', '09:00-09:01');
  const opening = at('2026-06-03T09:00:00+08:00');

  expect(spreadFrom(calendar, opening, { seed: 59, within: HOUR })).toBe(opening + 59_000);
  expect(spreadFrom(calendar, opening, { seed: 60, within: HOUR })).toBe(opening);
  expect(spreadFrom(calendar, opening, { seed: 7, within: 500 })).toBe(opening);
});

const PACIFIC_TO_ATLANTIC = [
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Phoenix',
  'America/Chicago',
  'America/New_York',
  'America/Puerto_Rico',
];

test('what a calendar remembers is what it would find anew, whichever way time is asked about', () => {
  const day = windows('06:00-12:00', '13:00-23:00');
  const fresh = (): ContactCalendar => ({
    zone: 'Asia/Shanghai',
    hours: ['Asia/Shanghai', ...PACIFIC_TO_ATLANTIC].map((name) => ({ zone: name, windows: day })),
  });
  const asked = fc.array(fc.integer({ min: at('2026-03-01T00:00:00Z'), max: at('2026-03-20T00:00:00Z') }), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(asked, fc.boolean(), (times, inOrder) => {
      const used = fresh();
      for (const time of inOrder ? times.toSorted((one, other) => one - other) : times)
        expect(nextSpan(used, time)).toEqual(nextSpan(fresh(), time));
    }),
  );
});
