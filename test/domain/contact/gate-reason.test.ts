import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { endsHold, hangsOnAccount, restsOn, supports } from '#domain/contact/gate/reason.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';
import { accountOf } from '../../support/accounts.ts';
import { caseOf, NOON } from '../../support/cases.ts';
import { evidenceOf, firedRules, judge, moment, overdueAccount, told } from '../../support/rules/evidence.ts';
import { shipped } from '../../support/rules/policies.ts';

const account = (change: object, rest = {}) => {
  const { state, ...other } = overdueAccount(rest);
  return { ...other, ...(state === undefined ? {} : { state: { ...state, ...change } }) };
};
const money = (minor: number, currency = 'CNY') => ({ minor, currency });
const reasonAt = (time: number) => ({ reason: { ...caseOf('debt').reason, at: time } });

test('a reminder about an overdue sum that the newest state confirms may go', () => {
  expect(told(evidenceOf('debt'))).toBe('ALLOW');
});

test('a debt that the newest state no longer shows ends the case', () => {
  expect(told(evidenceOf('debt', { account: account({ overdue: money(0) }) }))).toBe('DENY case reason.gone');
  expect(firedRules(evidenceOf('debt', { account: account({ overdue: money(0) }) }))).toEqual(['reason.gone']);
});

test('days past due decide where no amount was ever said', () => {
  const { overdue: _none, ...state } = overdueAccount().state ?? { sequence: 0, asOf: 0, source: '' };

  expect(supports(accountOf({ state: { ...state, daysPastDue: 0 } }), 'overdue')).toBe(false);
  expect(supports(accountOf({ state: { ...state, daysPastDue: 1 } }), 'overdue')).toBe(true);
  expect(supports(accountOf({ state: { sequence: 1, asOf: 1, source: 's' } }), 'overdue')).toBeUndefined();
  expect(supports(undefined, 'dormant')).toBeUndefined();
});

test('an older state that speaks against a newer report settles nothing: the case waits for the newer state', () => {
  const cleared = { overdue: money(0), asOf: NOON - 3 * HOUR, sequence: 5 };
  const before = evidenceOf('debt', { account: account(cleared), of: reasonAt(NOON - 3 * HOUR + 1) });
  const same = evidenceOf('debt', { account: account(cleared), of: reasonAt(NOON - 3 * HOUR) });
  const later = evidenceOf('debt', { account: account({ ...cleared, sequence: 8 }), of: reasonAt(NOON - HOUR) });

  expect(firedRules(before)).toContain('evidence.stale');
  expect(firedRules(before)).not.toContain('reason.gone');
  expect(told(same)).toBe('DENY case reason.gone');
  expect(told(later)).toBe('DENY case reason.gone');
});

test('a debt contact needs a state at most 72 hours old, a service contact one of at most 14 days', () => {
  const debt = (age: number) =>
    evidenceOf('debt', { account: account({ asOf: NOON - age }), of: reasonAt(NOON - age) });
  const service = (age: number) => {
    const state = { sequence: 7, asOf: NOON - age, source: 's', status: 'dormant' };
    return evidenceOf('service', {
      account: accountOf({ state }),
      of: { reason: { ...caseOf('service').reason, at: NOON - age } },
    });
  };

  expect([told(debt(72 * HOUR)), told(debt(72 * HOUR + 1))]).toEqual(['ALLOW', 'HOLD evidence.stale']);
  expect([told(service(14 * DAY)), told(service(14 * DAY + 1))]).toEqual(['ALLOW', 'HOLD evidence.stale']);
});

test('a newer state that says nothing of the debt, or of the status, makes the word on it no younger', () => {
  const words = (age: number) => {
    const word = { asOf: NOON - age, source: 'urn:bank:loans' };
    return { words: { debt: word, status: word } };
  };
  const debt = (age: number) => evidenceOf('debt', { account: account(words(age)), of: reasonAt(NOON - age) });
  const service = (age: number) =>
    evidenceOf('service', {
      account: accountOf({ state: { sequence: 7, asOf: NOON, source: 's', status: 'dormant', ...words(age) } }),
      of: { reason: { ...caseOf('service').reason, at: NOON - age } },
    });

  expect([told(debt(72 * HOUR)), told(debt(72 * HOUR + 1))]).toEqual(['ALLOW', 'HOLD evidence.stale']);
  expect([told(service(14 * DAY)), told(service(14 * DAY + 1))]).toEqual(['ALLOW', 'HOLD evidence.stale']);
});

