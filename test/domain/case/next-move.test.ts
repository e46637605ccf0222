import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { type Move, nextMove } from '#domain/case/next-move.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import { DAY, MINUTE } from '#domain/time.ts';
import type { CaseStatus, RuleId } from '#domain/words.ts';
import { attempt, NOON, openedCase } from '../../support/cases.ts';

const due = (status: CaseStatus, change: Partial<Case> = {}): Case => openedCase({ status, dueAt: NOON, ...change });
const timed = (status: CaseStatus, change: Partial<Case> = {}): Case => {
  const { dueAt: _none, ...of } = openedCase({ status, timers: [{ task: 't', at: NOON }] });
  return { ...of, ...change };
};
const held = (rule: RuleId, recheckAt = NOON) => ({
  since: NOON - DAY,
  ruleIds: [rule],
  recheckAt,
  cause: rule,
  rechecks: 1,
});

const TABLE: readonly (readonly [string, Case, Move])[] = [
  ['a received case takes its first step', due('RECEIVED'), { do: 'step' }],
  ['a waiting case takes its next step', due('WAITING'), { do: 'step' }],
  ['a case held for evidence is gated again', due('HELD', { held: held('evidence.stale') }), { do: 'step' }],
  [
    'a hold by staff that nobody lifted goes to a person',
    due('HELD', { held: held('hold.staff') }),
    { do: 'to-person' },
  ],
  ['a question asked back and not answered goes to a person', due('CLARIFYING'), { do: 'to-person' }],
  ['a person’s case without a task gets one', due('HUMAN'), { do: 'to-person' }],
  ['a person’s task is looked at', timed('HUMAN', { taskId: 't' }), { do: 'task-due', taskId: 't' }],
  ['the call that the plan waits for is looked at', timed('WAITING', { taskId: 't' }), { do: 'task-due', taskId: 't' }],
  ['a task beside the plan is looked at', timed('WAITING', { dueAt: NOON + DAY }), { do: 'task-due', taskId: 't' }],
  ['a task of a closed case is looked at', timed('CLOSED'), { do: 'task-due', taskId: 't' }],
  ['a plan whose call is under way does not overtake it', due('WAITING', { taskId: 't' }), { do: 'nothing' }],
  ['a case in a person’s hand waits for them', due('HUMAN', { taskId: 't' }), { do: 'nothing' }],
  ['a settled case closes', due('RESOLVED'), { do: 'close' }],
  ['a text under way is not touched', due('CONTACTING'), { do: 'nothing' }],
  ['a closed case rests', due('CLOSED'), { do: 'nothing' }],
  ['a suppressed case rests', due('SUPPRESSED'), { do: 'nothing' }],
];

test.each(TABLE)('when its time has come, %s', (_name, of, move) => {
  expect(nextMove(of, NOON)).toEqual(move);
});

test.each(TABLE)('a moment before its time nothing happens, though %s then', (_name, of) => {
  expect(nextMove(of, NOON - 1)).toEqual({ do: 'nothing' });
});

test('a case without a timer does nothing, however late it is', () => {
  const { dueAt: _none, ...assigned } = due('HUMAN', { taskId: 't' });

  expect(nextMove(assigned, NOON + 100 * DAY)).toEqual({ do: 'nothing' });
});

test('an answer that was planned goes first, whatever the case waits for', () => {
  const planned = attempt(2, { step: 'answer.thanks', state: 'PLANNED', answer: true });

  expect(nextMove(due('RESOLVED', { attempts: [attempt(1), planned] }), NOON)).toEqual({
    do: 'answer',
    attempt: planned,
  });
});

test('a claim nobody reported on is declared doubtful at its deadline, in any status', () => {
  const lost = (status: CaseStatus): Case =>
    due(status, { dueAt: NOON + 7 * DAY, attempts: [attempt(1, { state: 'CLAIMED' })] });

  for (const status of ['CONTACTING', 'RESOLVED', 'HUMAN', 'HELD', 'CLOSED'] as const) {
    expect(nextMove(lost(status), NOON + SEND_DEADLINE - 1)).toEqual({ do: 'nothing' });
    expect(nextMove(lost(status), NOON + SEND_DEADLINE)).toEqual({ do: 'declare-doubt' });
  }
});

test('a text under way keeps the plan from taking another step until its fate is known', () => {
  const resumed = due('WAITING', { attempts: [attempt(1, { state: 'CLAIMED' })] });

  expect(nextMove(resumed, NOON + MINUTE)).toEqual({ do: 'nothing' });
});

test('a hold by staff stands until its review, though a task under it falls due earlier', () => {
  const of = due('HELD', { held: held('hold.staff', NOON + 7 * DAY), taskId: 't' });

  expect(nextMove(of, NOON)).toEqual({ do: 'escalate-task', taskId: 't' });
});
