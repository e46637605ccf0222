import { expect, test } from 'vitest';
import type { Flag, Hold } from '#domain/customer/customer.ts';
import { DAY } from '#domain/time.ts';
import type { Purpose } from '#domain/words.ts';
import { NOON } from '../../support/cases.ts';
import { evidenceOf, firedRules, judge, type Kind, thirdParty, told } from '../../support/rules/evidence.ts';
import { customerOf } from '../../support/rules/people.ts';

const KINDS = ['fraud', 'welfare', 'service', 'debt'] as const;
const flagged = (kind: Kind, flag: Flag, at = 'sms') =>
  told(evidenceOf(kind, { at, customer: customerOf({ flags: [flag] }) }));

test('nothing is sent to a customer nobody knows yet; the case waits for the record', () => {
  const { customer: _none, ...unknown } = evidenceOf('fraud');

  expect(told(unknown)).toBe('HOLD customer.unknown');
  expect(judge(unknown)).not.toHaveProperty('knownEnd');
});

test('a deceased customer ends every case, also at the moment of a call', () => {
  for (const kind of KINDS) {
    expect(flagged(kind, 'deceased')).toBe('DENY case customer.deceased');
    expect(flagged(kind, 'deceased', 'call')).toBe('DENY case customer.deceased');
  }
});

test('a vulnerable customer is reminded of a debt only by a person', () => {
  expect(flagged('debt', 'vulnerable')).toBe('DENY step customer.vulnerable');
  expect(flagged('debt', 'vulnerable', 'call')).toBe('ALLOW');
  expect(flagged('fraud', 'vulnerable')).toBe('ALLOW');
  expect(flagged('welfare', 'vulnerable')).toBe('ALLOW');
});

test('no automatic text about a vulnerable customer goes to anybody else; a person may call', () => {
  const customer = customerOf({ flags: ['vulnerable'] });

  expect(told(thirdParty('welfare', { customer }))).toBe('DENY step customer.vulnerable');
  expect(told(thirdParty('welfare', { customer, at: 'contact-call' }))).toBe('ALLOW');
});

test('a represented customer or a minor is not contacted about a debt at all, also not by a call', () => {
  expect(flagged('debt', 'represented')).toBe('DENY step customer.represented');
  expect(flagged('debt', 'represented', 'call')).toBe('DENY step customer.represented');
  expect(flagged('debt', 'minor')).toBe('DENY step customer.minor');
  expect(firedRules(evidenceOf('debt', { customer: customerOf({ flags: ['minor', 'represented'] }) }))).toEqual([
    'customer.minor',
    'customer.represented',
  ]);
  expect(flagged('fraud', 'represented')).toBe('ALLOW');
  expect(flagged('fraud', 'minor')).toBe('ALLOW');
});

test('staff of the bank are customers like any other', () => {
  expect(KINDS.map((kind) => flagged(kind, 'staff'))).toEqual(['ALLOW', 'ALLOW', 'ALLOW', 'ALLOW']);
});

const holding = (rule: Hold['rule'], purposes: readonly Purpose[]) =>
  customerOf({ holds: [{ rule, cause: 'm1', since: NOON - DAY, purposes }] });

test.each(['hold.complaint', 'hold.dispute', 'hold.staff'] as const)(
  'a customer under %s waits, for the purposes it bears on, and is looked at again every day',
  (rule) => {
    const evidence = evidenceOf('debt', { customer: holding(rule, ['debt_reminder']) });

    expect(judge(evidence)).toMatchObject({ verdict: 'HOLD', because: [rule], knownEnd: NOON + DAY });
    expect(told(evidenceOf('debt', { customer: holding(rule, ['survey']) }))).toBe('ALLOW');
  },
);

test('while somebody sees to trouble that the customer is in, nothing goes out before court; it is looked at again every day', () => {
  const inTrouble = { ...evidenceOf('debt'), inTrouble: true };

  expect(judge(inTrouble)).toMatchObject({ verdict: 'HOLD', because: ['hold.welfare'], knownEnd: NOON + DAY });
});

test('a hold lists all its rules, each once', () => {
  const twice = [
    { rule: 'hold.complaint', cause: 'm1', since: NOON, purposes: ['debt_reminder'] },
    { rule: 'hold.complaint', cause: 'm2', since: NOON, purposes: ['debt_reminder'] },
    { rule: 'hold.dispute', cause: 'm3', since: NOON, purposes: ['debt_reminder'] },
  ] as const satisfies readonly Hold[];

  expect(told(evidenceOf('debt', { customer: customerOf({ holds: twice }) }))).toBe('HOLD hold.complaint hold.dispute');
});

test('without a consents field service rests on the contract; an empty list permits nothing', () => {
  expect(told(evidenceOf('fraud'))).toBe('ALLOW');
  expect(told(evidenceOf('fraud', { customer: customerOf({ consents: [] }) }))).toBe('DENY channel consent.missing');
});

test('a consent permits its purpose, on its channel where it names one, and no more', () => {
  const consent = { proof: 'form-3', at: NOON - DAY } as const;
  const list = (purpose: Purpose, channel?: 'sms' | 'mail') =>
    customerOf({ consents: [{ ...consent, purpose, ...(channel === undefined ? {} : { channel }) }] });

  expect(told(evidenceOf('debt', { customer: list('debt_reminder') }))).toBe('ALLOW');
  expect(told(evidenceOf('debt', { customer: list('debt_reminder', 'sms') }))).toBe('ALLOW');
  expect(told(evidenceOf('debt', { customer: list('debt_reminder', 'mail') }))).toBe('DENY channel consent.missing');
  expect(firedRules(evidenceOf('debt', { customer: list('survey') }))).toEqual(['consent.missing']);
});

test('the customer’s list of consents does not bind the people they named', () => {
  expect(told(thirdParty('welfare', { customer: customerOf({ consents: [] }) }))).toBe('ALLOW');
});
