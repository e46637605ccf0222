import { expect, test } from 'vitest';
import type { Evidence } from '#domain/contact/evidence.ts';
import type { ProofResult } from '#domain/contact/proof.ts';
import type { Money } from '#domain/money.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { PURPOSES } from '#domain/words.ts';
import { caseOf, NOON } from '../../support/cases.ts';
import {
  evidenceOf,
  firedRules,
  judge,
  overdueAccount,
  pointAt,
  said,
  stepOf,
  thirdParty,
  told,
} from '../../support/rules/evidence.ts';
import { contactOf } from '../../support/rules/people.ts';
import { bookWith, planOf, shipped } from '../../support/rules/policies.ts';

const kin = (change: Parameters<typeof contactOf>[1]) =>
  thirdParty('welfare', { contact: contactOf({ id: 'k1' }, change) });

test('a contact person may be asked where law permits, the customer is proven out of reach and the person agreed', () => {
  expect(told(thirdParty('welfare'))).toBe('ALLOW');
});

test('nobody but the customer ever hears of a debt, a dispute, an offer, a complaint or a survey', () => {
  const never = PURPOSES.filter((purpose) => {
    const evidence = { ...thirdParty('welfare'), case: { ...caseOf('welfare'), purpose }, account: overdueAccount() };
    return said(judge(evidence)).includes('third-party.not-permitted');
  });

  expect(never).toEqual(['debt_reminder', 'pre_litigation', 'negotiation_followup', 'complaint_followup', 'survey']);
  expect(firedRules({ ...thirdParty('welfare'), case: { ...caseOf('welfare'), purpose: 'survey' } })).toContain(
    'third-party.not-permitted',
  );
});

test('under two laws the stricter decides, and law that is not known permits nobody', () => {
  const pack = (id: 'CN' | 'US' | 'UK') => {
    const found = shipped.pack(id);
    if (found === undefined) throw new Error('pack');
    return found;
  };
  const lax = { ...pack('CN'), thirdParty: { ...pack('CN').thirdParty, welfare: 'allow' as const } };
  const strict = { ...pack('US'), thirdParty: { ...pack('US').thirdParty, welfare: 'never' as const } };
  const book = bookWith({ pack: (id) => (id === 'CN' ? lax : id === 'US' ? strict : undefined) });
  const without = contactOf({ id: 'k1' }, { consent: { given: false } });

  expect(said(judge(thirdParty('welfare', { contact: without }), NOON, book))).toBe('ALLOW');
  expect(said(judge(thirdParty('welfare', { jurisdictions: ['CN', 'US'] }), NOON, book))).toBe(
    'DENY step third-party.not-permitted',
  );
  expect(said(judge(thirdParty('welfare', { jurisdictions: ['UK'] }), NOON, book))).toBe(
    'DENY step third-party.not-permitted',
  );
  expect(said(judge(thirdParty('welfare', { jurisdictions: [] }), NOON, book))).toContain('third-party.not-permitted');
});

test('a fraud case reaches a contact person only when it is critical and above the confirming limit', () => {
  const money = (minor: number, currency = 'CNY') => ({ ...caseOf('fraud').reason, amount: { minor, currency } });
  const fraud = (of: Evidence['case']) => told({ ...thirdParty('fraud'), case: of });

  expect(fraud(caseOf('fraud', { severity: 'critical', reason: money(5_000_001) }))).toBe('ALLOW');
  expect(fraud(caseOf('fraud', { severity: 'critical', reason: money(5_000_000) }))).toBe(
    'DENY step third-party.not-permitted',
  );
  expect(fraud(caseOf('fraud', { severity: 'high', reason: money(9_000_000) }))).toBe(
    'DENY step third-party.not-permitted',
  );
  expect(fraud(caseOf('fraud', { severity: 'critical' }))).toBe('DENY step third-party.not-permitted');
  expect(fraud(caseOf('fraud', { severity: 'critical', reason: money(1, 'JPY') }))).toBe('ALLOW');
  const joined = (minor: number, joinedAmount: Money) =>
    fraud(caseOf('fraud', { severity: 'critical', reason: money(minor), joinedAmount }));
  expect(joined(90_000, { minor: 5_000_001, currency: 'CNY' })).toBe('ALLOW');
  expect(joined(5_000_001, { minor: 1, currency: 'GBP' })).toBe('ALLOW');
  expect(joined(90_000, { minor: 5_000_000, currency: 'CNY' })).toBe('DENY step third-party.not-permitted');
});

