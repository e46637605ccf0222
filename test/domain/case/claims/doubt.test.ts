import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { RECEIPT_LIMIT, receiptOf, recordReceipt } from '#domain/case/receipt.ts';
import { settleSend } from '#domain/case/send.ts';
import { resolveUnknown } from '#domain/case/staff.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts';
import type { Receipt } from '#domain/words.ts';
import { attempt, callTask, caseOf, claimedCase, moved, NOON, openedCase } from '../../../support/cases.ts';

const doubtful = { state: 'IN_DOUBT', code: 'ECONNRESET' } as const;
const accepted = { state: 'ACCEPTED', messageId: 'm1' } as const;
const kin = { step: 'contact', audience: 'contact', contactId: 'k1', point: 'p8' } as const;
const sent = (at: number) => ({ state: 'SENT', at, planAt: 'sms1' }) as const;

test('a receipt for the first of two texts does not take the second one’s claim away', () => {
  const of = {
    ...claimedCase(),
    attempts: [attempt(1, { step: 'push', state: 'IN_DOUBT' }), attempt(2, { state: 'CLAIMED' })],
  };
  const { next } = moved(recordReceipt(of, 1, { state: 'DELIVERED', at: NOON + SECOND, planAt: 'sms1' }));
  const after = moved(settleSend(next, { n: 2, outcome: accepted, policy: 'switch-channel' }, NOON + 2 * SECOND)).next;

  expect(next).toMatchObject({ status: 'CONTACTING', dueAt: of.dueAt });
  expect(after).toMatchObject({ status: 'WAITING', step: 2 });
});

test('a late receipt never moves the plan past a person who was not asked', () => {
  const of = caseOf('welfare', {
    status: 'WAITING',
    step: 4,
    round: 1,
    dueAt: NOON + 30 * MINUTE,
    attempts: [
      attempt(1, { ...kin, state: 'IN_DOUBT' }),
      attempt(2, { ...kin, state: 'ACCEPTED', until: NOON + 30 * MINUTE }),
    ],
    attemptCount: 2,
  });
  const { next } = moved(recordReceipt(of, 1, { state: 'DELIVERED', at: NOON + MINUTE, planAt: 'contact' }));

  expect(next).toMatchObject({ step: 4, round: 1 });
  expect(next.attempts[0]?.state).toBe('ACCEPTED');
});

test('where the policy went on past a doubtful contact person, a receipt for them moves nobody', () => {
  const of = caseOf('service', {
    status: 'WAITING',
    step: 3,
    round: 1,
    dueAt: NOON + 2 * MINUTE,
    attempts: [attempt(1, { ...kin, state: 'IN_DOUBT', until: NOON + 3 * DAY })],
    attemptCount: 1,
  });
  const receipt = { state: 'SENT', at: NOON + MINUTE, planAt: 'contact', doubt: 'switch-channel' } as const;

  expect(moved(recordReceipt(of, 1, receipt)).next).toMatchObject({ step: 3, round: 1, dueAt: NOON + 3 * DAY });
});

test('a receipt for an old doubt leaves the timer of an open call task alone', () => {
  const of = openedCase({
    status: 'WAITING',
    step: 3,
    taskId: 'c1.t2',
    dueAt: NOON + 15 * MINUTE,
    attempts: [
      attempt(1, { state: 'IN_DOUBT', until: NOON + HOUR }),
      attempt(2, { step: 'call', channel: 'call', state: 'QUEUED' }),
    ],
    attemptCount: 2,
  });

  expect(moved(recordReceipt(of, 1, { state: 'SENT', at: NOON, planAt: 'call' })).next).toMatchObject({
    dueAt: NOON + 15 * MINUTE,
    step: 3,
  });
});

test('each contact person has a doubt of their own: one person’s does not use up another’s second text', () => {
  const of = caseOf('welfare', {
    status: 'CONTACTING',
    step: 4,
    round: 1,
    attempts: [attempt(1, { ...kin, state: 'IN_DOUBT' }), attempt(2, { ...kin, contactId: 'k2', state: 'CLAIMED' })],
    attemptCount: 2,
  });
  const { next } = moved(settleSend(of, { n: 2, outcome: doubtful, policy: 'resend-once' }, NOON));

  expect(next).toMatchObject({ status: 'WAITING', round: 1, dueAt: NOON + 2 * MINUTE });
});

