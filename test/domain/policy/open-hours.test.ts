import { expect, test } from 'vitest';
import { isCalendarRefusal, nextSpan } from '#domain/calendar/calendar.ts';
import { type CalendarQuery, contactCalendar } from '#domain/policy/contact-calendar.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { planOf, shipped } from '../../support/rules/policies.ts';

const DAY_BEGINS = Date.parse('2026-06-24T00:00:00Z');
const inUs = (...zones: readonly string[]) => ({ jurisdiction: 'US', zones }) as const;
const chinese = { jurisdictions: ['CN', 'US'], residence: 'CN', timezone: 'Asia/Shanghai' } as const;
const american = { residence: 'US', timezone: 'America/New_York' } as const;
const kin = { ...american, toAnother: true } as const;

/** Hours of a day in summer in which a text of account service may go, to the quarter. */
function openHours(change: Partial<CalendarQuery>): number {
  const plan = planOf('contact-data');
  const calendar = contactCalendar(shipped, {
    plan,
    channel: 'sms',
    severity: 'medium',
    jurisdictions: ['US'],
    ...change,
  });
  if ('rule' in calendar) throw new Error(calendar.rule);
  let open = 0;
  for (let at = DAY_BEGINS; at < DAY_BEGINS + 24 * HOUR; at += 15 * MINUTE) {
    const span = nextSpan(calendar, at);
    if (!isCalendarRefusal(span) && span.open === at) open += 15 * MINUTE;
  }
  return open / HOUR;
}

test.each<readonly [who: string, hours: number, query: Partial<CalendarQuery>]>([
  ['a customer in New York', 11, american],
  ['the same with a number of Honolulu', 11, { ...american, number: inUs('Pacific/Honolulu') }],
  ['a customer of the United States without a zone', 5, {}],
  ['the same with a number of Guam', 1, { number: inUs('Pacific/Guam') }],
  ['a customer in Shanghai with a number of Phoenix', 2, { ...chinese, number: inUs('America/Phoenix') }],
  ['the same with a number that points nowhere', 0, { ...chinese, number: inUs() }],
  ['a contact in Honolulu of a customer in New York', 5, { ...kin, number: inUs('Pacific/Honolulu') }],
  ['a contact in Los Angeles of the same', 8, { ...kin, number: inUs('America/Los_Angeles') }],
  [
    'a contact in New York of a customer who is abroad',
    11,
    { ...kin, timezone: 'Asia/Shanghai', number: inUs('America/New_York') },
  ],
])('%s may be texted in %d hours of a day', (_who, hours, query) => {
  expect(openHours(query)).toBe(hours);
});
