import { expect, test } from 'vitest';
import { concludeTask } from '#domain/case/call.ts';
import type { Case } from '#domain/case/case.ts';
import { nextNumber, standsOf } from '#domain/case/contacts/next-number.ts';
import { takePlanTurn } from '#domain/case/plan-turn.ts';
import { recordReceipt } from '#domain/case/receipt.ts';
import { applyReply } from '#domain/case/reply.ts';
import { proofOfUnreachability } from '#domain/contact/proof.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { attempt, callingCase, callTask, caseOf, moved, NOON, replied, withAttempts } from '../../support/cases.ts';
import { evidenceOf, judge } from '../../support/rules/evidence.ts';
import { customerOf, phone } from '../../support/rules/people.ts';
import { planOf, shipped } from '../../support/rules/policies.ts';

const AT = NOON + HOUR;
const plan = planOf('contact-data');

/** A dormant account's case whose first text went to p1; its plan waits for the answer. */
const asked = (change: Partial<Case> = {}): Case => ({
  ...withAttempts(caseOf('service'), [attempt(1, { step: 'sms' })]),
  status: 'WAITING',
  step: 1,
  dueAt: NOON + 3 * DAY,
  ...change,
});
const wrong = (of: Case, n = 1) => {
  const input = replied({ do: 'wrong-person' });
  return moved(applyReply(of, { ...input, facts: { ...input.facts, attempt: n }, ...standsOf(of, n, shipped) }, AT))
    .next;
};

test('whoever is not at the number asked does not spend the step: it is taken again at once', () => {
  expect(wrong(asked())).toMatchObject({ status: 'WAITING', step: 0, round: 0, dueAt: AT });
});

test('a text that the provider reports as to no number at all does not spend the step either', () => {
  const receipt = { state: 'UNDELIVERED', at: AT, badNumber: true } as const;
  const { next } = moved(recordReceipt(asked(), 1, { ...receipt, ...standsOf(asked(), 1, shipped) }));

  expect(next).toMatchObject({ status: 'WAITING', step: 0, dueAt: AT, attempts: [{ refused: true }] });
});

test('a step that waits for the morning behind the wrong number gives way, what was tried since does not', () => {
  const deferred = attempt(2, { step: 'sms-again', state: 'DEFERRED' });
  const later = attempt(2, { step: 'sms-again', point: 'p2' });

  expect(wrong(asked({ attempts: [attempt(1, { step: 'sms' }), deferred] })).step).toBe(0);
  expect(wrong(asked({ step: 2, attempts: [attempt(1, { step: 'sms' }), later] })).step).toBe(2);
  expect(nextNumber(asked({ step: 2, attempts: [attempt(1, { step: 'sms' }), later] }), 2, { triedStep: 1 })).toEqual({
    step: 1,
    round: 0,
  });
});

test('a contact person, an answer, and an attempt of another plan have no next number', () => {
  const of = (change: object) => asked({ attempts: [attempt(1, { step: 'sms', ...change })] });

  expect(nextNumber(of({ audience: 'contact', contactId: 'k1' }), 1, { triedStep: 0 })).toEqual({});
  expect(nextNumber(of({ answer: true }), 1, { triedStep: 0 })).toEqual({});
  expect(nextNumber(asked(), 1, standsOf(of({ step: 'gone' }), 1, shipped))).toEqual({});
  expect(nextNumber(asked(), undefined, { triedStep: 0 })).toEqual({});
});

const people = { customer: customerOf({ phones: [phone('p1'), phone('p2')] }), contacts: [] };

test.each(['INVALID', 'WRONG_PARTY'] as const)(
  'after a call found %s the same step is for the next number',
  (found) => {
    const call = attempt(1, { step: 'call', channel: 'call', state: 'DIALLING' });
    const of = callingCase({ ...caseOf('service'), status: 'WAITING', step: 2, taskId: 'c1.t2', attempts: [call] });
    const by = { outcome: found, staff: 'li', at: AT, noted: false };
    const { next } = moved(concludeTask(of, callTask(), by));
    const tried: (string | undefined)[] = [];
    const turn = takePlanTurn(next, plan, {
      people,
      judge: (candidate) => {
        tried.push(candidate.address?.point);
        return judge(evidenceOf('service', { at: 'call' }));
      },
    });

    expect(tried).toEqual(['p2']);
    expect(turn.position.step).toBe(2);
  },
);

test('the proof of unreachability counts the wrong numbers too', () => {
  const attempts = [
    attempt(1, { step: 'sms', at: NOON - 3 * DAY, refused: true, receipt: 'UNDELIVERED' }),
    attempt(2, { step: 'sms', at: NOON - 2 * DAY, point: 'p2' }),
    attempt(3, { step: 'call', channel: 'call', state: 'INVALID', at: NOON - DAY }),
  ];
  const rule = shipped.purpose('account_service').proof;
  const calendar = { zone: 'Asia/Shanghai', hours: [] };
  const proof = proofOfUnreachability(asked(), { plan, rule, attempts, calendar }, NOON);

  expect(proof).toMatchObject({ proven: true, attempts: [1, 2, 3], channels: ['sms', 'call'] });
});
