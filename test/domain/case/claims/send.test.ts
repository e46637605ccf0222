import { expect, test } from 'vitest';
import { recordReceipt } from '#domain/case/receipt.ts';
import { declareDoubt, settleSend } from '#domain/case/send.ts';
import { isRefusal, SEND_DEADLINE } from '#domain/case/transition.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import { claimedCase, moved, NOON } from '../../../support/cases.ts';

const accepted = { state: 'ACCEPTED', messageId: 'm1' } as const;
const doubtful = { state: 'IN_DOUBT', code: 'ECONNRESET' } as const;
const throttled = { state: 'NOT_SENT', retryable: true, code: 'Throttling' } as const;

test('an accepted text makes the case wait until the next step is due', () => {
  const { next, entry } = moved(
    settleSend(claimedCase(), { n: 1, outcome: accepted, policy: 'resend-once' }, NOON + SECOND),
  );

  expect(next).toMatchObject({ status: 'WAITING', step: 2, round: 0, dueAt: NOON + 5 * MINUTE });
  expect(next.attempts[0]).toMatchObject({ n: 1, state: 'ACCEPTED' });
  expect(entry).toMatchObject({ type: 'contact.accepted', facts: { attempt: 1, messageId: 'm1' } });
});

test('a text that was surely not sent is tried again after 15 seconds, a minute and four minutes, then the plan moves on', () => {
  let current = claimedCase();
  const waits: number[] = [];
  for (let n = 1; n <= 4; n += 1) {
    const { next } = moved(settleSend(current, { n, outcome: throttled, policy: 'hold' }, NOON));
    waits.push((next.dueAt ?? 0) - NOON);
    current = {
      ...next,
      status: 'CONTACTING',
      attempts: [
        ...next.attempts,
        { n: n + 1, step: 'sms1', channel: 'sms', audience: 'customer', point: 'p1', state: 'CLAIMED', at: NOON },
      ],
      attemptCount: n + 1,
    };
  }

  expect(waits).toEqual([15 * SECOND, MINUTE, 4 * MINUTE, 0]);
  expect(current.step).toBe(2);
});

test('a doubtful fraud text may be sent once more at the same step with the same token', () => {
  const { next } = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'resend-once' }, NOON));

  expect(next).toMatchObject({ status: 'WAITING', step: 1, token: '4K', dueAt: NOON + 2 * MINUTE });
});

test('a doubtful debt text is held for a person and never sent again by itself', () => {
  const { next, tasks } = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'hold' }, NOON));

  expect(next.status).toBe('HUMAN');
  expect(tasks[0]).toMatchObject({ kind: 'unknown-send', state: 'QUEUED', attempt: 1 });
});

test('a doubtful service text moves the plan to its next step', () => {
  const { next } = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'switch-channel' }, NOON));

  expect(next).toMatchObject({ status: 'WAITING', step: 2 });
});

test('a claim without an outcome is in doubt once its deadline has passed, not before', () => {
  const claimed = claimedCase();

  expect(declareDoubt(claimed, { policy: 'resend-once' }, NOON + SEND_DEADLINE - 1)).toBeUndefined();
  expect(declareDoubt(claimed, { policy: 'resend-once' }, NOON + SEND_DEADLINE)?.next.attempts[0]?.state).toBe(
    'IN_DOUBT',
  );
});

test('refuses a second outcome for the same claim', () => {
  const { next } = moved(settleSend(claimedCase(), { n: 1, outcome: accepted, policy: 'hold' }, NOON));

  expect(settleSend(next, { n: 1, outcome: doubtful, policy: 'hold' }, NOON)).toEqual({
    refused: 'case.attempt-settled',
  });
});

test('a receipt settles a doubt, and the plan waits as if the text had been accepted at once', () => {
  const doubt = moved(settleSend(claimedCase(), { n: 1, outcome: doubtful, policy: 'resend-once' }, NOON)).next;
  const { next } = moved(recordReceipt(doubt, 1, { state: 'SENT', at: NOON + SECOND, planAt: 'sms1' }));

  expect(next).toMatchObject({ status: 'WAITING', step: 2, dueAt: NOON + 5 * MINUTE });
  expect(next.attempts[0]).toMatchObject({ state: 'ACCEPTED', receipt: 'SENT' });
});

test('refuses a receipt older than the one on record, but DELIVERED corrects a failure and says so', () => {
  const sent = moved(settleSend(claimedCase(), { n: 1, outcome: accepted, policy: 'hold' }, NOON)).next;
  const failed = moved(recordReceipt(sent, 1, { state: 'UNDELIVERED', at: NOON })).next;

  expect(isRefusal(recordReceipt(failed, 1, { state: 'SENT', at: NOON }))).toBe(true);
  expect(isRefusal(recordReceipt(failed, 1, { state: 'UNDELIVERED', at: NOON }))).toBe(true);
  expect(moved(recordReceipt(failed, 1, { state: 'DELIVERED', at: NOON })).entry.facts).toMatchObject({
    corrected: true,
  });
});

test('a number that turns out to be bad after the text had failed is left out all the same, once', () => {
  const sent = moved(settleSend(claimedCase(), { n: 1, outcome: accepted, policy: 'hold' }, NOON)).next;
  const failed = moved(recordReceipt(sent, 1, { state: 'UNDELIVERED', at: NOON })).next;
  const bad = { state: 'UNDELIVERED', at: NOON + 1, badNumber: true, triedStep: 1 } as const;

  const { next, entry } = moved(recordReceipt(failed, 1, bad));

  expect(next).toMatchObject({ dueAt: NOON + 1, attempts: [{ receipt: 'UNDELIVERED', refused: true }] });
  expect(entry.facts).not.toHaveProperty('corrected');
  expect(isRefusal(recordReceipt(next, 1, bad))).toBe(true);
  const arrived = moved(recordReceipt(failed, 1, { state: 'DELIVERED', at: NOON })).next;
  expect(isRefusal(recordReceipt(arrived, 1, bad))).toBe(true);
});

test('a receipt for a settled case is written down and moves nothing else', () => {
  const sent = moved(settleSend(claimedCase(), { n: 1, outcome: accepted, policy: 'hold' }, NOON)).next;
  const settled = { ...sent, status: 'RESOLVED' as const, dueAt: NOON + 100 };
  const { next } = moved(recordReceipt(settled, 1, { state: 'DELIVERED', at: NOON, planAt: 'sms1' }));

  expect(next).toMatchObject({ status: 'RESOLVED', step: sent.step, dueAt: NOON + 100 });
});
