import { expect, test } from 'vitest';
import { evidenceItems } from '#domain/contact/gate/evidence.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { accountOf } from '../../support/accounts.ts';
import { caseOf, NOON } from '../../support/cases.ts';
import { evidenceOf, overdueAccount, pointAt, thirdParty } from '../../support/rules/evidence.ts';
import { contactOf, customerOf, phone } from '../../support/rules/people.ts';

const factsOf = (evidence: Parameters<typeof evidenceItems>[0]) =>
  Object.fromEntries(evidenceItems(evidence).map(({ kind, facts }) => [kind, facts]));

test('the decision about a debt keeps the sum, the days, what is pending and when it was flagged', () => {
  const pending = { sum: { minor: 100, currency: 'CNY' }, at: NOON - HOUR };

  expect(factsOf(evidenceOf('debt', { account: overdueAccount({ pending }) }))).toEqual({
    reason: { code: 'overdue', eventId: 'e1' },
    account: {
      status: 'open',
      overdueMinor: 30_000,
      currency: 'CNY',
      daysPastDue: 9,
      pendingMinor: 100,
      flaggedAt: NOON - 2 * DAY,
      reasonVersion: 4,
    },
    customer: { flags: '', holds: '', consents: 'contract', gateVersion: 2 },
    'contact-point': {
      point: 'p1',
      verifiedAt: phone('p1').verifiedAt,
      optedOut: false,
      quarantined: false,
      holders: 0,
      version: 6,
    },
  });
});

test('the decision keeps whose word on the debt it rests on, not whatever was said of the account since', () => {
  const words = { debt: { asOf: NOON - 3 * HOUR, source: 'urn:bank:loans' } };
  const state = { sequence: 7, asOf: NOON - HOUR, source: 'urn:bank:core', daysPastDue: 9, words };
  const account = overdueAccount({ state });
  const itemOf = (on?: 'overdue' | 'fact') =>
    evidenceItems(evidenceOf('debt', { account }), on).find(({ kind }) => kind === 'account');

  expect(itemOf('overdue')).toMatchObject({ asOf: NOON - 3 * HOUR, source: 'urn:bank:loans', sequence: 7 });
  expect(itemOf()).toMatchObject({ asOf: NOON - HOUR, source: 'urn:bank:core', sequence: 7 });
});

test('what was never said is left out, and an account without a state is no evidence', () => {
  const items = evidenceItems(evidenceOf('fraud', { account: accountOf() }));
  const dormant = factsOf(evidenceOf('service'));

  expect(items.map(({ kind }) => kind)).toEqual(['reason', 'customer', 'contact-point']);
  expect(dormant['account']).toEqual({ status: 'dormant', reasonVersion: accountOf().reasonVersion });
  expect(evidenceItems({ ...evidenceOf('fraud'), case: caseOf('welfare') })[0]).not.toHaveProperty('sequence');
});

test('the decision keeps the amount asked about, flags, holds and consents of the person, and the state of the number', () => {
  const reason = { ...caseOf('fraud').reason, amount: { minor: 99_00, currency: 'EUR' } };
  const hold = { rule: 'hold.complaint', cause: 'm1', since: NOON, purposes: ['survey'] } as const;
  const consent = { purpose: 'fraud_security', proof: 'form-3', at: NOON } as const;
  const customer = customerOf({
    flags: ['staff', 'vulnerable'],
    holds: [hold, { ...hold, rule: 'hold.dispute' }],
    consents: [consent, { ...consent, purpose: 'survey' }],
  });
  const point = pointAt('p1', {
    optOut: { at: NOON, purposes: ['survey'] },
    quarantine: { at: NOON, reason: 'r' },
    holders: [{ kind: 'customer', customerId: 'u1' }],
  });

  const joinedAmount = { minor: 700_00, currency: 'EUR' };
  expect(factsOf(evidenceOf('fraud', { of: { reason, joinedAmount }, customer, point }))).toMatchObject({
    reason: {
      code: 'unusual-amount',
      eventId: 'e1',
      amountMinor: 99_00,
      currency: 'EUR',
      joinedMinor: 700_00,
      joinedCurrency: 'EUR',
    },
    customer: { flags: 'staff,vulnerable', holds: 'hold.complaint,hold.dispute', consents: 'fraud_security,survey' },
    'contact-point': { optedOut: true, quarantined: true, holders: 1, version: 6 },
  });
});

test('a number nobody has written about has version 0 and no holder', () => {
  const { point: _none, ...unwritten } = evidenceOf('fraud');

  expect(factsOf(unwritten)['contact-point']).toMatchObject({
    optedOut: false,
    quarantined: false,
    holders: 0,
    version: 0,
  });
});

test('a decision about a third party keeps who it is by number and order, the consent, and the proof', () => {
  const items = evidenceItems(thirdParty('welfare', { feed: { source: 'urn:bank:core', newestAt: NOON - HOUR } }));
  const { verifiedAt: _never, ...unverified } = contactOf({ id: 'k1' });

  expect(items.find(({ kind }) => kind === 'contact')).toMatchObject({
    source: contactOf({ id: 'k1' }).source,
    asOf: contactOf({ id: 'k1' }).verifiedAt,
    facts: { id: 'k1', order: 1, consent: true, version: 4 },
  });
  expect(items.find(({ kind }) => kind === 'proof')).toMatchObject({
    source: 'case',
    asOf: NOON,
    facts: { attempts: '1,3', channels: 'sms,call' },
  });
  expect(items.find(({ kind }) => kind === 'feed')).toMatchObject({ asOf: NOON - HOUR, facts: {} });
  expect(
    evidenceItems(thirdParty('welfare', { contact: unverified })).map(({ kind, asOf }) => [kind, asOf]),
  ).toContainEqual(['contact', unverified.asOf]);
  expect(
    evidenceItems(thirdParty('welfare', { proof: { proven: false, missing: ['steps'] } })).map(({ kind }) => kind),
  ).not.toContain('proof');
});

test('a hash is that of the kind, the source, the sequence, the time and the facts, and stays what it is', () => {
  const hashes = evidenceItems(evidenceOf('debt')).map(({ hash }) => hash);

  // As another program works them out from the same words.
  expect([hashes[0], hashes[2]]).toEqual(['5b14fc86816078cb', '4160cf3b565ee4da']);
});
