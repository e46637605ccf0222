import { expect, test } from 'vitest';
import type { Attempt } from '#domain/case/case.ts';
import type { Evidence } from '#domain/contact/evidence.ts';
import type { Cap } from '#domain/policy/types.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#domain/time.ts';
import { attempt, NOON } from '../../support/cases.ts';
import {
  evidenceOf,
  judge,
  limited,
  overdueAccount,
  pointAt,
  said,
  thirdParty,
  told,
} from '../../support/rules/evidence.ts';
import { customerOf } from '../../support/rules/people.ts';
import { shipped } from '../../support/rules/policies.ts';

const sends = (...ages: number[]): Instant[] => ages.map((age) => NOON - age).toSorted((a, b) => a - b);
const tried = (attempts: readonly Attempt[]) => ({ attempts, attemptCount: attempts.length });

test('a number gets at most five texts in any 24 hours: the fifth goes, the sixth waits or is passed over', () => {
  const to = (times: Instant[], at = 'sms') => evidenceOf('service', { at, point: pointAt('p1', { sends: times }) });

  expect(told(to(sends(1, 2, 3, 4)))).toBe('ALLOW');
  expect(judge(to(sends(HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR)))).toMatchObject({
    verdict: 'DEFER',
    because: ['cap.number'],
    until: NOON + 19 * HOUR,
  });
  expect(told(evidenceOf('welfare', { point: pointAt('p1', { sends: sends(1, 2, 3, 4, 5) }) }))).toBe(
    'DENY address cap.number',
  );
});

test('the window slides: exactly 24 hours after the first of five there is room again', () => {
  const full = [24 * HOUR, 4, 3, 2, 1];
  const at = (shift: number) =>
    told(evidenceOf('fraud', { point: pointAt('p1', { sends: sends(...full).map((time) => time + shift) }) }));

  expect(at(0)).toBe('ALLOW');
  expect(at(1)).toBe('DEFER cap.number');
});

test('a cap that frees up while the step may still wait defers it until then; a later one passes it over', () => {
  const free = (age: number) =>
    told(evidenceOf('welfare', { point: pointAt('p1', { sends: sends(age, 4, 3, 2, 1) }) }));

  expect(free(24 * HOUR - 10 * MINUTE)).toBe('DEFER cap.number');
  expect(free(24 * HOUR - 10 * MINUTE - 1)).toBe('DENY address cap.number');
});

test('a full cap of texts never blocks a call', () => {
  expect(told(evidenceOf('welfare', { at: 'call', point: pointAt('p1', { sends: sends(1, 2, 3, 4, 5, 6) }) }))).toBe(
    'ALLOW',
  );
});

test('one case sends a number three texts in three days, of which answers and unsent texts are none', () => {
  const texts = (ages: readonly number[], change: Partial<Attempt> = {}) =>
    evidenceOf('service', { of: tried(ages.map((age, index) => attempt(index + 1, { at: NOON - age, ...change }))) });

  expect(told(texts([DAY, 2 * DAY]))).toBe('ALLOW');
  expect(told(texts([3 * DAY, 2 * DAY, DAY]))).toBe('ALLOW');
  expect(judge(texts([3 * DAY - 1, 2 * DAY, DAY]))).toMatchObject({
    verdict: 'DEFER',
    because: ['cap.case'],
    until: NOON + 1,
  });
  expect(told(texts([1, 2, 3], { state: 'NOT_SENT' }))).toBe('ALLOW');
  expect(told(texts([1, 2, 3], { answer: true }))).toBe('ALLOW');
  expect(told(texts([1, 2, 3], { point: 'p2' }))).toBe('ALLOW');
  expect(told(texts([1, 2, 3], { state: 'IN_DOUBT' }))).toBe('DEFER cap.case');
});

test('a fraud event sends its person three messages in three days over all channels and numbers', () => {
  const messages = [
    attempt(1, { channel: 'push' }),
    attempt(2, { point: 'p2' }),
    attempt(3, { channel: 'mail', point: 'm1' }),
  ];

  expect(told(evidenceOf('fraud', { of: tried(messages) }))).toBe('DENY step cap.case');
  expect(told(evidenceOf('fraud', { of: tried(messages.slice(1)) }))).toBe('ALLOW');
});

test('texts to the customer and to each contact person are counted apart', () => {
  const kin = { audience: 'contact', contactId: 'k1', point: 'p8' } as const;
  const customers = [1, 2, 3].map((n) => attempt(n, { state: 'ACCEPTED' }));

  expect(told(thirdParty('welfare', { of: tried(customers) }))).toBe('ALLOW');
  expect(told(thirdParty('welfare', { of: tried([1, 2, 3].map((n) => attempt(n, kin))) }))).toBe('DENY step cap.case');
  expect(
    told(thirdParty('welfare', { of: tried([1, 2, 3].map((n) => attempt(n, { ...kin, contactId: 'k2' }))) })),
  ).toBe('ALLOW');
});

test('a case makes sixteen attempts, refused steps and answers not counted', () => {
  const made = (attemptCount: number, uncounted?: number) =>
    evidenceOf('fraud', { of: { attemptCount, ...(uncounted === undefined ? {} : { uncounted }) } });

  expect(told(made(15))).toBe('ALLOW');
  expect(told(made(16))).toBe('DENY step cap.case');
  expect(told(made(30, 15))).toBe('ALLOW');
  expect(told(made(31, 15))).toBe('DENY step cap.case');
  expect(judge(made(31, 15)).counters).toContainEqual({ rule: 'cap.case', before: 16, limit: 16 });
});

