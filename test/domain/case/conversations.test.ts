import { expect, test } from 'vitest';
import { concludeTask, type TaskOutcome } from '#domain/case/call.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { claimTask, dialTask, releaseTask } from '#domain/case/task.ts';
import type { Transition } from '#domain/case/transition.ts';
import { countCalls } from '#domain/contact/calls.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { attempt, callingCase, callTask, moved, NOON } from '../../support/cases.ts';

type Word = TaskOutcome['outcome'];
const calling = (change: Partial<Case> = {}): Case =>
  callingCase({ attempts: [attempt(1, { step: 'call', channel: 'call', state: 'ASSIGNED' })], ...change });
const dial = (of: Case, task: Task, at = NOON): Transition =>
  moved(dialTask(of, task, { id: 'li', at, leaseUntil: at + HOUR, decision: {} }));

/** The case after a call that was dialled at noon, one word a minute. */
function after(words: readonly Word[], of: Case = calling(), task: Task = callTask()): Transition {
  let move = dial(of, task);
  words.forEach((outcome, minute) => {
    const by = { outcome, staff: 'li', at: NOON + (minute + 1) * MINUTE, noted: false };
    move = moved(concludeTask(move.next, move.tasks[0] ?? task, by));
  });
  return move;
}

test('all that is said of one call is one conversation, and it is not forgotten with the call', () => {
  expect(after(['CONNECTED']).next.talks).toEqual([NOON + MINUTE]);
  expect(after(['CONNECTED', 'RIGHT_PARTY', 'HUNG_UP']).next.talks).toEqual([NOON + MINUTE]);
  expect(after(['RIGHT_PARTY', 'ARRANGEMENT_REQUESTED']).next.talks).toEqual([NOON + MINUTE]);
  expect(after(['HUNG_UP']).next.talks).toEqual([NOON + MINUTE]);
  expect(after(['REFUSED']).next.talks).toEqual([NOON + MINUTE]);
  expect(after(['REACHED_SAFE']).next.talks).toEqual([NOON + MINUTE]);
});

test('a conversation outlasts the release of its task, and the next call is another one', () => {
  const spoke = after(['CONNECTED', 'RIGHT_PARTY']);
  const task = spoke.tasks[0] ?? callTask();
  const free = moved(releaseTask(spoke.next, task, { id: 'li', at: NOON + HOUR, reason: 'end of shift' }));
  const claim = { id: 'li', at: NOON + HOUR, leaseUntil: NOON + 2 * HOUR };
  const again = moved(claimTask(free.next, free.tasks[0] ?? task, claim));
  const second = dial(again.next, again.tasks[0] ?? task, NOON + HOUR);
  const by = { outcome: 'CONNECTED', staff: 'li', at: NOON + HOUR + MINUTE, noted: false } as const;

  expect(free.next.talks).toEqual([NOON + MINUTE]);
  expect(moved(concludeTask(second.next, second.tasks[0] ?? task, by)).next.talks).toEqual([
    NOON + MINUTE,
    NOON + HOUR + MINUTE,
  ]);
});

test('where nobody of theirs was on the line after all there was no conversation', () => {
  for (const word of ['WRONG_PARTY', 'THIRD_PARTY', 'VOICEMAIL', 'INVALID', 'NO_ANSWER', 'BUSY'] as const) {
    expect(after(['CONNECTED', word]).next.talks ?? []).toEqual([]);
    expect(after([word]).next.talks).toBeUndefined();
    expect(after(['CONNECTED', 'RIGHT_PARTY', word]).next.talks).toEqual([NOON + MINUTE]);
  }
  expect(after(['UNREACHABLE']).next.talks).toBeUndefined();
});

test('a conversation with an emergency contact is none with the customer', () => {
  const { next } = after(['CONNECTED', 'RIGHT_PARTY'], calling(), callTask({ audience: 'contact', contactId: 'k1' }));

  expect(next.talks).toBeUndefined();
  expect(next.heardAt).toBeUndefined();
});

