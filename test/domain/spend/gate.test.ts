import { expect, test } from 'vitest';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import { gateAnswer } from '#domain/contact/gate/answer.ts';
import { destinationOf } from '#domain/spend/destination.ts';
import { HOUR, MINUTE, SECOND } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { evidenceOf, judge, pointAt, told } from '../../support/rules/evidence.ts';
import { shipped } from '../../support/rules/policies.ts';

const OPEN = { CN: 100, GB: 0 };
const SOON = NOON + HOUR;

test('a text goes to no country but those that are named, and to none that is named with nothing', () => {
  const to = (number: string) => told(evidenceOf('debt', { destination: destinationOf(number, OPEN) }));

  expect(to('+8613800138000')).toBe('ALLOW');
  expect(to('+447700900123')).toBe('DENY address country.not-allowed');
  expect(to('+2521234567')).toBe('DENY address country.not-allowed');
  expect(to('+999123456789')).toBe('DENY address country.not-allowed');
});

test('the refusal bears the country as evidence', () => {
  const items = (number: string) =>
    judge(evidenceOf('debt', { destination: destinationOf(number, OPEN) })).evidence.map((one) => [
      one.kind,
      one.source,
    ]);

  expect(items('+2521234567')).toContainEqual(['country', 'SO']);
  expect(items('+999123456789')).toContainEqual(['country', 'none']);
  expect(items('+8613800138000').map(([kind]) => kind)).not.toContain('country');
});

test('a text without parts waits until there are some again, spread over ten minutes', () => {
  const verdict = judge(evidenceOf('debt', { spent: { rule: 'budget.spent', until: SOON }, seed: 1_207 }));

  expect(verdict).toMatchObject({ verdict: 'DEFER', because: ['budget.spent'], until: SOON + 7 * SECOND });
});

test('an urgent step that cannot wait so long, and a text that would be too old by then, give way to the next step', () => {
  const spent = { rule: 'numbers.side-by-side', until: SOON } as const;

  expect(told(evidenceOf('welfare', { of: { lane: 'urgent' }, spent }))).toBe('DENY step numbers.side-by-side');
  expect(told(evidenceOf('welfare', { of: { lane: 'normal' }, spent }))).toBe('DEFER numbers.side-by-side');
  expect(told(evidenceOf('fraud', { of: { lane: 'normal' }, spent }))).toBe('DENY step numbers.side-by-side');
});

test('a number that another case is texting is left alone until that text must have an outcome', () => {
  const sentAt = NOON - MINUTE;
  const point = pointAt('p1', { sends: [sentAt], recent: [{ caseId: 'other', attempt: 1 }] });

  expect(judge(evidenceOf('debt', { point, busy: true }))).toMatchObject({
    verdict: 'DEFER',
    because: ['contact-point.busy'],
    until: sentAt + SEND_DEADLINE,
  });
  expect(told(evidenceOf('debt', { point }))).toBe('ALLOW');
});

test('an automatic answer goes abroad as little as a text does, and cannot wait for a budget', () => {
  const asked = { template: 'answer.clarify', inboundAt: NOON, smsOn: true };
  const said = (change: object) => gateAnswer({ ...asked, ...change }, NOON, shipped);

  expect(said({ destination: destinationOf('+8613800138000', OPEN) })).toMatchObject({ verdict: 'ALLOW' });
  expect(said({ destination: destinationOf('+2521234567', OPEN) })).toMatchObject({ rules: ['country.not-allowed'] });
  expect(said({ spent: { rule: 'budget.spent', until: SOON } })).toMatchObject({ rules: ['budget.spent'] });
});
