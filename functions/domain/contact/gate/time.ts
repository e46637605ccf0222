import { type ContactCalendar, isCalendarRefusal, nextSpan, spreadIn } from '../../calendar/calendar.ts';
import { localText } from '../../calendar/zone.ts';
import { durationOf } from '../../policy/book.ts';
import { contactCalendar, type NoCalendar } from '../../policy/contact-calendar.ts';
import type { Instant } from '../../time.ts';
import { defer, deny, type Finding, type Gating, hold, when } from '../finding.ts';

/** The hours that bind this contact, for the gate and for the waits of the plan. */
export function calendarFor({ evidence, book }: Pick<Gating, 'evidence' | 'book'>): ContactCalendar | NoCalendar {
  const { customer } = evidence;
  return contactCalendar(book, {
    plan: evidence.plan,
    channel: evidence.step.channel,
    severity: evidence.case.severity,
    jurisdictions: evidence.jurisdictions,
    ...(customer?.timezone === undefined ? {} : { timezone: customer.timezone }),
    ...(customer?.jurisdiction === undefined ? {} : { residence: customer.jurisdiction }),
    ...(evidence.number === undefined ? {} : { number: evidence.number }),
    toAnother: evidence.step.audience === 'contact',
  });
}

/** Are the hours open, and is the text still worth sending? */
export function timeFindings(gating: Gating, calendar: ContactCalendar | NoCalendar): readonly Finding[] {
  return [...expiryFindings(gating), ...hoursFindings(gating, calendar)];
}

function expiryFindings({ evidence, now }: Gating): readonly Finding[] {
  const { shelfLife } = evidence.step;
  const age = now - evidence.case.openedAt;
  return when(shelfLife !== undefined && age > durationOf(shelfLife), () => deny('text.expired', 'step'));
}

function hoursFindings({ evidence, now, book }: Gating, calendar: ContactCalendar | NoCalendar): readonly Finding[] {
  if ('rule' in calendar) return [hold(calendar.rule)];
  const next = nextSpan(calendar, now);
  if (isCalendarRefusal(next)) {
    return [hold(next.refused === 'calendar.never-open' ? 'zone.unknown' : next.refused)];
  }
  if (next.open === now) return [];
  const within = durationOf(book.limits.spread[evidence.case.lane]);
  return [defer('hours.closed', spreadIn(next, { seed: evidence.seed, within }))];
}

/** The time as the person's own clock shows it; UTC where no zone is known. */
export function shownTime(now: Instant, calendar: ContactCalendar | NoCalendar): { localTime: string; zone: string } {
  const zone = 'rule' in calendar ? 'UTC' : calendar.zone;
  return { localTime: localText(zone, now), zone };
}
