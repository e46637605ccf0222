import { expect, test } from 'vitest';
import type { Evidence } from '#domain/contact/evidence.ts';
import type { Holder } from '#domain/contact/point.ts';
import { DAY } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { question } from '../../support/points.ts';
import { evidenceOf, firedRules, pointAt, thirdParty, told } from '../../support/rules/evidence.ts';
import { contactOf, customerOf, phone } from '../../support/rules/people.ts';

const without = <K extends keyof Evidence>(evidence: Evidence, key: K): Omit<Evidence, K> => {
  const { [key]: _gone, ...rest } = evidence;
  return rest;
};

test('a step on a channel that cannot send is passed over, whoever it is for', () => {
  const off = { channelsOn: ['call'] } as const;

  expect(told(evidenceOf('fraud', off))).toBe('DENY channel channel.off');
  expect(told(thirdParty('welfare', off))).toBe('DENY channel channel.off');
  expect(told(evidenceOf('fraud', { ...off, at: 'call' }))).toBe('ALLOW');
});

test('a customer without a number is not texted, without an app not pushed', () => {
  const nowhere = without(evidenceOf('fraud'), 'address') as Evidence;
  const noApp = evidenceOf('fraud', { at: 'push' });
  const app = evidenceOf('fraud', { at: 'push', customer: customerOf({ pushEndpoints: [phone('x').value] }) });

  expect(told(nowhere)).toBe('DENY channel contact-point.none');
  expect(told(noApp)).toBe('DENY channel contact-point.none');
  expect(told(app)).toBe('ALLOW');
});

test('a contact person without a number gives way to the next person', () => {
  expect(told(without(thirdParty('welfare'), 'address') as Evidence)).toBe('DENY address contact-point.none');
});

test('a number nobody has written about yet may be used', () => {
  expect(told(without(evidenceOf('fraud'), 'point') as Evidence)).toBe('ALLOW');
});

test('a quarantined number is used for nobody and nothing, not even for a call', () => {
  const point = pointAt('p1', { quarantine: { at: NOON - DAY, reason: 'wrong-person' } });

  expect(told(evidenceOf('welfare', { point }))).toBe('DENY address contact-point.quarantined');
  expect(told(evidenceOf('welfare', { point, at: 'call' }))).toBe('DENY address contact-point.quarantined');
  expect(told(thirdParty('welfare', { point }))).toBe('DENY address contact-point.quarantined');
});

test('STOP silences texts to the customer for the purposes it names; a call remains', () => {
  const all = pointAt('p1', { optOut: { at: NOON, purposes: 'all' } });
  const surveys = pointAt('p1', { optOut: { at: NOON, purposes: ['survey'] } });

  expect(told(evidenceOf('fraud', { point: all }))).toBe('DENY channel consent.withdrawn');
  expect(told(evidenceOf('fraud', { point: surveys }))).toBe('ALLOW');
  expect(told(evidenceOf('fraud', { point: all, at: 'call' }))).toBe('ALLOW');
});

test('STOP of a contact person silences everything to that person, and the next one is asked', () => {
  const point = pointAt('p8', { optOut: { at: NOON, purposes: 'all' } });

  expect(told(thirdParty('welfare', { point }))).toBe('DENY address consent.withdrawn');
  expect(told(thirdParty('welfare', { point, at: 'contact-call' }))).toBe('DENY address consent.withdrawn');
});

test('a number of known source may be asked though nobody verified it; for a debt it is refused', () => {
  const unverified = (source: string) => {
    const { verifiedAt: _never, ...address } = phone('p1', { source });
    return { address };
  };

  for (const source of ['contract', 'customer', 'branch', 'branch_form']) {
    expect(told(evidenceOf('fraud', unverified(source)))).toBe('ALLOW');
    expect(told(evidenceOf('debt', unverified(source)))).toBe('DENY address contact-point.unverified');
  }
  expect(firedRules(evidenceOf('fraud', unverified('bought list')))).toEqual(['contact-point.unverified']);
});

test('a verified number is trusted for 180 days', () => {
  const verified = (age: number) => evidenceOf('debt', { address: phone('p1', { verifiedAt: NOON - age }) });

  expect(told(verified(180 * DAY))).toBe('ALLOW');
  expect(told(verified(180 * DAY + 1))).toBe('DENY address contact-point.unverified');
  expect(told(evidenceOf('fraud', { address: phone('p1', { source: 'odd', verifiedAt: NOON - DAY }) }))).toBe('ALLOW');
});

const holder = (change: Partial<Holder> = {}): Holder => ({
  kind: 'customer',
  customerId: 'u2',
  verifiedAt: NOON - DAY,
  ...change,
});

test('somebody verified on the number more recently outranks the others', () => {
  const held = (one: Holder) => evidenceOf('fraud', { point: pointAt('p1', { holders: [one] }) });

  expect(told(held(holder()))).toBe('DENY address contact-point.newer-holder');
  expect(told(held(holder({ verifiedAt: NOON - 30 * DAY })))).toBe('ALLOW');
  expect(told(held(holder({ verifiedAt: NOON - 40 * DAY })))).toBe('ALLOW');
  expect(told(held({ kind: 'customer', customerId: 'u2' }))).toBe('ALLOW');
});

test('one person’s own two roles on a number do not compete', () => {
  const mine = holder({ kind: 'contact', customerId: 'u1', contactId: 'k1' });

  expect(told(evidenceOf('fraud', { point: pointAt('p1', { holders: [mine] }) }))).toBe('ALLOW');
});