test('whoever reviews a case and calls has had a conversation too; whoever did not call has had none', () => {
  const review = callTask({ kind: 'review' });
  const human = calling({ status: 'HUMAN' });
  const end = { outcome: 'ARRANGEMENT_REQUESTED', staff: 'li', at: NOON, noted: false } as const;

  expect(after(['RIGHT_PARTY'], human, review).next).toMatchObject({
    talks: [NOON + MINUTE],
    heardAt: NOON + MINUTE,
  });
  expect(after(['RIGHT_PARTY', 'NO_ANSWER'], human, review).next.talks).toEqual([NOON + MINUTE]);
  expect(after(['ARRANGEMENT_REQUESTED'], human, review).next.talks).toEqual([NOON + MINUTE]);
  expect(moved(concludeTask(human, review, end)).next.talks).toBeUndefined();
});

test('a call beside the plan that was dialled is a conversation as well', () => {
  const beside = callTask({ id: 'c1.t9', kind: 'refresh' });
  const end = { outcome: 'CONTACT_DATA_UPDATED', staff: 'li', at: NOON, noted: false } as const;

  expect(after(['CONTACT_DATA_UPDATED'], calling(), beside).next.talks).toEqual([NOON + MINUTE]);
  expect(moved(concludeTask(calling(), beside, end)).next.talks).toBeUndefined();
});

test('whoever was on the phone is heard until the call is over; whoever only picked up may have been anybody', () => {
  expect(after(['CONNECTED']).next.heardAt).toBeUndefined();
  expect(after(['CONNECTED', 'HUNG_UP']).next.heardAt).toBeUndefined();
  expect(after(['CONNECTED', 'RIGHT_PARTY']).next.heardAt).toBe(NOON + 2 * MINUTE);
  expect(after(['CONNECTED', 'RIGHT_PARTY', 'HUNG_UP']).next.heardAt).toBe(NOON + 3 * MINUTE);
  expect(after(['RIGHT_PARTY', 'VOICEMAIL']).next.heardAt).toBe(NOON + 2 * MINUTE);
});

test('a call that nobody dialled at the desk counts as a call and as a conversation', () => {
  const by = { outcome: 'CONNECTED', staff: 'li', at: NOON, noted: false } as const;

  expect(moved(concludeTask(calling(), callTask(), by)).next).toMatchObject({ dials: [NOON], talks: [NOON] });
});

const sends = { any: [1], debt: [2] };
const debt = (change: object = {}) => ({ purpose: 'debt_reminder', ...change }) as const;

test('a call and a conversation about a debt are counted for the person beside their texts', () => {
  expect(countCalls(sends, debt(), debt({ dials: [NOON] }))).toEqual({ ...sends, dials: [NOON], talks: [] });
  expect(countCalls({ ...sends, talks: [3] }, debt(), debt({ talks: [NOON] }))).toEqual({
    ...sends,
    dials: [],
    talks: [3, NOON],
  });
});

test('a conversation that was none is taken back, those of other cases stay', () => {
  const counted = { ...sends, talks: [3, NOON] };

  expect(countCalls(counted, debt({ talks: [NOON] }), debt({ talks: [] }))).toMatchObject({ talks: [3] });
  expect(countCalls(counted, debt({ talks: [5, NOON] }), debt({ talks: [5] }))).toMatchObject({ talks: [3] });
});

test('the newest eight are kept', () => {
  const dials = [1, 2, 3, 4, 5, 6, 7, 8];

  expect(countCalls({ ...sends, dials }, debt({ dials }), debt({ dials: [2, 3, 4, 5, 6, 7, 8, 9] })).dials).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test('what is no call, or not about a debt, changes nothing', () => {
  const dialled = { dials: [NOON], talks: [NOON] };

  expect(countCalls(sends, debt(dialled), debt(dialled))).toBe(sends);
  expect(countCalls(sends, { purpose: 'welfare' }, { purpose: 'welfare', ...dialled })).toBe(sends);
});
