import { expect, test } from 'vitest';
import { concludeTask, type TaskOutcome } from '#domain/case/call.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { attempt, callingCase, callTask, caseOf, effectsOf, moved, NOON, openedCase } from '../../support/cases.ts';

const AT = NOON + 10 * MINUTE;
const ended = (outcome: TaskOutcome['outcome']): TaskOutcome => ({ outcome, staff: 'li', at: AT, noted: true });
const conclude = (outcome: TaskOutcome['outcome'], task: Task = callTask(), of: Case = callingCase()) =>
  moved(concludeTask(of, task, ended(outcome)));

test.each(['NO_ANSWER', 'BUSY', 'VOICEMAIL', 'HUNG_UP', 'THIRD_PARTY'] as const)(
  'a call that ends in %s returns to its queue after two hours',
  (outcome) => {
    const { next, tasks } = conclude(outcome);

    expect(tasks).toEqual([expect.objectContaining({ state: 'QUEUED', tries: 1, dueAt: AT + 2 * HOUR })]);
    expect(tasks[0]).not.toHaveProperty('assignee');
    expect(next).toMatchObject({ status: 'WAITING', step: 3, taskId: 'c1.t2' });
  },
);

test('a call that is due again has as long to be claimed as a new one before the supervisor is told', () => {
  const { next, tasks } = conclude('NO_ANSWER');

  expect(tasks[0]).toMatchObject({ id: 'c1.t2', dueAt: AT + 2 * HOUR, notBefore: AT + 2 * HOUR });
  expect(next.timers).toEqual([{ task: 'c1.t2', at: AT + 2 * HOUR + 15 * MINUTE }]);
});

test('a call that would be due again while the hours are closed waits until they open', () => {
  const morning = NOON + 20 * HOUR;
  const { next, tasks } = moved(concludeTask(callingCase(), callTask(), { ...ended('NO_ANSWER'), opensAt: morning }));

  expect(tasks[0]).toMatchObject({ id: 'c1.t2', dueAt: morning, notBefore: morning });
  expect(next.timers).toEqual([{ task: 'c1.t2', at: morning + 15 * MINUTE }]);
});

test('three calls without contact spend the step', () => {
  const { next, tasks, entry } = conclude('NO_ANSWER', callTask({ tries: 2 }));

  expect(next).toMatchObject({ status: 'WAITING', step: 4, round: 0, dueAt: AT });
  expect(next.taskId).toBeUndefined();
  expect(next.attempts[0]?.state).toBe('NO_ANSWER');
  expect(tasks).toEqual([expect.objectContaining({ state: 'DONE', tries: 3 })]);
  expect(effectsOf(entry.effects)).toEqual(['work']);
});

test('a plan’s own number of tries holds: welfare calls twice', () => {
  expect(conclude('BUSY', callTask({ maxTries: 2, tries: 1 })).tasks[0]?.state).toBe('DONE');
});

test('the plan waits after a spent call as long as its step says', () => {
  const call = attempt(1, { step: 'call', channel: 'call', state: 'ASSIGNED', until: NOON + 7 * DAY });
  const { next } = conclude('NO_ANSWER', callTask({ tries: 2 }), callingCase({ attempts: [call] }));

  expect(next).toMatchObject({ step: 4, dueAt: NOON + 7 * DAY });
});

test.each(['INVALID', 'WRONG_PARTY'] as const)(
  'a number found to be %s asks for fresh data, and the same step goes on with the next number at once',
  (outcome) => {
    const call = attempt(1, { step: 'call', channel: 'call', state: 'DIALLING', until: NOON + 7 * DAY });
    const { next, tasks, entry } = conclude(outcome, callTask(), callingCase({ attempts: [call] }));

    expect(next).toMatchObject({ status: 'WAITING', step: 3, dueAt: AT, attempts: [{ state: outcome }] });
    expect(next.taskId).toBeUndefined();
    expect(effectsOf(entry.effects)).toEqual(['work']);
    expect(tasks.map((task) => [task.kind, task.state])).toEqual([
      ['call', 'DONE'],
      ['refresh', 'QUEUED'],
    ]);
  },
);

test('a contact person has no other number: where theirs is wrong the next person is up', () => {
  const kin = attempt(1, { step: 'contact', channel: 'call', audience: 'contact', contactId: 'k1', state: 'DIALLING' });
  const task = callTask({ audience: 'contact', contactId: 'k1' });
  const { next, tasks } = conclude('WRONG_PARTY', task, callingCase({ step: 5, attempts: [kin] }));

  expect(next).toMatchObject({ step: 5, round: 1 });
  expect(tasks[1]).toMatchObject({ kind: 'refresh', contactId: 'k1' });
});

test('a call of which nobody knows the number spends its step, or it would never end', () => {
  const { point: _none, ...call } = attempt(1, { step: 'call', channel: 'call', state: 'ASSIGNED' });

  expect(conclude('INVALID', callTask(), callingCase({ attempts: [call] })).next.step).toBe(4);
});

test.each(['CONNECTED', 'RIGHT_PARTY'] as const)(
  '%s is not yet an answer: the task stays with the agent',
  (outcome) => {
    const { next, tasks } = conclude(outcome);

    expect(next).toMatchObject({ status: 'WAITING', step: 3, taskId: 'c1.t2' });
    expect(next.attempts[0]?.state).toBe(outcome);
    expect(tasks[0]).toMatchObject({ state: 'ASSIGNED', tries: 0 });
  },
);

