import { expect, test } from 'vitest';
import { addContactable } from '#domain/calendar/calendar.ts';
import { localText } from '#domain/calendar/zone.ts';
import { calendarFor } from '#domain/contact/gate/time.ts';
import { durationOf } from '#domain/policy/book.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import type { Jurisdiction } from '#domain/words.ts';
import { NOON } from '../../support/cases.ts';
import {
  evidenceOf,
  firedRules,
  judge,
  moment,
  overdueAccount,
  stepOf,
  thirdParty,
  told,
} from '../../support/rules/evidence.ts';
import { customerOf, phone } from '../../support/rules/people.ts';
import { shipped } from '../../support/rules/policies.ts';

const HERE = 'Asia/Shanghai';
const china = (time: string) => moment(`2026-06-03T${time}+08:00`);
const verified = (now: number) => phone('p1', { verifiedAt: now });
const until = (evidence: Parameters<typeof judge>[0], now: number) => {
  const verdict = judge(evidence, now);
  return verdict.verdict === 'DEFER' ? verdict.until : undefined;
};

test.each([
  ['fraud', '06:59:59', '07:00:00', '20:59:59', '21:00:00'],
  ['service', '08:59:59', '09:00:00', '19:59:59', '20:00:00'],
] as const)('texts of a %s case keep its hours to the second', (kind, early, first, last, late) => {
  const fresh = (time: string) => evidenceOf(kind, { of: { openedAt: china(time) } });

  expect(told(fresh(early), china(early))).toBe('DEFER hours.closed');
  expect(told(fresh(first), china(first))).toBe('ALLOW');
  expect(told(fresh(last), china(last))).toBe('ALLOW');
  expect(told(fresh(late), china(late))).toBe('DEFER hours.closed');
});

test('debt texts keep 09:00 to 20:00 in China and the United States, 08:00 to 20:00 in Britain', () => {
  const debt = (jurisdiction: Jurisdiction, timezone: string) =>
    evidenceOf('debt', { jurisdictions: [jurisdiction], customer: customerOf({ jurisdiction, timezone }) });
  const open = (jurisdiction: Jurisdiction, timezone: string, time: string) =>
    told(
      { ...debt(jurisdiction, timezone), account: overdueAccount({ flaggedAt: moment('2026-06-01T00:00:00Z') }) },
      moment(time),
    );

  expect(open('CN', HERE, '2026-06-03T09:00:00+08:00')).toBe('ALLOW');
  expect(open('CN', HERE, '2026-06-03T08:59:59+08:00')).toBe('DEFER hours.closed');
  expect(open('CN', HERE, '2026-06-03T20:00:00+08:00')).toBe('DEFER hours.closed');
  expect(open('US', 'America/New_York', '2026-06-03T09:00:00-04:00')).toBe('ALLOW');
  expect(open('US', 'America/New_York', '2026-06-03T08:59:59-04:00')).toBe('DEFER hours.closed');
  expect(open('UK', 'Europe/London', '2026-06-03T08:00:00+01:00')).toBe('ALLOW');
  expect(open('UK', 'Europe/London', '2026-06-03T20:00:00+01:00')).toBe('DEFER hours.closed');
});

test('an urgent call for help knows no closed hours, a calmer one waits for 07:00 to 22:00', () => {
  const night = china('03:00:00');
  const help = (severity: 'medium' | 'high' | 'critical') =>
    evidenceOf('welfare', { of: { severity, openedAt: night } });

  expect([told(help('high'), night), told(help('critical'), night)]).toEqual(['ALLOW', 'ALLOW']);
  expect(told(help('medium'), night)).toBe('DEFER hours.closed');
  expect(told(help('medium'), china('21:59:59'))).toBe('ALLOW');
  expect(told(help('medium'), china('22:00:00'))).toBe('DEFER hours.closed');
});

test('push and mail of a fraud case go at any hour', () => {
  const customer = customerOf({ pushEndpoints: [customerOf().name] });

  expect(told(evidenceOf('fraud', { at: 'push', customer }), china('03:00:00'))).toBe('ALLOW');
});

test('a contact put off to the opening is spread over its first minute, five or ten by urgency', () => {
  const night = china('04:00:00');
  const lanes = { urgent: 'fraud', normal: 'service', bulk: 'debt' } as const;
  const spread = Object.entries(lanes).map(([lane, kind]) => {
    const times = [0, 1, 59, 299, 599, 600].map((seed) =>
      until(evidenceOf(kind, { seed, of: { openedAt: night } }), night),
    );
    const opening = china(kind === 'fraud' ? '07:00:00' : '09:00:00');
    return [lane, Math.max(...times.map((time) => Number(time) - opening)) / SECOND];
  });

  expect(spread).toEqual([
    ['urgent', 59],
    ['normal', 299],
    ['bulk', 599],
  ]);
  expect(until(evidenceOf('fraud', { seed: 7, of: { openedAt: night } }), night)).toBe(china('07:00:07'));
});

test('a reminder due on a public holiday waits until the holidays are over', () => {
  const debt = evidenceOf('debt', {
    seed: 0,
    account: overdueAccount({
      state: { sequence: 7, asOf: moment('2026-10-02T00:00:00Z'), source: 's', overdue: { minor: 1, currency: 'CNY' } },
    }),
  });

  expect(until(debt, moment('2026-10-02T10:00:00+08:00'))).toBe(moment('2026-10-08T09:00:00+08:00'));
  expect(
    told(
      evidenceOf('fraud', { of: { openedAt: moment('2026-10-02T10:00:00+08:00') } }),
      moment('2026-10-02T10:00:00+08:00'),
    ),
  ).toBe('ALLOW');
});