test('sixteen attempts bind the plan, not the person who then has the case and calls', () => {
  const spent = evidenceOf('welfare', { at: 'call', of: { attemptCount: 16 } });

  expect(told(spent)).toBe('DENY step cap.case');
  expect(told({ ...spent, byPerson: true })).toBe('ALLOW');
  expect(told({ ...debtCall({ talks: [NOON], attemptCount: 16 }), byPerson: true })).toBe('DENY step cap.debt');
});

const debtCall = (of: Evidence['case'] | object, jurisdiction: 'CN' | 'US' | 'UK' = 'CN') =>
  evidenceOf('debt', {
    at: 'call',
    of,
    jurisdictions: [jurisdiction],
    customer: customerOf({ jurisdiction, timezone: 'Asia/Shanghai' }),
  });

test('a debtor is called three times a day in China, three times a week in the United States and Britain', () => {
  const dialled = (...ages: number[]) => ({ dials: sends(...ages) });

  expect(told(debtCall(dialled(1, 2)))).toBe('ALLOW');
  expect(told(debtCall(dialled(1, 2, 3)))).toBe('DENY address cap.number');
  expect(told(debtCall(dialled(DAY, 2, 3)))).toBe('ALLOW');
  for (const law of ['US', 'UK'] as const) {
    expect(told(debtCall(dialled(DAY, 2 * DAY), law))).toBe('ALLOW');
    expect(told(debtCall(dialled(DAY, 2 * DAY, 7 * DAY - 1), law))).toBe('DENY step cap.debt');
    expect(told(debtCall(dialled(DAY, 2 * DAY, 7 * DAY), law))).toBe('ALLOW');
  }
});

test('calls of other cases count too: to this number, and to this person about debts', () => {
  const dials = sends(HOUR, 2 * HOUR, 3 * HOUR);
  const number = { point: pointAt('p1', { dials }) };
  const person = { customer: customerOf({ sends: { any: [], debt: [], dials } }) };
  const spoke = { customer: customerOf({ sends: { any: [], debt: [], talks: [NOON - HOUR] } }) };

  expect(told({ ...debtCall({}), ...number })).toBe('DENY address cap.number');
  expect(told({ ...debtCall({ dials: dials.slice(1) }), point: pointAt('p1', { dials: dials.slice(1) }) })).toBe(
    'ALLOW',
  );
  expect(told({ ...debtCall({}, 'US'), ...number })).toBe('ALLOW');
  expect(told({ ...debtCall({}, 'US'), ...person })).toBe('DENY step cap.debt');
  expect(told({ ...debtCall({}), ...person })).toBe('ALLOW');
  expect(told({ ...debtCall({}), ...spoke })).toBe('DENY step cap.debt');
});

test('calls about anything else than a debt have no such cap', () => {
  expect(told(evidenceOf('welfare', { at: 'call', of: { dials: sends(1, 2, 3, 4, 5, 6, 7, 8) } }))).toBe('ALLOW');
});

test('a conversation about a debt ends the calls: for the day in China, for the week elsewhere', () => {
  const spoke = (age: number) => ({ talks: [NOON - age] });

  expect(told(debtCall(spoke(DAY - 1)))).toBe('DENY step cap.debt');
  expect(told(debtCall(spoke(DAY)))).toBe('ALLOW');
  expect(told(debtCall(spoke(6 * DAY), 'US'))).toBe('DENY step cap.debt');
  expect(told(debtCall(spoke(7 * DAY), 'UK'))).toBe('ALLOW');
});

test('in China a person gets one debt text a day, whichever debt it is about', () => {
  const texted = (age: number) =>
    evidenceOf('debt', { customer: customerOf({ sends: { any: [], debt: sends(age) } }) });

  expect(judge(texted(HOUR))).toMatchObject({ verdict: 'DEFER', because: ['cap.debt'], until: NOON + 23 * HOUR });
  expect(told(texted(DAY))).toBe('ALLOW');
});

const perPerson: Cap = {
  rule: 'cap.person',
  purposes: 'all',
  channels: ['sms'],
  counts: 'sent',
  max: 2,
  window: 'P1D',
};

test('a bank may cap the texts to a person over all numbers and purposes', () => {
  const book = limited({ caps: [...shipped.limits.caps, perPerson] });
  const evidence = evidenceOf('welfare', { customer: customerOf({ sends: { any: sends(1, 2), debt: [] } }) });

  expect(said(judge(evidence, NOON, book))).toBe('DENY step cap.person');
  expect(told(evidence)).toBe('ALLOW');
});

test('caps per person and per debt count nothing for a customer nobody knows', () => {
  const { customer: _none, ...unknown } = evidenceOf('debt');
  const book = limited({ caps: [{ ...perPerson, purposes: ['debt_reminder'] }] });

  expect(judge(unknown, NOON, book).counters).toEqual([
    { rule: 'cap.person', before: 0, limit: 2 },
    { rule: 'cap.debt', before: 0, limit: 1 },
    { rule: 'cap.case', before: 0, limit: 3 },
  ]);
});

test('the decision keeps every counter it looked at, before and limit', () => {
  const evidence = evidenceOf('debt', { account: overdueAccount(), point: pointAt('p1', { sends: sends(HOUR) }) });

  expect(judge(evidence).counters).toEqual([
    { rule: 'cap.number', before: 1, limit: 5 },
    { rule: 'cap.debt', before: 0, limit: 1 },
    { rule: 'cap.case', before: 0, limit: 3 },
  ]);
});