test('whoever reviews a case may have called: without contact the review is tried again, with it goes on', () => {
  const review = callTask({ kind: 'review' });
  const human = callingCase({ status: 'HUMAN' });

  expect(conclude('NO_ANSWER', review, human).tasks[0]).toMatchObject({
    kind: 'review',
    state: 'QUEUED',
    notBefore: AT + 2 * HOUR,
  });
  expect(conclude('CONNECTED', review, human)).toMatchObject({
    next: { status: 'HUMAN' },
    tasks: [{ state: 'ASSIGNED' }],
  });
});

test('a case outcome entered by the agent settles the case and wraps the call', () => {
  const deferred = attempt(2, { state: 'DEFERRED' });
  const of = callingCase({ attempts: [attempt(1, { step: 'call', channel: 'call', state: 'DIALLING' }), deferred] });
  const { next, tasks, entry } = conclude('REACHED_SAFE', callTask(), of);

  expect(next).toMatchObject({ status: 'RESOLVED', outcome: 'REACHED_SAFE', resolvedAt: AT, dueAt: AT + 7 * DAY });
  expect(next.attempts.map((one) => one.state)).toEqual(['WRAPPED', 'CANCELLED']);
  expect(tasks[0]?.state).toBe('DONE');
  expect(effectsOf(entry.effects)).toEqual(['case.settled']);
});

test('a person who confirms a genuine payment lifts the protective hold, one who denies it keeps it', () => {
  const of = callingCase({ protectiveHold: true });
  const genuine = conclude('CONFIRMED_GENUINE', callTask(), of);
  const mine = conclude('DENIED_NOT_ME', callTask(), of);

  expect(effectsOf(genuine.entry.effects)).toContain('account.release-requested');
  expect(genuine.next.protectiveHold).not.toBe(true);
  expect(effectsOf(mine.entry.effects)).toEqual(['case.settled']);
  expect(mine.next.protectiveHold).toBe(true);
});

test('a customer who refuses to talk settles the case, a contact person only their own turn', () => {
  const kin = attempt(1, {
    step: 'contact-call',
    channel: 'call',
    audience: 'contact',
    contactId: 'k1',
    state: 'DIALLING',
  });
  const of = callingCase({
    ...caseOf('welfare'),
    status: 'WAITING',
    step: 5,
    round: 0,
    taskId: 'c1.t2',
    attempts: [kin],
    attemptCount: 1,
  });

  expect(conclude('REFUSED').next).toMatchObject({ status: 'RESOLVED', outcome: 'REFUSED' });
  expect(conclude('REFUSED', callTask({ audience: 'contact', contactId: 'k1' }), of).next).toMatchObject({
    status: 'WAITING',
    step: 5,
    round: 1,
  });
});

test('a call under a hold by staff does not set the plan going again', () => {
  const held = {
    since: NOON,
    ruleIds: ['hold.staff'],
    recheckAt: NOON + 7 * DAY,
    cause: 'staff',
    rechecks: 0,
  } as const;
  const of = callingCase({ status: 'HELD', held });
  const again = conclude('NO_ANSWER', callTask(), of).next;
  const spent = conclude('NO_ANSWER', callTask({ tries: 2 }), of);

  expect(again.status).toBe('HELD');
  expect(spent.next).toMatchObject({ status: 'HELD', step: 4, dueAt: NOON + 7 * DAY });
  expect(spent.entry.effects).toEqual([]);
});

test('a call that nobody dialled through the desk is counted all the same', () => {
  expect(conclude('NO_ANSWER').next.dials).toEqual([AT]);
  const dialled = callingCase({
    attempts: [attempt(1, { step: 'call', channel: 'call', state: 'DIALLING' })],
    dials: [NOON],
  });
  expect(conclude('NO_ANSWER', callTask(), dialled).next.dials).toEqual([NOON]);
});

test('a task beside the plan ends with what its owner found, and the case goes on', () => {
  const of = openedCase({ status: 'WAITING', dueAt: NOON + DAY });
  const refresh = callTask({ id: 'c1.t7', kind: 'refresh' });
  const { next, tasks } = conclude('CONTACT_DATA_UPDATED', refresh, of);

  expect(next).toMatchObject({ status: 'WAITING', dueAt: NOON + DAY });
  expect(next.outcome).toBeUndefined();
  expect(tasks).toEqual([{ ...refresh, state: 'DONE' }]);
  expect(concludeTask(of, refresh, ended('BUSY'))).toEqual({ refused: 'task.outcome-unknown' });
});

test('refuses what is not the agent’s, not claimed, over, or no outcome of that task', () => {
  const of = callingCase();
  const human = openedCase({ status: 'HUMAN', taskId: 'c1.t2' });

  expect(concludeTask(of, callTask({ state: 'QUEUED' }), ended('BUSY'))).toEqual({ refused: 'task.not-claimed' });
  expect(concludeTask(of, callTask({ state: 'DONE' }), ended('BUSY'))).toEqual({ refused: 'task.ended' });
  expect(concludeTask(of, callTask({ assignee: 'mo' }), ended('BUSY'))).toEqual({ refused: 'task.not-yours' });
  expect(concludeTask(human, callTask({ kind: 'review' }), ended('INVALID'))).toEqual({
    refused: 'task.outcome-unknown',
  });
  expect(concludeTask(callingCase({ status: 'CLOSED' }), callTask(), ended('BUSY'))).toEqual({ refused: 'case.ended' });
  expect(concludeTask(callingCase({ status: 'CLOSED' }), callTask(), ended('REACHED_SAFE'))).toEqual({
    refused: 'case.ended',
  });
});

test('a review by a person settles the case with the outcome they enter', () => {
  const human = openedCase({ status: 'HUMAN', taskId: 'c1.t2', outcome: 'UNREACHABLE' });

  expect(conclude('REFUSED', callTask({ kind: 'review' }), human).next).toMatchObject({
    status: 'RESOLVED',
    outcome: 'REFUSED',
  });
});
