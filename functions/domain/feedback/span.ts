import { instantOf, isZone } from '../calendar/zone.ts';
import { DAY, daysFromCivil, type Instant, parseInstant } from '../time.ts';

/** From this instant up to, and without, that one. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** What a report reads at most. Source: docs/behaviour.md, Reports. */
export const LONGEST_DAYS = 92;
/** Without a beginning a report covers the last days. */
const USUAL_DAYS = 30;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** `at`: which end is at fault. */
export type SpanRefusal = {
  readonly refused: 'not-a-date' | 'backwards' | 'too-long';
  readonly at: 'from' | 'to';
};

/** A date names its whole day in the zone, first and last included; a time names its instant. */
export function spanOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  at: { readonly now: Instant; readonly zone: string },
): Span | SpanRefusal {
  const to = asked.to === undefined ? at.now + 1 : instantAt(asked.to, { zone: at.zone, days: 1 });
  if (to === undefined) return { refused: 'not-a-date', at: 'to' };
  const from = asked.from === undefined ? to - USUAL_DAYS * DAY : instantAt(asked.from, { zone: at.zone, days: 0 });
  if (from === undefined) return { refused: 'not-a-date', at: 'from' };
  // A date covers its whole day, so of two days in order the span is never empty.
  const backwards = asked.to !== undefined && DATE.test(asked.to) ? from >= to : from > to;
  if (backwards) return { refused: 'backwards', at: 'from' };
  // A day may have 25 hours.
  return to - from > (LONGEST_DAYS + 1) * DAY ? { refused: 'too-long', at: 'from' } : { from, to };
}

export const isSpan = (of: Span | SpanRefusal): of is Span => 'from' in of;

/** `days`: how many days after the date's own midnight a date stands for. */
function instantAt(text: string, { zone, days }: { zone: string; days: number }): Instant | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return parseInstant(text);
  if (parseInstant(`${text}T00:00:00Z`) === undefined) return undefined;
  const civil = daysFromCivil(Number(year), Number(month), Number(day)) + days;
  return instantOf(isZone(zone) ? zone : 'UTC', { day: civil, msOfDay: 0 }, 'first');
}

/** The UTC dates that a span touches, in order. */
export function daysOf({ from, to }: Span): readonly number[] {
  const first = Math.floor(from / DAY);
  const last = Math.floor(Math.max(from, to - 1) / DAY);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
