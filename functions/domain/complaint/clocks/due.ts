import {
  type BusinessCalendar,
  type Count,
  countDays,
  type DayTest,
  END_OF_DAY,
  nextWorkingDay,
  type YearMissing,
} from '../../calendar/business.ts';
import { instantOf, localTime } from '../../calendar/zone.ts';
import { type Instant, MINUTE } from '../../time.ts';
import type { Clock, Pause } from '../clock.ts';
import {
  type Clocked,
  type ClockRefusal,
  pinnedPolicy,
  ruleOf,
  type SlaBook,
  type SlaPolicy,
  type SlaTerm,
} from './policy.ts';

/** What a due instant follows from, and nothing else: the policy version, the start, the pauses, the extensions. */
export type Standing = Pick<Clock, 'policy' | 'version' | 'kind' | 'startedAt' | 'pauses' | 'extensions' | 'round'>;
export type Counted = { readonly of: Pick<Clocked, 'timezone'>; readonly book: SlaBook };

const DAYS_IN_WEEK = 7;

/**
 * When a clock is over: the last millisecond of its last day in its policy's zone, or the minute for clocks that run in
 * minutes. The day of the start does not count, nor does a day on which a pause was under way (the one in which it ended
 * counts again); extensions are counted on from the last day, which is rolled to a working day at the very end.
 */
export function dueOf(clock: Standing, by: Counted): Instant | ClockRefusal {
  const term = termOf(clock, by.book);
  if (term.unit === 'minute') return clock.startedAt + term.n * MINUTE + pausedFor(clock.pauses);
  const last = lastDay(clock, by);
  if (typeof last === 'object') return asRefusal(last);
  const { calendar, policy, zone } = daysOf(clock, by);
  const rolled = policy.dayRule.rollLastDay === 'nextWorkingDay' ? nextWorkingDay(calendar, last) : last;
  return typeof rolled === 'object' ? asRefusal(rolled) : instantOf(zone, { day: rolled, msOfDay: END_OF_DAY }, 'last');
}

/** Last day before it is rolled: where a further extension is counted on from. */
export function lastDay(clock: Standing, by: Counted): number | YearMissing {
  const days = daysOf(clock, by);
  let last = countTerm(days, termOf(clock, by.book));
  for (const [index, { days: n }] of clock.extensions.entries()) {
    if (typeof last === 'object') return last;
    const unit = unitOfExtension(clock, index, by.book);
    last = countDays(days.calendar, last, { n, unit, paused: days.paused });
  }
  return last;
}

/** The day on which a total counted from the clock's start would end. */
export const dayOfTotal = (clock: Standing, total: SlaTerm, by: Counted): number | YearMissing =>
  countTerm(daysOf(clock, by), total);

/** Days are what an extension adds: working days where its rule counts those. */
export function unitOfExtension(clock: Standing, index: number, book: SlaBook): Count['unit'] {
  const rule = ruleOf(clock, book).extensions?.[index];
  return (rule?.toTotal ?? rule?.add)?.unit === 'businessDay' ? 'businessDay' : 'calendarDay';
}

/** A reopened decision has the time of its policy's second look, where it has one. */
function termOf(clock: Standing, book: SlaBook): SlaTerm {
  const review = clock.round === undefined || clock.kind !== 'decide' ? undefined : pinnedPolicy(clock, book).review;
  return review === undefined ? ruleOf(clock, book).due : { n: review.decideWithinDays, unit: 'calendarDay' };
}

type Days = {
  readonly calendar: BusinessCalendar;
  readonly policy: SlaPolicy;
  readonly zone: string;
  readonly startDay: number;
  readonly paused: DayTest;
};

function daysOf(clock: Standing, { of, book }: Counted): Days {
  const policy = pinnedPolicy(clock, book);
  const zone = policy.timezone ?? of.timezone;
  const calendar = book.calendar(policy.calendar) ?? nothingKnown(policy.calendar);
  const pauses = clock.pauses
    .filter((pause) => pause.to !== undefined)
    .map(({ from, to = from }) => ({ from: localTime(zone, from).day, to: localTime(zone, to).day }));
  const paused: DayTest = (day) => pauses.some((pause) => pause.from <= day && day < pause.to);
  return { calendar, policy, zone, startDay: localTime(zone, clock.startedAt).day, paused };
}

/** A calendar that is not there knows no year, so that whatever is counted by it is refused. */
const nothingKnown = (owner: string): BusinessCalendar => ({
  owner,
  years: new Set(),
  days: new Set(),
  makeUp: new Set(),
});

function countTerm({ calendar, policy, startDay, paused }: Days, { n, unit }: SlaTerm): number | YearMissing {
  const from = policy.dayRule.excludeReceiptDay || n === 0 ? startDay : startDay - 1;
  return unit === 'businessDay'
    ? countDays(calendar, from, { n, unit, paused })
    : countDays(calendar, from, { n: unit === 'week' ? n * DAYS_IN_WEEK : n, unit: 'calendarDay', paused });
}

/** Milliseconds of ended pauses, what overlaps counted once. */
export function pausedFor(pauses: readonly Pause[]): number {
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to = from } of pauses.toSorted((one, other) => one.from - other.from)) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

export const asRefusal = ({ owner, year }: YearMissing): ClockRefusal => ({
  refused: 'complaint.calendar-missing',
  owner,
  year,
});