test('an older word against a newer report settles nothing, though something else was said since', () => {
  const said = { overdue: money(0), older: { overdue: 5 }, words: { debt: { asOf: NOON - 3 * HOUR, source: 's' } } };
  const reason = { ...reasonAt(NOON - 2 * HOUR).reason, sequence: 6 };

  const verdict = firedRules(
    evidenceOf('debt', { account: account({ ...said, daysPastDue: undefined }), of: { reason } }),
  );

  expect(verdict).toContain('evidence.stale');
  expect(verdict).not.toContain('reason.gone');
});

test('a debt contact about an account nobody has heard of waits', () => {
  const { account: _none, ...unknown } = evidenceOf('debt');

  expect(told(unknown)).toBe('HOLD evidence.stale');
  expect(told(evidenceOf('debt', { account: accountOf({ flaggedAt: NOON - 2 * DAY }) }))).toBe('HOLD evidence.stale');
});

test('a service contact about a dormant account ends when the account moves again', () => {
  const awake = accountOf({ state: { sequence: 9, asOf: NOON, source: 's', status: 'open' } });

  expect(told(evidenceOf('service'))).toBe('ALLOW');
  expect(told(evidenceOf('service', { account: awake }))).toBe('DENY case reason.gone');
});

test('a fact that happened needs no state of the account', () => {
  const { account: _none, ...fraud } = evidenceOf('fraud', { account: accountOf() });

  expect(told(fraud)).toBe('ALLOW');
});

test('a letter about an offer for a debt rests on the debt; about anything else on what happened', () => {
  const fact = shipped.purpose('negotiation_followup');
  const terms = { kind: 'deferral', until: '2026-07-01' } as const;
  const offer = { what: 'offer', offerId: 'm1.o1', terms, expiresAt: NOON + DAY } as const;
  const about = (code: string, what: NonNullable<Case['about']> = offer) =>
    restsOn(caseOf('debt', { reason: { ...caseOf('debt').reason, code }, about: what }), fact);

  expect(about('overdue')).toBe('overdue');
  expect(about('overdue', { what: 'follow-up' })).toBe('fact');
  expect(about('unusual-amount')).toBe('fact');
  expect(about('dormant')).toBe('dormant');
  expect(restsOn(caseOf('debt'), fact)).toBe('fact');
});

test('a debt waits 24 hours from its first flag, to the millisecond', () => {
  const flagged = (age: number) => evidenceOf('debt', { account: overdueAccount({ flaggedAt: NOON - age }) });

  expect(told(flagged(24 * HOUR))).toBe('ALLOW');
  expect(judge(flagged(24 * HOUR - 1))).toMatchObject({
    verdict: 'HOLD',
    because: ['hold.first-flag'],
    knownEnd: NOON + 1,
  });
});

test('a plan without that wait is not held by a report whose clock is ahead of ours', () => {
  expect(told(evidenceOf('fraud', { of: { reason: { ...caseOf('fraud').reason, at: NOON + MINUTE } } }))).toBe('ALLOW');
});

test('a pending payment that covers the overdue sum holds the case until it is looked at a day later', () => {
  const pending = (minor: number, currency = 'CNY', age = HOUR) =>
    evidenceOf('debt', { account: overdueAccount({ pending: { sum: money(minor, currency), at: NOON - age } }) });

  expect(judge(pending(30_000))).toMatchObject({ verdict: 'HOLD', because: ['payment.pending'], knownEnd: NOON + DAY });
  expect(told(pending(29_999))).toBe('ALLOW');
  expect(told(pending(30_000, 'USD'))).toBe('ALLOW');
});

test('a payment that has not posted for five days holds nothing any more', () => {
  const pending = (age: number) =>
    evidenceOf('debt', { account: overdueAccount({ pending: { sum: money(30_000), at: NOON - age } }) });

  expect([told(pending(5 * DAY)), told(pending(5 * DAY + 1))]).toEqual(['HOLD payment.pending', 'ALLOW']);
});

test('a source that beats and has been silent for more than 15 minutes holds debt contacts, and no others', () => {
  const feed = (age: number) => ({ source: 'urn:bank:core', newestAt: NOON - age });

  expect(told(evidenceOf('debt', { feed: feed(15 * MINUTE) }))).toBe('ALLOW');
  expect(told(evidenceOf('debt', { feed: feed(15 * MINUTE + 1) }))).toBe('HOLD feed.silent');
  expect(firedRules(evidenceOf('debt', { feed: feed(DAY) }))).toEqual(['feed.silent']);
  expect(told(evidenceOf('fraud', { feed: feed(DAY) }))).toBe('ALLOW');
});