test('a second doubt at the same step moves the plan on: nothing is sent three times', () => {
  const of = { ...claimedCase(), attempts: [attempt(1, { state: 'IN_DOUBT' }), attempt(2, { state: 'CLAIMED' })] };

  expect(moved(settleSend(of, { n: 2, outcome: doubtful, policy: 'resend-once' }, NOON)).next).toMatchObject({
    status: 'WAITING',
    step: 2,
  });
});

test('when the first of two texts turns out to have been taken, the second is never repeated, whatever became of it', () => {
  const of = {
    ...claimedCase(),
    attempts: [attempt(1, { until: NOON + 5 * MINUTE }), attempt(2, { state: 'CLAIMED', until: NOON + 7 * MINUTE })],
  };

  for (const outcome of [doubtful, { state: 'NOT_SENT', retryable: true, code: 'Throttling' } as const]) {
    const { next } = moved(settleSend(of, { n: 2, outcome, policy: 'resend-once' }, NOON));
    expect(next).toMatchObject({ status: 'WAITING', step: 2, dueAt: NOON + 7 * MINUTE });
  }
});

test('after a final refusal by the provider the step goes on at once, without that number', () => {
  const outcome = { state: 'NOT_SENT', retryable: false, code: 'InvalidParameter' } as const;
  const { next } = moved(settleSend(claimedCase(), { n: 1, outcome, policy: 'hold' }, NOON));
  const toKin = caseOf('welfare', {
    status: 'CONTACTING',
    step: 4,
    attempts: [attempt(1, { ...kin, state: 'CLAIMED' })],
    attemptCount: 1,
  });

  expect(next).toMatchObject({ status: 'WAITING', step: 1, dueAt: NOON, attempts: [{ refused: true }] });
  expect(moved(settleSend(toKin, { n: 1, outcome, policy: 'hold' }, NOON)).next).toMatchObject({ step: 4, round: 1 });
});

test('a receipt that the number does not exist takes the plan on at once, but not past a later text', () => {
  const of = openedCase({
    status: 'WAITING',
    step: 2,
    dueAt: NOON + HOUR,
    attempts: [attempt(1, { until: NOON + HOUR })],
    attemptCount: 1,
  });
  const later = { ...of, attempts: [...of.attempts, attempt(2, { point: 'p2' })] };
  const receipt = { state: 'UNDELIVERED', at: NOON + MINUTE, badNumber: true } as const;

  expect(moved(recordReceipt(of, 1, receipt)).next).toMatchObject({
    dueAt: NOON + MINUTE,
    attempts: [{ refused: true }],
  });
  expect(moved(recordReceipt(later, 1, receipt)).next).toMatchObject({ dueAt: NOON + HOUR });
});

test('a text that went out while staff put the case on hold is not sent again when they resume it', () => {
  const held = { since: NOON, ruleIds: ['hold.staff'], recheckAt: NOON + DAY, cause: 'staff', rechecks: 0 } as const;
  const of = { ...claimedCase(), status: 'HELD', held, dueAt: NOON + DAY } as const;
  const { next } = moved(settleSend(of, { n: 1, outcome: accepted, policy: 'hold' }, NOON));

  expect(next).toMatchObject({ status: 'HELD', step: 2, dueAt: NOON + DAY });
});

test('a text of unknown fate does not end the hold by staff, and is never sent twice when they resume', () => {
  const held = { since: NOON, ruleIds: ['hold.staff'], recheckAt: NOON + DAY, cause: 'staff', rechecks: 0 } as const;
  const of = { ...claimedCase(), status: 'HELD', held, dueAt: NOON + DAY } as const;
  const { next, tasks } = moved(settleSend(of, { n: 1, outcome: doubtful, policy: 'hold' }, NOON));

  expect(next).toMatchObject({ status: 'HELD', held, step: 2, dueAt: NOON + DAY });
  expect(next.attempts[0]?.state).toBe('IN_DOUBT');
  expect(tasks).toEqual([]);
});

test('the outcome of a claim is written on a case that was settled meanwhile, and moves nothing', () => {
  const settled: Case = { ...claimedCase(), status: 'RESOLVED', dueAt: NOON + 7 * DAY };
  const { next } = moved(settleSend(settled, { n: 1, outcome: doubtful, policy: 'hold' }, NOON));

  expect(next).toMatchObject({ status: 'RESOLVED', step: settled.step, dueAt: NOON + 7 * DAY });
  expect(next.attempts[0]?.state).toBe('IN_DOUBT');
});

