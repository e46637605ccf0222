import { expect, test } from 'vitest';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import type { AnswerEvidence } from '#domain/contact/gate/answer.ts';
import { gateAnswer } from '#domain/contact/gate/answer.ts';
import { evidenceItems } from '#domain/contact/gate/evidence.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { evidenceOf, firedRules, judge, pointAt, told } from '../../support/rules/evidence.ts';
import { phone } from '../../support/rules/people.ts';
import { shipped } from '../../support/rules/policies.ts';

const spent = (until: number) => ({ rule: 'budget.spent', until }) as const;

test('a text that cannot be paid for waits until it can, spread over the ten minutes after it', () => {
  const at = (seed: number) => judge(evidenceOf('debt', { spent: spent(NOON + HOUR), seed }));

  expect(at(0)).toMatchObject({ verdict: 'DEFER', because: ['budget.spent'], until: NOON + HOUR });
  expect(at(599)).toMatchObject({ until: NOON + HOUR + 599 * SECOND });
  expect(at(600)).toMatchObject({ until: NOON + HOUR });
});

test('an urgent text waits for an allowance no longer than its step would, and then gives way to the next', () => {
  const urgent = (until: number) =>
    told(evidenceOf('welfare', { of: { lane: 'urgent' }, spent: spent(until), seed: 0 }));
  const calm = (until: number) => told(evidenceOf('welfare', { of: { lane: 'normal' }, spent: spent(until), seed: 0 }));

  expect(urgent(NOON + 10 * MINUTE)).toBe('DEFER budget.spent');
  expect(urgent(NOON + 10 * MINUTE + 1)).toBe('DENY step budget.spent');
  expect(calm(NOON + 10 * MINUTE + 1)).toBe('DEFER budget.spent');
});

test('a text that would be too old when it can be paid for is dropped', () => {
  const fraud = (until: number) => told(evidenceOf('fraud', { of: { lane: 'normal' }, spent: spent(until), seed: 0 }));

  expect(fraud(NOON + 30 * MINUTE)).toBe('DEFER budget.spent');
  expect(fraud(NOON + 30 * MINUTE + 1)).toBe('DENY step budget.spent');
  expect(
    told(evidenceOf('fraud', { at: 'sms-again', of: { lane: 'normal' }, spent: spent(NOON + DAY), seed: 0 })),
  ).toBe('DEFER budget.spent');
});

test('a text waits for another case’s text to the same number as long as that may take; a call does not', () => {
  const busy = (sends: readonly number[]) =>
    judge(evidenceOf('service', { busy: true, point: pointAt('p1', { sends }) }));
  const { point: _none, ...unwritten } = evidenceOf('service', { busy: true });

  expect(busy([NOON - MINUTE, NOON - SECOND])).toMatchObject({
    verdict: 'DEFER',
    because: ['contact-point.busy'],
    until: NOON - SECOND + SEND_DEADLINE,
  });
  expect(busy([])).toMatchObject({ until: NOON + SEND_DEADLINE });
  expect(judge(unwritten)).toMatchObject({ until: NOON + SEND_DEADLINE });
  expect(told(evidenceOf('welfare', { at: 'call', busy: true }))).toBe('ALLOW');
  expect(told(evidenceOf('service', { busy: false }))).toBe('ALLOW');
});

const abroad = { country: 'FR', allowed: false, range: '+33612345' } as const;

test('no text goes to a country that the bank has not named, and the decision says which', () => {
  const { country: _none, ...nowhere } = abroad;
  const country = (evidence: Parameters<typeof evidenceItems>[0]) =>
    evidenceItems(evidence).find(({ kind }) => kind === 'country');
  const { address: _gone, ...unaddressed } = evidenceOf('fraud', { destination: abroad });

  expect(told(evidenceOf('fraud', { destination: abroad }))).toBe('DENY address country.not-allowed');
  expect(told(evidenceOf('fraud', { destination: { ...abroad, allowed: true } }))).toBe('ALLOW');
  expect(country(evidenceOf('fraud', { destination: abroad, address: phone('p1', { since: 5 }) }))).toMatchObject({
    source: 'FR',
    asOf: 5,
    facts: {},
  });
  expect(country(evidenceOf('fraud', { destination: nowhere }))?.source).toBe('none');
  expect(country(unaddressed)?.asOf).toBe(0);
  expect(country(evidenceOf('fraud', { destination: { ...abroad, allowed: true } }))).toBeUndefined();
  expect(firedRules(unaddressed)).not.toContain('country.not-allowed');
});

test('an answer goes to no such country either, and not when there is nothing to pay it with', () => {
  const answer = (change: Partial<AnswerEvidence>) => {
    const verdict = gateAnswer({ template: 'answer.help', inboundAt: NOON, smsOn: true, ...change }, NOON, shipped);
    return verdict.verdict === 'ALLOW' ? 'ALLOW' : verdict.rules.join(' ');
  };

  expect(answer({ destination: { ...abroad, allowed: true } })).toBe('ALLOW');
  expect(answer({ destination: abroad })).toBe('country.not-allowed');
  expect(answer({ spent: spent(NOON + HOUR) })).toBe('budget.spent');
  expect(answer({ spent: { rule: 'numbers.side-by-side', until: NOON } })).toBe('numbers.side-by-side');
});
