import { expect, test } from 'vitest';
import type { Attempt, Case } from '#domain/case/case.ts';
import { calendarFor } from '#domain/contact/gate/time.ts';
import { type ProofQuery, proofOfUnreachability } from '#domain/contact/proof.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#domain/time.ts';
import { attempt, caseOf, NOON } from '../../support/cases.ts';
import { evidenceOf, type Kind } from '../../support/rules/evidence.ts';
import { planOf, shipped } from '../../support/rules/policies.ts';

const PLAN = {
  fraud: 'fraud-card',
  welfare: 'welfare-urgent',
  service: 'contact-data',
  debt: 'debt-reminder',
} as const;
const call = (n: number, at: Instant, state: Attempt['state'] = 'NO_ANSWER') =>
  attempt(n, { step: 'call', channel: 'call', state, at });

function proof(kind: Kind, attempts: readonly Attempt[], change: { now?: Instant; of?: Partial<Case> } = {}) {
  const evidence = evidenceOf(kind);
  const calendar = calendarFor({ evidence, book: shipped });
  if ('rule' in calendar) throw new Error(calendar.rule);
  const of = caseOf(kind, { step: 4, attempts, ...change.of });
  const query: ProofQuery = { plan: planOf(PLAN[kind]), rule: shipped.purpose(of.purpose).proof, attempts, calendar };
  return proofOfUnreachability(of, query, change.now ?? NOON);
}

test('welfare: all customer steps spent, two channels, and half an hour without answer', () => {
  const tries = [attempt(1, { at: NOON - 30 * MINUTE }), call(4, NOON - MINUTE)];

  expect(proof('welfare', tries)).toEqual({ proven: true, at: NOON, attempts: [1, 4], channels: ['sms', 'call'] });
  expect(proof('welfare', tries, { now: NOON - 1 })).toEqual({ proven: false, missing: ['silence'], notBefore: NOON });
  expect(proof('welfare', tries, { of: { step: 3 } })).toEqual({ proven: false, missing: ['steps'] });
});

test('welfare: two texts and no call prove nothing', () => {
  const texts = [attempt(1, { at: NOON - HOUR }), attempt(3, { at: NOON - 40 * MINUTE })];

  expect(proof('welfare', texts)).toEqual({ proven: false, missing: ['channels'] });
  expect(proof('welfare', [attempt(1, { at: NOON - HOUR })])).toEqual({
    proven: false,
    missing: ['attempts', 'channels'],
  });
});

test('fraud: a day without answer after the first attempt', () => {
  const tries = [attempt(2, { at: NOON - DAY })];

  expect(proof('fraud', tries)).toMatchObject({ proven: true });
  expect(proof('fraud', tries, { now: NOON - 1 })).toMatchObject({ proven: false, notBefore: NOON });
});

test('account service: three attempts on three days on two channels within fourteen days', () => {
  const day = (n: number, days: number, change: Partial<Attempt> = {}) =>
    attempt(n, { at: NOON - days * DAY, ...change });

  expect(proof('service', [day(1, 7), day(2, 4), call(3, NOON)])).toMatchObject({ proven: true, attempts: [1, 2, 3] });
  expect(proof('service', [day(1, 7), day(2, 7), call(3, NOON)])).toEqual({ proven: false, missing: ['days'] });
  expect(proof('service', [day(1, 7), day(2, 4), day(3, 0)])).toEqual({ proven: false, missing: ['channels'] });
  expect(proof('service', [day(1, 14), day(2, 4), call(3, NOON)])).toEqual({
    proven: false,
    missing: ['attempts', 'days'],
  });
  expect(proof('service', [day(1, 7), call(2, NOON)])).toEqual({ proven: false, missing: ['attempts', 'days'] });
});

test('attempts of long ago prove nothing: the newest is at most fourteen days old', () => {
  const tries = (days: number) => [
    attempt(1, { at: NOON - (days + 7) * DAY }),
    attempt(2, { at: NOON - (days + 4) * DAY }),
    call(3, NOON - days * DAY),
  ];

  expect(proof('service', tries(14))).toMatchObject({ proven: true });
  expect(proof('service', tries(14), { now: NOON + 1 })).toMatchObject({ proven: false });
  expect(proof('service', tries(73))).toMatchObject({ proven: false });
});