test('a person decides what nobody could know: taken, and the plan waits as if it had been accepted', () => {
  const human = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'hold' }, NOON)).next;
  const by = {
    staff: 'li',
    reason: 'r',
    at: NOON + MINUTE,
    task: callTask({ id: 'c1.t3', kind: 'unknown-send', state: 'ASSIGNED' }),
  };
  const { next, tasks } = moved(resolveUnknown(human, { attempt: 1, state: 'ACCEPTED', planAt: 'sms1' }, by));

  expect(next).toMatchObject({ status: 'WAITING', step: 2, dueAt: NOON + 5 * MINUTE });
  expect(next.taskId).toBeUndefined();
  expect(tasks).toEqual([expect.objectContaining({ state: 'DONE' })]);
});

test('a person decides that a text surely was not taken: its step is taken again at once', () => {
  const human = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'hold' }, NOON)).next;
  const by = {
    staff: 'li',
    reason: 'r',
    at: NOON + MINUTE,
    task: callTask({ id: 'c1.t3', kind: 'unknown-send', state: 'ASSIGNED' }),
  };

  expect(moved(resolveUnknown(human, { attempt: 1, state: 'NOT_SENT', planAt: 'sms1' }, by)).next).toMatchObject({
    status: 'WAITING',
    step: 1,
    dueAt: NOON + MINUTE,
  });
});

test('a doubt that staff settle as taken before its second text leaves keeps that text from leaving', () => {
  const waiting = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'resend-once' }, NOON)).next;
  const { next } = moved(
    resolveUnknown(
      waiting,
      { attempt: 1, state: 'ACCEPTED', planAt: 'sms1' },
      { staff: 'li', reason: 'r', at: NOON + SECOND },
    ),
  );

  expect(next).toMatchObject({ status: 'WAITING', step: 2, dueAt: NOON + 5 * MINUTE });
});

test('refuses to resolve what is not in doubt', () => {
  const by = { staff: 'li', reason: 'r', at: NOON };

  expect(resolveUnknown(claimedCase(), { attempt: 9, state: 'ACCEPTED' }, by)).toEqual({
    refused: 'case.no-such-attempt',
  });
  expect(resolveUnknown(claimedCase(), { attempt: 1, state: 'ACCEPTED' }, by)).toEqual({
    refused: 'case.attempt-not-in-doubt',
  });
  expect(recordReceipt(claimedCase(), 9, sent(NOON))).toEqual({ refused: 'case.no-such-attempt' });
  expect(settleSend(claimedCase(), { n: 9, outcome: accepted, policy: 'hold' }, NOON)).toEqual({
    refused: 'case.no-such-attempt',
  });
});

const ORDER: readonly (readonly [Receipt, Receipt, boolean])[] = [
  ['SENT', 'DELIVERED', true],
  ['SENT', 'UNDELIVERED', true],
  ['SENT', 'EXPIRED', true],
  ['NO_RECEIPT', 'UNDELIVERED', true],
  ['NO_RECEIPT', 'DELIVERED', true],
  ['UNDELIVERED', 'DELIVERED', true],
  ['EXPIRED', 'DELIVERED', true],
  ['SENT', 'SENT', false],
  ['DELIVERED', 'SENT', false],
  ['DELIVERED', 'UNDELIVERED', false],
  ['DELIVERED', 'EXPIRED', false],
  ['UNDELIVERED', 'EXPIRED', false],
  ['EXPIRED', 'UNDELIVERED', false],
  ['UNDELIVERED', 'SENT', false],
  ['NO_RECEIPT', 'SENT', false],
];

test.each(ORDER)('after the receipt %s the receipt %s counts: %s', (before, then, counts) => {
  const of = openedCase({ status: 'WAITING', attempts: [attempt(1, { receipt: before })], attemptCount: 1 });
  const result = recordReceipt(of, 1, { state: then, at: NOON });

  expect('refused' in result).toBe(!counts);
});

test('a text without a final receipt after 72 hours has none, and that is no failure', () => {
  const after = (ms: number, change = {}) => receiptOf(attempt(1, change), NOON + ms);

  expect(RECEIPT_LIMIT).toBe(72 * HOUR);
  expect([after(0), after(RECEIPT_LIMIT - 1), after(RECEIPT_LIMIT)]).toEqual(['NONE', 'NONE', 'NO_RECEIPT']);
  expect(after(RECEIPT_LIMIT, { receipt: 'SENT' })).toBe('NO_RECEIPT');
  expect(after(RECEIPT_LIMIT, { receipt: 'DELIVERED' })).toBe('DELIVERED');
  expect(after(RECEIPT_LIMIT, { state: 'SKIPPED' })).toBe('NONE');
  expect(after(RECEIPT_LIMIT, { channel: 'call', state: 'NO_ANSWER' })).toBe('NONE');
});