test('a year whose holidays are not on file permits no reminder, loudly', () => {
  const now = moment('2027-03-02T10:00:00+08:00');
  const state = { sequence: 7, asOf: now, source: 's', overdue: { minor: 1, currency: 'CNY' } };

  expect(told(evidenceOf('debt', { address: verified(now), account: overdueAccount({ state }) }), now)).toBe(
    'HOLD calendar.year-missing',
  );
});

const AMERICAN = {
  jurisdictions: ['US'],
  customer: customerOf({ jurisdiction: 'US', timezone: 'America/New_York' }),
} as const;

test('an American reminder due at 12:30 UTC around each clock change waits to 09:00 local', () => {
  const openings = ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01'].map((day) => {
    const now = moment(`${day}T12:30:00Z`);
    const state = { sequence: 7, asOf: now, source: 's', overdue: { minor: 1, currency: 'USD' } };
    const debt = evidenceOf('debt', {
      ...AMERICAN,
      address: verified(now),
      seed: 0,
      account: overdueAccount({ state, flaggedAt: 0 }),
    });
    return localText('America/New_York', Number(until(debt, now)));
  });

  expect(openings).toEqual([
    '2026-03-07T09:00:00-05:00',
    '2026-03-08T09:00:00-04:00',
    '2026-10-31T09:00:00-04:00',
    '2026-11-01T09:00:00-05:00',
  ]);
});

test('a number in Phoenix of a customer in Shanghai is texted only when both are awake', () => {
  const both = evidenceOf('fraud', {
    jurisdictions: ['CN', 'US'],
    number: { jurisdiction: 'US', zones: ['America/Phoenix'] },
    seed: 0,
    of: { openedAt: china('12:30:00') },
  });

  expect(told(both, china('11:59:59'))).toBe('ALLOW');
  expect(until(both, china('12:30:00'))).toBe(moment('2026-06-04T07:00:00+08:00'));
});

test('a contact person in Honolulu is not texted in the night for a customer in New York, where it is day', () => {
  const customer = customerOf({ jurisdiction: 'US', timezone: 'America/New_York' });
  const number = { jurisdiction: 'US', zones: ['Pacific/Honolulu'] } as const;
  const asked = (time: string) =>
    firedRules(thirdParty('service', { jurisdictions: ['US'], customer, number }), moment(time));

  expect(asked('2026-06-03T10:00:00-04:00')).toContain('hours.closed');
  expect(asked('2026-06-03T16:00:00-04:00')).not.toContain('hours.closed');
  const own = evidenceOf('service', { jurisdictions: ['US'], customer, number });
  expect(firedRules(own, moment('2026-06-03T10:00:00-04:00'))).not.toContain('hours.closed');
});

test('a number of the United States without a known zone is texted only when every zone of the law is open', () => {
  const debt = (time: string) => {
    const account = overdueAccount({ flaggedAt: moment('2026-06-01T00:00:00Z') });
    const { timezone: _none, ...customer } = customerOf({ jurisdiction: 'US' });
    return told(evidenceOf('debt', { jurisdictions: ['US'], customer, account }), moment(time));
  };

  // 09:00 in Honolulu is 15:00 in New York; 20:00 in Puerto Rico is 14:00 in Honolulu.
  expect(debt('2026-06-03T09:00:00-10:00')).toBe('ALLOW');
  expect(debt('2026-06-03T08:59:59-10:00')).toBe('DEFER hours.closed');
  expect(debt('2026-06-03T19:59:59-04:00')).toBe('ALLOW');
  expect(debt('2026-06-03T20:00:00-04:00')).toBe('DEFER hours.closed');
});

test('a fraud text at 20:58 with 15 minutes to wait is followed by a call at 07:13 next morning', () => {
  const evidence = evidenceOf('fraud', { step: { ...stepOf('fraud', 'sms'), wait: 'PT15M' } });
  const calendar = calendarFor({ evidence, book: shipped });
  if ('rule' in calendar) throw new Error(calendar.rule);

  expect(addContactable(calendar, china('20:58:00'), durationOf('PT15M'))).toBe(moment('2026-06-04T07:13:00+08:00'));
});

test('law that is not on file permits nothing', () => {
  expect(told(evidenceOf('fraud', { jurisdictions: [] }))).toBe('HOLD policy.none');
});

test('the first text of a fraud case lives 30 minutes and is then dropped for the second, never sent late', () => {
  const aged = (age: number, id = 'sms') => evidenceOf('fraud', { at: id, of: { openedAt: NOON - age } });

  expect(told(aged(30 * MINUTE))).toBe('ALLOW');
  expect(told(aged(30 * MINUTE + 1))).toBe('DENY step text.expired');
  expect(told(aged(30 * MINUTE + 1, 'sms-again'))).toBe('ALLOW');
});

test('hours that never come are held as if the zone were unknown', () => {
  const evidence = evidenceOf('fraud');
  const closed = { ...evidence.plan, hours: { ...evidence.plan.hours, sms: [] } };

  expect(told({ ...evidence, plan: closed })).toBe('HOLD zone.unknown');
});

test('a decision shows the time on the person’s own clock, and UTC where no zone is known', () => {
  expect(judge(evidenceOf('fraud'))).toMatchObject({ localTime: '2026-06-03T10:00:00+08:00', zone: HERE });
  expect(judge(evidenceOf('fraud', { jurisdictions: [] }))).toMatchObject({
    localTime: '2026-06-03T02:00:00Z',
    zone: 'UTC',
  });
});

test('a zone that does not exist counts as not declared', () => {
  const evidence = evidenceOf('fraud', { customer: customerOf({ timezone: 'Mars/Olympus' }) });

  expect(judge(evidence)).toMatchObject({ verdict: 'ALLOW', zone: HERE });
});
