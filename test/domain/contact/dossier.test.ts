import { expect, test } from 'vitest';
import type { Account } from '#domain/account/account.ts';
import { type ContactSettings, type Dossier, evidenceFor } from '#domain/contact/dossier.ts';
import { gate } from '#domain/contact/gate/gate.ts';
import type { Customer } from '#domain/customer/customer.ts';
import { customerId } from '#domain/ids.ts';
import { type Sensitive, sensitive } from '#domain/sensitive.ts';
import { destinationOf } from '#domain/spend/destination.ts';
import { MINUTE } from '#domain/time.ts';
import { lawOfNumber } from '#policies/calling-codes.ts';
import { attempt, caseOf, NOON } from '../../support/cases.ts';
import { firedRules, overdueAccount, stepOf } from '../../support/rules/evidence.ts';
import { contactOf, customerOf, phone } from '../../support/rules/people.ts';
import { planOf, shipped } from '../../support/rules/policies.ts';

const CHINESE = '+8613900000002';
const AMERICAN = '+12125550123';
const settings: ContactSettings = {
  jurisdiction: 'CN',
  pausedPurposes: [],
  channelsOn: ['sms', 'call'],
  lawOfNumber: (number) => lawOfNumber(number.reveal()),
  destinationOf: () => ({ country: 'CN', allowed: true, range: '+86139' }),
};

/** Evidence for asking a contact person in a case of fraud whose first text was sent half an hour ago. */
function asked(numbers: { readonly own: string; readonly contact: string }) {
  const step = stepOf('fraud', 'contact');
  const contact = contactOf({ id: 'k1' });
  const customer = customerOf({ phones: [phone('p1', { value: sensitive(numbers.own) })] });
  const plan = planOf('fraud-card');
  const dossier: Dossier = { plan, people: { customer, contacts: [contact] }, account: undefined, points: new Map() };
  const of = caseOf('fraud', { step: plan.steps.indexOf(step), attempts: [attempt(1, { at: NOON - 30 * MINUTE })] });
  const address = phone('p8', { value: sensitive(numbers.contact) });
  const candidate = { step, position: { step: of.step, round: 0 }, address, contact };
  return evidenceFor(candidate, { of, dossier, now: NOON }, { book: shipped, settings });
}

test('whether the customer is out of reach does not depend on who is asked for them', () => {
  const here = asked({ own: CHINESE, contact: CHINESE });

  expect(here.proof).toMatchObject({ proven: false, missing: ['silence'] });
  expect(asked({ own: CHINESE, contact: AMERICAN }).proof).toEqual(here.proof);
  // The hours of the customer's own number count: there is less of the day in which silence means anything.
  const abroad = asked({ own: AMERICAN, contact: CHINESE }).proof;
  expect(abroad).toMatchObject({ proven: false, missing: ['silence'] });
  expect(abroad).not.toEqual(here.proof);
});

test('what another customer’s account says is no evidence: neither for a contact nor in its decision', () => {
  const plan = planOf('debt-reminder');
  const step = stepOf('debt', 'sms');
  const customer = customerOf();
  const [address = phone('p1')] = customer.phones;
  const of = caseOf('debt', { step: plan.steps.indexOf(step) });
  const evidenceOn = (account: Account) =>
    evidenceFor(
      { step, position: { step: of.step, round: 0 }, address },
      { of, dossier: { plan, people: { customer, contacts: [] }, account, points: new Map() }, now: NOON },
      { book: shipped, settings },
    );

  const foreign = evidenceOn(overdueAccount({ customerId: customerId('u2') }));

  expect(evidenceOn(overdueAccount()).account).toBeDefined();
  expect(foreign.account).toBeUndefined();
  expect(gate(foreign, NOON, shipped)).toMatchObject({ verdict: 'HOLD' });
  expect(gate(foreign, NOON, shipped).rules).toContain('evidence.stale');
});

test('whose number is of a country without a pack, and who declared nothing, is under no law that is on file', () => {
  const { jurisdiction: _law, timezone: _zone, ...undeclared } = customerOf();
  const told = (number: string, customer: Customer, channel: 'call' | 'mail' = 'call', of = caseOf('debt')) => {
    const plan = planOf('debt-reminder');
    const dossier: Dossier = { plan, people: { customer, contacts: [] }, account: undefined, points: new Map() };
    const step = { ...stepOf('debt', 'call'), channel };
    const candidate = { step, position: { step: 2, round: 0 }, address: phone('p1', { value: sensitive(number) }) };
    return evidenceFor(candidate, { of, dossier, now: NOON }, { book: shipped, settings: abroad });
  };
  const abroad = { ...settings, destinationOf: (number: Sensitive<string>) => destinationOf(number.reveal(), {}) };

  expect(told('+4915112345678', undeclared).jurisdictions).toEqual([]);
  expect(told('+4915112345678', undeclared, 'mail').jurisdictions).toEqual(['CN']);
  expect(told('+447400123456', undeclared).jurisdictions).toEqual(['CN', 'UK']);
  expect(told(CHINESE, undeclared).jurisdictions).toEqual(['CN']);
  expect(told('+4915112345678', customerOf()).jurisdictions).toEqual(['CN']);
  expect(told('+4915112345678', { ...undeclared, jurisdiction: 'UK' }).jurisdictions).toEqual(['UK']);
  expect(told('+4915112345678', { ...undeclared, timezone: 'Europe/Berlin' }).jurisdictions).toEqual(['CN']);
  expect(firedRules(told('+4915112345678', undeclared))).toContain('policy.none');
  // Whoever is in trouble is asked at whatever hour it is there.
  expect(told('+4915112345678', undeclared, 'call', caseOf('welfare')).jurisdictions).toEqual(['CN']);
});

test('the law of a contact person is that of their own number', () => {
  expect(asked({ own: AMERICAN, contact: CHINESE }).jurisdictions).toEqual(['CN']);
  expect(asked({ own: CHINESE, contact: AMERICAN })).toMatchObject({
    jurisdictions: ['CN', 'US'],
    number: { jurisdiction: 'US', zones: ['America/New_York'] },
  });
});