test('a bank’s own step without further wishes asks the person all the same only with proof and consent', () => {
  const { requires: _none, ...step } = stepOf('welfare', 'contact');

  expect(told(thirdParty('welfare', { step }))).toBe('ALLOW');
  expect(told(thirdParty('welfare', { step, proof: { proven: false, missing: ['steps'] } }))).toBe(
    'DENY step third-party.no-proof',
  );
});

test('without proof that the customer is out of reach nobody else is asked', () => {
  const proof = (result: ProofResult): Evidence => thirdParty('welfare', { proof: result });
  const { proof: _none, ...bare } = thirdParty('welfare');

  expect(told(bare)).toBe('DENY step third-party.no-proof');
  expect(told(proof({ proven: false, missing: ['channels'] }))).toBe('DENY step third-party.no-proof');
  expect(judge(proof({ proven: false, missing: ['silence'], notBefore: NOON + HOUR }))).toMatchObject({
    verdict: 'DEFER',
    until: NOON + HOUR,
    because: ['third-party.no-proof'],
  });
});

test('a person who did not agree, who refused, who was removed or who is not on record is not asked', () => {
  expect(told(kin({ consent: { given: false } }))).toBe('DENY address third-party.no-consent');
  expect(told(kin({ refusedAt: NOON - DAY }))).toBe('DENY address third-party.refused');
  expect(told(kin({ removed: true }))).toBe('DENY address contact.removed');
  const { contact: _none, ...nobody } = thirdParty('welfare');
  expect(told(nobody)).toBe('DENY step contact-point.none');
});

test('a person whose details were not verified for 180 days is not asked', () => {
  const { verifiedAt: _never, ...never } = contactOf({ id: 'k1' });

  expect(told(kin({ verifiedAt: NOON - 180 * DAY }))).toBe('ALLOW');
  expect(told(kin({ verifiedAt: NOON - 180 * DAY - 1 }))).toBe('DENY address third-party.stale');
  expect(told(thirdParty('welfare', { contact: never }))).toBe('DENY address third-party.stale');
});

test('every reason against a person is named', () => {
  expect(firedRules(kin({ removed: true, refusedAt: NOON, consent: { given: false }, verifiedAt: 0 }))).toEqual([
    'contact.removed',
    'third-party.refused',
    'third-party.no-consent',
    'third-party.stale',
  ]);
});

test('these rules are silent about the customer', () => {
  expect(told(evidenceOf('debt', { proof: { proven: false, missing: ['never'] } }))).toBe('ALLOW');
});

test('five texts in a day to a contact person’s number are as many as to anybody’s', () => {
  const sends = [1, 2, 3, 4, 5].map((hours) => NOON - hours * HOUR);

  expect(told(thirdParty('welfare', { point: pointAt('p8', { sends }) }))).toBe('DENY address cap.number');
});

test('the plans ask a contact person only by the relay text, with proof', () => {
  for (const kind of ['fraud', 'welfare', 'service'] as const) {
    expect(stepOf(kind, 'contact')).toMatchObject({ audience: 'contact', template: 'contact.relay' });
    expect(stepOf(kind, 'contact').requires).toContain('proof');
  }
  expect(planOf('debt-reminder').steps.some((step) => step.audience === 'contact')).toBe(false);
});

test('to be told that one was named needs neither proof nor verification, but the consent that the law asks for', () => {
  const [step] = planOf('contact-notice').steps;
  if (step === undefined) throw new Error('contact-notice has a step');
  const asked = thirdParty('welfare', { contact: contactOf({ id: 'k1' }, { consent: { given: true } }) });
  const { proof: _none, ...unproven } = asked;
  const never = { ...contactOf({ id: 'k1' }, { consent: { given: false } }) };

  expect(firedRules({ ...unproven, step })).not.toContain('third-party.no-proof');
  expect(firedRules({ ...unproven })).toContain('third-party.no-proof');
  expect(firedRules({ ...unproven, step, contact: never })).toContain('third-party.no-consent');
});
