import { civilFromDays, DAY, type Instant } from '../time.ts';
import type { Windows } from './windows.ts';
import { instantOf, localTime } from './zone.ts';

/** Public holidays as civil days (days since 1970-01-01), and the years for which they are known at all. */
export type Holidays = {
  readonly owner: string;
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
};

/** Hours in one zone. Several zones or laws are several of these: a contact is permitted when all are open. */
export type ZonedHours = { readonly zone: string; readonly windows: Windows; readonly holidays?: Holidays };

export type ContactCalendar = {
  /** The zone whose time is shown to people and in which days are counted. */
  readonly zone: string;
  /** Empty: always open. */
  readonly hours: readonly ZonedHours[];
};

/** The calendar cannot say: holidays of that year are not known, or the hours never overlap. Nothing may be sent on it. */
export type CalendarRefusal =
  | { readonly refused: 'calendar.year-missing'; readonly owner: string; readonly year: number }
  | { readonly refused: 'calendar.never-open' };

/** A stretch of permitted time: `open` inside, `close` outside. */
export type Span = { readonly open: Instant; readonly close: Instant };

/** Longest closed stretch looked through: longer than any run of holidays. */
const HORIZON_DAYS = 40;

export const isCalendarRefusal = (result: object | number): result is CalendarRefusal =>
  typeof result === 'object' && 'refused' in result;

/** What was found last for a calendar, and from when to when it is the answer. */
type Remembered = { readonly from: Instant; readonly until: Instant; readonly span: Span | CalendarRefusal };
const remembered = new WeakMap<ContactCalendar, Remembered>();

/**
 * First stretch in which every zone and law is open, at or after the instant. The newest answer of a calendar is kept:
 * until its stretch closes it is the answer to every later question too; that hours never overlap is looked up once a day.
 */
export function nextSpan(calendar: ContactCalendar, at: Instant): Span | CalendarRefusal {
  const known = remembered.get(calendar);
  if (known !== undefined && known.from <= at && at < known.until) return spanFrom(known.span, at);
  const span = searched(calendar, at);
  if (!isCalendarRefusal(span)) remembered.set(calendar, { from: at, until: span.close, span });
  else if (span.refused === 'calendar.never-open') remembered.set(calendar, { from: at, until: at + DAY, span });
  return span;
}

const spanFrom = (span: Span | CalendarRefusal, at: Instant): Span | CalendarRefusal =>
  isCalendarRefusal(span) || span.open >= at ? span : { open: at, close: span.close };

function searched(calendar: ContactCalendar, at: Instant): Span | CalendarRefusal {
  let open = at;
  let close = Number.POSITIVE_INFINITY;
  for (let agreed = 0; agreed < calendar.hours.length; ) {
    close = Number.POSITIVE_INFINITY;
    agreed = 0;
    for (const hours of calendar.hours) {
      const span = spanOf(hours, open);
      if (isCalendarRefusal(span)) return span;
      close = Math.min(close, span.close);
      if (span.open > open) {
        open = span.open;
        break;
      }
      agreed += 1;
    }
    if (open - at > HORIZON_DAYS * DAY) return { refused: 'calendar.never-open' };
  }
  return { open, close };
}

/** One zone's next stretch. A window that begins in an hour shown twice begins the second time, and ends the first: never too wide. */
function spanOf(hours: ZonedHours, at: Instant): Span | CalendarRefusal {
  const { zone, windows, holidays } = hours;
  const today = localTime(zone, at).day;
  for (let day = today; day <= today + HORIZON_DAYS; day += 1) {
    for (const window of windows) {
      const close = instantOf(zone, { day, msOfDay: window.to }, 'first');
      const open = Math.max(at, instantOf(zone, { day, msOfDay: window.from }, 'last'));
      if (open >= close) continue;
      const free = isFree(day, holidays);
      if (typeof free === 'object') return free;
      if (free) return { open, close };
    }
  }
  return { refused: 'calendar.never-open' };
}

function isFree(day: number, holidays: Holidays | undefined): boolean | CalendarRefusal {
  if (holidays === undefined) return true;
  const { year } = civilFromDays(day);
  if (!holidays.years.has(year)) return { refused: 'calendar.year-missing', owner: holidays.owner, year };
  return !holidays.days.has(day);
}

/** The instant itself when open, else the next at which contact is permitted. */
export function nextOpening(calendar: ContactCalendar, at: Instant): Instant | CalendarRefusal {
  const span = nextSpan(calendar, at);
  return isCalendarRefusal(span) ? span : span.open;
}

/**
 * When a wait that begins now is over; always a permitted instant. Below a day only permitted time counts (a wait of 15 minutes that
 * begins two minutes before closing has 13 to go next morning). From a day on the days are calendar days in the
 * calendar's zone: the same local time, or the next opening after it.
 */
export function addContactable(calendar: ContactCalendar, start: Instant, ms: number): Instant | CalendarRefusal {
  if (ms >= DAY) {
    const { day, msOfDay } = localTime(calendar.zone, start);
    const days = Math.floor(ms / DAY);
    const sameTime = instantOf(calendar.zone, { day: day + days, msOfDay }, 'first');
    return nextOpening(calendar, sameTime + (ms - days * DAY));
  }
  let left = ms;
  let at = start;
  for (;;) {
    const span = nextSpan(calendar, at);
    if (isCalendarRefusal(span)) return span;
    if (left < span.close - span.open) return span.open + left;
    left -= span.close - span.open;
    at = span.close;
  }
}

/** How a deferred contact is spread: `seed` any whole number ≥ 0, `within` milliseconds at most. */
export type Spread = { readonly seed: number; readonly within: number };

/**
 * The same instant for the same seed, inside the stretch and within `spread.within` of its opening, on a whole second
 * after it: so that nine o'clock is not everybody's second.
 */
export function spreadIn({ open, close }: Span, spread: Spread): Instant {
  const seconds = Math.floor(Math.min(spread.within, close - open) / 1_000);
  return seconds <= 1 ? open : open + (spread.seed % seconds) * 1_000;
}
