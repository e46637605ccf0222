import { civilFromDays, DAY, daysFromCivil } from '../time.ts';
import type { CalendarRefusal, Holidays } from './calendar.ts';

/** A year without data: nothing is counted through it. */
export type YearMissing = Extract<CalendarRefusal, { refused: 'calendar.year-missing' }>;

/** Days on which a bank works: weekdays but holidays, and the weekends that are worked to make up for them. */
export type BusinessCalendar = Holidays & { readonly makeUp: ReadonlySet<number> };

/** Holidays `YYYY-MM-DD` by year, and the weekend days worked instead. A year that is not known is left out, never empty. */
export type BusinessDates = {
  readonly id: string;
  readonly holidays: Readonly<Record<string, readonly string[]>>;
  readonly makeUp: Readonly<Record<string, readonly string[]>>;
};

export function businessCalendar(dates: BusinessDates): BusinessCalendar {
  return {
    owner: dates.id,
    years: new Set(Object.keys(dates.holidays).map(Number)),
    days: new Set(Object.values(dates.holidays).flat().map(dayOf)),
    makeUp: new Set(Object.values(dates.makeUp).flat().map(dayOf)),
  };
}

/** Civil day (days since 1970-01-01) of `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return daysFromCivil(year, month, day);
}

/** Whether the bank works on that civil day; a year without data is a refusal, never a guess. */
export function isWorkingDay(calendar: BusinessCalendar, day: number): boolean | YearMissing {
  const { year } = civilFromDays(day);
  if (!calendar.years.has(year)) return { refused: 'calendar.year-missing', owner: calendar.owner, year };
  if (calendar.makeUp.has(day)) return true;
  return !isWeekend(day) && !calendar.days.has(day);
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: number): boolean => (((day + 3) % 7) + 7) % 7 >= 5;

/** How days are counted off: in which unit, and which days do not count because the clock stood still. */
export type Count = { readonly n: number; readonly unit: 'businessDay' | 'calendarDay'; readonly paused?: DayTest };
export type DayTest = (day: number) => boolean;

/** Longest stretch counted through: ten years. Longer means a pause that never ends, which no clock has. */
const HORIZON_DAYS = 3_660;

/**
 * The n-th day that counts after `day`; with `n` 0 the day itself, or the next working one where working days are counted.
 * Only working days ask the calendar, so calendar days are never refused.
 */
export function countDays(calendar: BusinessCalendar, day: number, by: Count): number | YearMissing {
  const { n, unit, paused } = by;
  if (n === 0) return unit === 'businessDay' ? nextWorkingDay(calendar, day) : day;
  let left = n;
  for (let at = day + 1; at <= day + HORIZON_DAYS; at += 1) {
    const works = unit === 'calendarDay' || isWorkingDay(calendar, at);
    if (typeof works === 'object') return works;
    if (works && paused?.(at) !== true) left -= 1;
    if (left === 0) return at;
  }
  throw new RangeError(`working days: got ${n} from ${day}, expected them within ten years`);
}

/** The day itself when the bank works on it, else the next on which it does. */
export function nextWorkingDay(calendar: BusinessCalendar, day: number): number | YearMissing {
  for (let at = day; ; at += 1) {
    const works = isWorkingDay(calendar, at);
    if (typeof works === 'object') return works;
    if (works) return at;
  }
}

/** Last millisecond of a day, from its midnight. */
export const END_OF_DAY = DAY - 1;