test('what is proven stays so while one person is asked after another, though its attempts left the snapshot', () => {
  const asked = [attempt(9, { audience: 'contact', contactId: 'k4', at: NOON - MINUTE })];
  const proofAt = NOON - HOUR;

  expect(proof('welfare', asked)).toMatchObject({ proven: false });
  expect(proof('welfare', asked, { of: { proofAt } })).toEqual({
    proven: true,
    at: proofAt,
    attempts: [],
    channels: [],
  });
  expect(proof('welfare', asked, { of: { proofAt, heardAt: proofAt } })).toMatchObject({ proven: true });
  expect(proof('welfare', asked, { of: { proofAt, heardAt: proofAt + 1 } })).toMatchObject({ proven: false });
});

test('what was proven long ago lapses where nobody was asked since', () => {
  const asked = (days: number, change: Partial<Attempt> = {}) => [
    attempt(9, { audience: 'contact', contactId: 'k4', at: NOON - days * DAY, ...change }),
  ];
  const of = { proofAt: NOON - 30 * DAY };

  expect(proof('service', asked(14), { of })).toMatchObject({ proven: true, at: of.proofAt });
  expect(proof('service', asked(15), { of })).toMatchObject({ proven: false });
  expect(proof('service', asked(1, { state: 'SKIPPED' }), { of })).toMatchObject({ proven: false });
});

test('days are those of the person’s own calendar', () => {
  const at = (text: string) => Date.parse(text);
  const two = [
    attempt(1, { at: at('2026-06-01T23:30:00+08:00') }),
    attempt(2, { at: at('2026-06-02T00:30:00+08:00') }),
  ];

  expect(proof('service', [...two, call(3, NOON)])).toMatchObject({ proven: true });
});

test('a debt is never a reason to ask anybody else', () => {
  expect(proof('debt', [attempt(1, { at: 0 })])).toEqual({ proven: false, missing: ['never'] });
});

test('what was refused, surely not sent, or an answer is no attempt; nor is a text to somebody else', () => {
  const idle = [
    attempt(1, { state: 'SKIPPED' }),
    attempt(2, { state: 'NOT_SENT' }),
    attempt(3, { state: 'CANCELLED' }),
    attempt(4, { answer: true }),
    attempt(5, { audience: 'contact', contactId: 'k1' }),
  ];

  expect(proof('fraud', idle)).toEqual({ proven: false, missing: ['attempts', 'days', 'channels'] });
});

test('a text of unknown fate counts: the person may have had it', () => {
  expect(proof('fraud', [attempt(1, { state: 'IN_DOUBT', at: NOON - DAY })])).toMatchObject({ proven: true });
});

test('a customer who was spoken to is not out of reach', () => {
  for (const state of ['RIGHT_PARTY', 'CONNECTED', 'REFUSED'] as const) {
    expect(proof('fraud', [call(1, NOON - 2 * DAY, state)])).toMatchObject({ proven: false });
  }
});

test('a customer who wrote back, whatever it was, is not out of reach: only what was tried since then counts', () => {
  const tries = [attempt(1, { at: NOON - DAY }), call(4, NOON - MINUTE)];

  expect(proof('welfare', tries, { of: { heardAt: NOON - HOUR } })).toMatchObject({ proven: false });
  expect(proof('welfare', tries, { of: { heardAt: NOON - 2 * DAY } })).toMatchObject({ proven: true });
});

test('half an hour without answer is contactable time: the night does not count for a case that knows hours', () => {
  const calm = { severity: 'medium' } as const;
  const evidence = evidenceOf('welfare', { of: calm });
  const calendar = calendarFor({ evidence, book: shipped });
  if ('rule' in calendar) throw new Error(calendar.rule);
  const evening = Date.parse('2026-06-03T21:45:00+08:00');
  const attempts = [attempt(1, { at: evening }), call(4, evening)];
  const query: ProofQuery = {
    plan: planOf('welfare-urgent'),
    rule: shipped.purpose('welfare').proof,
    attempts,
    calendar,
  };

  expect(proofOfUnreachability(caseOf('welfare', { ...calm, step: 4, attempts }), query, evening + HOUR)).toEqual({
    proven: false,
    missing: ['silence'],
    notBefore: Date.parse('2026-06-04T07:15:00+08:00'),
  });
});

test('a calendar that cannot say when the silence ends proves nothing', () => {
  const calendar = { zone: 'UTC', hours: [{ zone: 'UTC', windows: [] }] };
  const attempts = [attempt(1, { at: NOON - DAY }), call(4, NOON - HOUR)];
  const query: ProofQuery = {
    plan: planOf('welfare-urgent'),
    rule: shipped.purpose('welfare').proof,
    attempts,
    calendar,
  };

  expect(proofOfUnreachability(caseOf('welfare', { step: 4, attempts }), query, NOON)).toEqual({
    proven: false,
    missing: ['silence'],
  });
});
