import { expect, test } from 'vitest';
import { intersect, isWholeDay, readWindows, WHOLE_DAY, within } from '#domain/calendar/windows.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';

const span = (from: number, to: number) => ({ from, to });
const read = (...texts: string[]) => readWindows(texts) ?? [];

test('hours are read to the minute, and end at midnight at the latest', () => {
  expect(read('08:45-19:30')).toEqual([span(8 * HOUR + 45 * MINUTE, 19 * HOUR + 30 * MINUTE)]);
  expect(read('20:00-24:00')).toEqual([span(20 * HOUR, DAY)]);
});

test('what overlaps or touches is one, in the order of the day', () => {
  expect(read('13:00-20:00', '09:00-12:00')).toEqual([span(9 * HOUR, 12 * HOUR), span(13 * HOUR, 20 * HOUR)]);
  expect(read('12:00-15:00', '09:00-12:00')).toEqual([span(9 * HOUR, 15 * HOUR)]);
  expect(read('09:00-20:00', '10:00-12:00')).toEqual([span(9 * HOUR, 20 * HOUR)]);
});

test.each(['9:00-20:00', '09:00-20:00 ', 'x09:00-20:00', '24:00-24:00', '09:00-09:00', '20:00-09:00', '09:60-10:00'])(
  'what is no part of a day is refused: "%s"',
  (text) => {
    expect(readWindows([text])).toBeUndefined();
    expect(readWindows(['10:00-11:00', text])).toBeUndefined();
  },
);

test('what lies in both comes in the order of the day, and windows that only touch share nothing', () => {
  const morningLast = [span(13 * HOUR, 20 * HOUR), span(9 * HOUR, 12 * HOUR)];

  expect(intersect(morningLast, [span(10 * HOUR, 14 * HOUR)])).toEqual([
    span(10 * HOUR, 12 * HOUR),
    span(13 * HOUR, 14 * HOUR),
  ]);
  expect(intersect(read('09:00-12:00'), read('12:00-13:00'))).toEqual([]);
});

test('one lies within others where each of its moments does', () => {
  expect(within(read('10:00-11:00', '14:00-15:00'), read('09:00-12:00', '13:00-16:00'))).toBe(true);
  expect(within(read('10:00-11:00', '14:00-17:00'), read('09:00-12:00', '13:00-16:00'))).toBe(false);
});

test('the whole day is one window from midnight to midnight', () => {
  expect([isWholeDay(WHOLE_DAY), isWholeDay(read('00:00-24:00')), isWholeDay(read('00:00-23:59'))]).toEqual([
    true,
    true,
    false,
  ]);
  expect(readWindows('always')).toBe(WHOLE_DAY);
});
