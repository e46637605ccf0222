import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessCalendar, countDays, dayOf, isWorkingDay, nextWorkingDay } from '#domain/calendar/business.ts';
import { CALENDARS } from '#policies/sla/calendars.ts';
import { dateOf } from '../../support/complaints/clocks.ts';

const calendar = businessCalendar({
  id: 'bank',
  holidays: { '2026': ['2026-05-01'], '2027': ['2027-01-01'] },
  makeUp: { '2026': ['2026-05-09'] },
});
const works = (date: string) => isWorkingDay(calendar, dayOf(date));

test('weekdays are worked, weekends and holidays are not, a weekend worked to make up for one is', () => {
  expect(works('2026-04-30')).toBe(true);
  expect(works('2026-05-01')).toBe(false);
  expect(works('2026-05-02')).toBe(false);
  expect(works('2026-05-03')).toBe(false);
  expect(works('2026-05-09')).toBe(true);
});

test('a year without data is refused wherever it would have to be counted', () => {
  const missing = { refused: 'calendar.year-missing', owner: 'bank', year: 2028 };
  const last = dayOf('2027-12-31');

  expect(works('2028-01-03')).toEqual(missing);
  expect(countDays(calendar, last, { n: 1, unit: 'businessDay' })).toEqual(missing);
  expect(nextWorkingDay(calendar, last + 1)).toEqual(missing);
  expect(countDays(calendar, last, { n: 3, unit: 'calendarDay' })).toBe(last + 3);
});

test('no days later is the day itself, or the next on which the bank works', () => {
  expect(countDays(calendar, dayOf('2026-05-01'), { n: 0, unit: 'calendarDay' })).toBe(dayOf('2026-05-01'));
  expect(countDays(calendar, dayOf('2026-05-01'), { n: 0, unit: 'businessDay' })).toBe(dayOf('2026-05-04'));
});

test('a pause that never ends is a bug, not a date', () => {
  expect(() => countDays(calendar, 0, { n: 1, unit: 'calendarDay', paused: () => true })).toThrow('within ten years');
});

test('counting on is counting from where one stopped', () => {
  const day = fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2026-12-01') });
  const n = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(day, n, n, (from, first, second) => {
      const half = countDays(calendar, from, { n: first, unit: 'businessDay' });
      const whole = countDays(calendar, from, { n: first + second, unit: 'businessDay' });
      fc.pre(typeof half === 'number' && typeof whole === 'number');
      expect(countDays(calendar, half, { n: second, unit: 'businessDay' })).toBe(whole);
    }),
  );
});

test.each([...CALENDARS.values()])(
  'what is shipped as worked in $owner are weekends of known years, never holidays',
  (one) => {
    for (const day of one.makeUp) {
      expect([dateOf(day), (day + 3) % 7 >= 5, one.days.has(day)]).toEqual([dateOf(day), true, false]);
    }
    for (const day of [...one.makeUp, ...one.days]) expect(one.years).toContain(Number(dateOf(day).slice(0, 4)));
  },
);

test('the years that are published are shipped: China to 2026, the others to 2027', () => {
  const years = [...CALENDARS].map(([id, { years: known }]) => [id, Math.min(...known), Math.max(...known)]);

  expect(years).toEqual([
    ['cn-statutory', 2024, 2026],
    ['uk-england-and-wales', 2024, 2027],
    ['us-federal', 2024, 2027],
  ]);
});

test.each([
  ['cn-statutory', '2025', 248],
  ['cn-statutory', '2026', 248],
  ['uk-england-and-wales', '2026', 253],
  ['us-federal', '2026', 250],
])('%s has as many working days in %s as published: %d', (id, year, expected) => {
  const one = CALENDARS.get(id);
  const first = dayOf(`${year}-01-01`);
  const days = Array.from({ length: 365 }, (_, index) => first + index);

  expect(one === undefined ? 0 : days.filter((day) => isWorkingDay(one, day) === true).length).toBe(expected);
});