test('a number that was never verified for its holder yields to anybody who was', () => {
  const { verifiedAt: _never, ...address } = phone('p1');

  expect(
    firedRules(evidenceOf('fraud', { address, point: pointAt('p1', { holders: [holder({ verifiedAt: 1 })] }) })),
  ).toEqual(['contact-point.newer-holder']);
});

test('a contact person counts as verified with their record where the number itself was not', () => {
  const { verifiedAt: _never, ...address } = phone('p8', { source: 'customer' });
  const point = pointAt('p8', { holders: [holder({ verifiedAt: NOON - 40 * DAY })] });

  expect(told(thirdParty('welfare', { address, point, contact: contactOf({ id: 'k1' }) }))).toBe('ALLOW');
});

/** 105 tokens, all used in the given period. */
const spent = new Uint8Array(14).fill(255);
const none = new Uint8Array(14);

test('a number on which all 105 tokens are in use gets no new question until one is free', () => {
  const tokens = { since: NOON - DAY, current: spent, previous: none };
  const last = { since: NOON - DAY, current: none, previous: spent };
  const allButOne = Uint8Array.from(spent, (byte, index) => (index === 13 ? byte - 1 : byte));

  expect(told(evidenceOf('fraud', { point: pointAt('p1', { tokens }) }))).toBe('DENY address token.exhausted');
  expect(told(evidenceOf('fraud', { point: pointAt('p1', { tokens: last }) }))).toBe('DENY address token.exhausted');
  expect(told(evidenceOf('fraud', { point: pointAt('p1', { tokens: { ...tokens, current: allButOne } }) }))).toBe(
    'ALLOW',
  );
  expect(told(evidenceOf('fraud', { at: 'call', point: pointAt('p1', { tokens }) }))).toBe('ALLOW');
});

test('tokens rest for 30 to 60 days, also on a number nobody has texted in between', () => {
  const tokens = { since: NOON - 30 * DAY, current: none, previous: spent };
  const aged = (days: number) =>
    evidenceOf('fraud', { point: pointAt('p1', { tokens: { ...tokens, since: NOON - days * DAY } }) });
  const used = (days: number) =>
    evidenceOf('fraud', {
      point: pointAt('p1', { tokens: { since: NOON - days * DAY, current: spent, previous: none } }),
    });

  expect([told(aged(29)), told(aged(30))]).toEqual(['DENY address token.exhausted', 'ALLOW']);
  expect([told(used(59)), told(used(60))]).toEqual(['DENY address token.exhausted', 'ALLOW']);
});

test('a number on which no token was ever given out has all of them free', () => {
  const empty = new Uint8Array(0);
  const fresh = (days: number) =>
    evidenceOf('fraud', {
      point: pointAt('p1', { tokens: { since: NOON - days * DAY, current: empty, previous: empty } }),
    });

  expect([told(fresh(0)), told(fresh(40))]).toEqual(['ALLOW', 'ALLOW']);
});

test('a second text of the same question keeps its token', () => {
  const tokens = { since: NOON - DAY, current: spent, previous: none };
  const asked = pointAt('p1', { tokens, questions: [question({ caseId: 'c1', audience: 'customer' })] });
  const other = pointAt('p1', { tokens, questions: [question({ caseId: 'c9' })] });

  expect(told(evidenceOf('fraud', { point: asked }))).toBe('ALLOW');
  expect(told(evidenceOf('fraud', { point: other }))).toBe('DENY address token.exhausted');
});

test('of a customer nobody knows yet nothing else is said than that', () => {
  const { customer: _none, address: _gone, ...unknown } = evidenceOf('fraud');
  const { customer: _nobody, ...push } = evidenceOf('fraud', { at: 'push' });

  expect(firedRules(unknown)).toEqual(['customer.unknown']);
  expect(firedRules(push)).toEqual(['customer.unknown']);
});

test('a push goes where the bank’s app was registered, whatever is written about it, unless it was put in quarantine', () => {
  const customer = customerOf({ pushEndpoints: [phone('x').value] });
  const push = evidenceOf('fraud', { at: 'push', customer, point: pointAt('p1', { sends: [NOON - 1] }) });

  expect(told(push)).toBe('ALLOW');
  expect(told(without(push, 'address') as Evidence)).toBe('ALLOW');
  expect(told(without(push, 'point') as Evidence)).toBe('ALLOW');
  expect(told({ ...push, point: pointAt('p1', { quarantine: { at: NOON, reason: 'gone' } }) })).toBe(
    'DENY address contact-point.quarantined',
  );
});

test('a contact person’s number is as good as the person’s own verification', () => {
  const { verifiedAt: _never, ...unverified } = phone('p8', { source: 'bought list' });

  expect(told(thirdParty('welfare', { address: unverified }))).toBe('ALLOW');
});

test('what is known of a contact person does not make the customer’s own number any newer', () => {
  const { verifiedAt: _never, ...unverified } = phone('p1', { source: 'branch' });
  const point = pointAt('p1', { holders: [holder({ verifiedAt: NOON - 30 * DAY })] });
  const contact = contactOf({ id: 'k1' }, { verifiedAt: NOON });

  expect(told(evidenceOf('fraud', { address: unverified, point, contact }))).toBe(
    'DENY address contact-point.newer-holder',
  );
});

test('a question to a contact person keeps no token for one to the customer on the same number', () => {
  const tokens = { since: NOON, current: new Uint8Array(14).fill(255), previous: new Uint8Array(14) };
  const asked = (audience: 'customer' | 'contact') =>
    pointAt('p1', { tokens, questions: [question({ caseId: 'c1', audience })] });

  expect(told(evidenceOf('fraud', { point: asked('customer') }))).toBe('ALLOW');
  expect(told(evidenceOf('fraud', { point: asked('contact') }))).toBe('DENY address token.exhausted');
});
