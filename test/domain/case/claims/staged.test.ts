import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { stageByStaff } from '#domain/case/contacts/stages.ts';
import { declareDoubt, type SendOutcome, settleSend } from '#domain/case/send.ts';
import { holdByStaff } from '#domain/case/staff.ts';
import { takeStep } from '#domain/case/step.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import { DAY, MINUTE } from '#domain/time.ts';
import type { DoubtPolicy } from '#domain/words.ts';
import { caseOf, moved, NOON } from '../../../support/cases.ts';
import { planOf, shipped } from '../../../support/rules/policies.ts';

const plan = planOf('pre-litigation');
const LATER = NOON + MINUTE;
const last = plan.steps.findIndex(({ stage }) => stage === 'PRE_LITIGATION');

/** The invitation of a case before court is under way when staff take the case on to its last stage. */
function staged(): Case {
  const of = caseOf('debt', { purpose: 'pre_litigation', plan: { id: plan.id, version: plan.version } });
  const [first] = plan.steps;
  const at = { id: first?.id ?? '', channel: 'sms', audience: 'customer', point: 'p1' } as const;
  const then = { do: 'claim', at, decision: {}, token: '4K', waitUntil: NOON + 3 * DAY } as const;
  const claimed = moved(takeStep(of, { position: { step: 0, round: 0 }, skipped: [], then }, NOON)).next;
  return moved(stageByStaff(claimed, 'PRE_LITIGATION', { staff: 's', reason: 'r', at: NOON, plan })).next;
}

const settled = (of: Case, outcome: SendOutcome, policy: DoubtPolicy = 'hold'): Case =>
  moved(settleSend(of, { ...standsOf(of, 1, shipped), n: 1, outcome, policy }, LATER)).next;

test('a stage that staff chose while a text was under way is not skipped: it is due once the text is reported', () => {
  for (const outcome of [
    { state: 'ACCEPTED', messageId: 'm' },
    { state: 'NOT_SENT', retryable: true, code: 'c' },
    { state: 'NOT_SENT', retryable: false, code: 'c' },
  ] as const) {
    expect(settled(staged(), outcome)).toMatchObject({ status: 'WAITING', step: last, round: 0, dueAt: LATER });
  }
});

test('a doubt about that text skips no stage either, whatever its policy makes of it', () => {
  const doubt = { state: 'IN_DOUBT', code: 'c' } as const;

  expect(settled(staged(), doubt)).toMatchObject({ status: 'HUMAN', step: last });
  expect(settled(staged(), doubt, 'switch-channel')).toMatchObject({ status: 'WAITING', step: last });
  const lost = staged();
  const by = { ...standsOf(lost, 1, shipped), policy: 'switch-channel' } as const;
  expect(declareDoubt(lost, by, NOON + SEND_DEADLINE)?.next.step).toBe(last);
});

test('nor is it skipped where staff hold the case as well', () => {
  const held = moved(holdByStaff(staged(), { staff: 's', reason: 'r', at: NOON })).next;

  for (const outcome of [
    { state: 'ACCEPTED', messageId: 'm' },
    { state: 'IN_DOUBT', code: 'c' },
  ] as const) {
    expect(settled(held, outcome)).toMatchObject({ status: 'HELD', step: last });
  }
});