test('operations may pause a purpose; what is held is looked at again and then shown to a person', () => {
  expect(judge(evidenceOf('debt', { pausedPurposes: ['debt_reminder'] }))).toMatchObject({
    verdict: 'HOLD',
    because: ['purpose.paused'],
  });
  expect(judge(evidenceOf('debt', { pausedPurposes: ['debt_reminder'] }))).not.toHaveProperty('knownEnd');
  expect(told(evidenceOf('debt', { pausedPurposes: ['survey'] }))).toBe('ALLOW');
});

test('a case that staff hold is not dialled either', () => {
  const held = { since: NOON, ruleIds: ['hold.staff'], recheckAt: NOON + DAY, cause: 'staff', rechecks: 0 } as const;
  const call = evidenceOf('fraud', { at: 'call', of: { status: 'HELD', held } });

  expect(judge(call)).toMatchObject({ verdict: 'HOLD', because: ['hold.staff'], knownEnd: NOON + DAY });
});

test('the same evidence at the same time gives the same verdict', () => {
  const evidence = evidenceOf('debt');

  expect(judge(evidence, moment('2026-06-03T21:00:00+08:00'))).toEqual(
    judge(evidence, moment('2026-06-03T21:00:00+08:00')),
  );
});

test('the account’s word ends a hold for it also where the first flag’s day is not over, but not that day alone', () => {
  const held = (...ruleIds: RuleId[]) =>
    caseOf('debt', { status: 'HELD', held: { since: NOON, ruleIds, recheckAt: NOON, cause: 'c', rechecks: 0 } });
  const ends = (of: Case) => endsHold(of, overdueAccount(), { now: NOON, book: shipped });

  expect(ends(held('payment.pending'))).toBe(true);
  expect(ends(held('hold.first-flag', 'payment.pending'))).toBe(true);
  expect(ends(held('hold.first-flag'))).toBe(false);
  expect(ends(held('payment.pending', 'hold.complaint'))).toBe(false);
});

test('only a case that is held, and by the account alone, is let go by the account’s word', () => {
  const held = { since: NOON, ruleIds: ['evidence.stale'], recheckAt: NOON, cause: 'c', rechecks: 0 } as const;
  const { held: _none, ...free } = caseOf('debt', { status: 'HELD' });
  const ends = (of: Case, said = overdueAccount()) => endsHold(of, said, { now: NOON, book: shipped });

  expect(ends(caseOf('debt', { status: 'HELD', held }))).toBe(true);
  expect(ends(caseOf('debt', { status: 'CONTACTING', held }))).toBe(false);
  expect(ends(free)).toBe(false);
  expect(ends(caseOf('debt', { status: 'HELD', held }), account({ asOf: NOON - 4 * DAY }))).toBe(true);
  expect(ends(caseOf('debt', { status: 'HELD', held: { ...held, ruleIds: [] } }))).toBe(false);
});

test('what a debt waits for may be the account’s own word: a stale state, a payment under way', () => {
  expect(hangsOnAccount(['evidence.stale'])).toBe(true);
  expect(hangsOnAccount(['hold.complaint', 'payment.pending'])).toBe(true);
  expect(hangsOnAccount(['hold.complaint', 'hold.first-flag'])).toBe(false);
  expect(hangsOnAccount([])).toBe(false);
});

test('the account’s word lets nothing go that is still too old, but ends a wait for a debt that is gone', () => {
  const old = NOON - 4 * DAY;
  const held = { since: old, ruleIds: ['evidence.stale'], recheckAt: NOON, cause: 'c', rechecks: 0 } as const;
  const of = caseOf('debt', { ...reasonAt(old), status: 'HELD', held });
  const ends = (said: ReturnType<typeof overdueAccount>) => endsHold(of, said, { now: NOON, book: shipped });

  expect(ends(account({ asOf: old }))).toBe(false);
  expect(ends(account({ asOf: NOON - HOUR }))).toBe(true);
  expect(ends(account({ asOf: old, overdue: money(0) }))).toBe(true);
  expect(ends(account({}, { pending: { sum: money(30_000), at: NOON - HOUR } }))).toBe(false);
  expect(ends(account({}, { pending: { sum: money(30_000), at: NOON - 6 * DAY } }))).toBe(true);
});
