import { expect, test } from 'vitest';
import { claimTask, dialTask, escalateTask, newTask, releaseTask, unclaimedAfter } from '#domain/case/task.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { PURPOSES } from '#domain/words.ts';
import { attempt, callingCase, callTask, caseOf, effectsOf, moved, NOON, openedCase } from '../../support/cases.ts';

const li = { id: 'li', at: NOON + MINUTE };
const queued = callTask({ state: 'QUEUED' });
const refresh = callTask({ id: 'c1.t7', kind: 'refresh', state: 'QUEUED' });

test('an unclaimed task goes to the supervisor after 15 minutes for fraud, 30 for welfare, a day for the rest', () => {
  expect(PURPOSES.map((purpose) => unclaimedAfter(purpose) / MINUTE)).toEqual([
    15, 30, 1440, 1440, 1440, 1440, 1440, 1440,
  ]);
});

test('a task is numbered by the entry that makes it, and has three tries unless the plan says otherwise', () => {
  const of = caseOf('welfare', { version: 4 });

  expect(newTask(of, { kind: 'call' }, NOON)).toMatchObject({
    id: 'c1.t5',
    state: 'QUEUED',
    queue: 'contact-centre',
    audience: 'customer',
    tries: 0,
    maxTries: 3,
    dueAt: NOON + 30 * MINUTE,
  });
  expect(newTask(of, { kind: 'call', tries: 2 }, NOON).maxTries).toBe(2);
});

test('an urgent task is at least of high severity', () => {
  const severity = (of: 'low' | 'critical') =>
    newTask(openedCase({ severity: of }), { kind: 'review', urgent: true }, NOON).severity;

  expect([severity('low'), severity('critical')]).toEqual(['high', 'critical']);
  expect(newTask(openedCase({ severity: 'low' }), { kind: 'review' }, NOON).severity).toBe('low');
});

test('an agent takes a queued task; the case then waits for the agent and no clock', () => {
  const { next, tasks } = moved(claimTask(callingCase({ dueAt: NOON + HOUR }), queued, li));

  expect(next.dueAt).toBeUndefined();
  expect(next.attempts[0]?.state).toBe('ASSIGNED');
  expect(tasks).toEqual([{ ...queued, state: 'ASSIGNED', assignee: 'li' }]);
});

test('taking the task about a text of unknown fate leaves the text in doubt, so that it can be decided', () => {
  const doubtful = openedCase({ status: 'HUMAN', taskId: 'c1.t2', attempts: [attempt(1, { state: 'IN_DOUBT' })] });

  expect(
    moved(claimTask(doubtful, callTask({ kind: 'unknown-send', state: 'QUEUED' }), li)).next.attempts[0]?.state,
  ).toBe('IN_DOUBT');
});

test('refuses a task that another agent has, or that is over', () => {
  const of = callingCase();

  expect(claimTask(of, callTask({ assignee: 'mo' }), li)).toEqual({ refused: 'task.not-yours' });
  expect(claimTask(of, callTask(), li)).toEqual({ refused: 'task.ended' });
  expect(claimTask(of, callTask({ state: 'DONE' }), li)).toEqual({ refused: 'task.ended' });
  expect(claimTask(of, callTask({ state: 'CANCELLED' }), li)).toEqual({ refused: 'task.ended' });
});

test('a released task is queued again and the supervisor’s clock starts anew', () => {
  const { next, tasks } = moved(releaseTask(callingCase(), callTask(), { ...li, reason: 'end of shift' }));

  expect(next).toMatchObject({ dueAt: li.at + 15 * MINUTE });
  expect(next.attempts[0]?.state).toBe('QUEUED');
  expect(tasks[0]).toMatchObject({ state: 'QUEUED', dueAt: li.at + 15 * MINUTE });
  expect(tasks[0]).not.toHaveProperty('assignee');
  expect(releaseTask(callingCase(), queued, { ...li, reason: 'r' })).toEqual({ refused: 'task.not-claimed' });
  expect(releaseTask(callingCase(), callTask({ assignee: 'mo' }), { ...li, reason: 'r' })).toEqual({
    refused: 'task.not-yours',
  });
});

test('a task beside the plan neither stops the case’s clock when it is taken nor starts it when it is given back', () => {
  const waiting = openedCase({ status: 'WAITING', dueAt: NOON + DAY });
  const settled = openedCase({ status: 'RESOLVED', dueAt: NOON + 7 * DAY });
  const mine = { ...refresh, state: 'ASSIGNED', assignee: 'li' } as const;

  for (const one of [waiting, settled]) {
    expect(moved(claimTask(one, refresh, li)).next.dueAt).toBe(one.dueAt);
    expect(moved(releaseTask(one, mine, { ...li, reason: 'r' })).next.dueAt).toBe(one.dueAt);
  }
});

test('dialling records the decision the gate just made, and is counted', () => {
  const decision = { verdict: 'ALLOW' };
  const { next, entry, tasks } = moved(dialTask(callingCase({ version: 5 }), callTask(), { ...li, decision }));

  expect(next.attempts[0]).toMatchObject({ state: 'DIALLING', decisionSeq: 6 });
  expect(next.dials).toEqual([li.at]);
  expect(entry).toMatchObject({ type: 'call.dialled', facts: { decision } });
  expect(tasks[0]?.decisionSeq).toBe(6);
});

test('a call to a contact person does not count as one to the customer', () => {
  expect(
    moved(dialTask(callingCase(), callTask({ audience: 'contact' }), { ...li, decision: {} })).next.dials,
  ).toBeUndefined();
});

test('refuses to dial for somebody who has not taken the task', () => {
  expect(dialTask(callingCase(), queued, { ...li, decision: {} })).toEqual({ refused: 'task.not-claimed' });
  expect(dialTask(callingCase(), callTask({ assignee: 'mo' }), { ...li, decision: {} })).toEqual({
    refused: 'task.not-yours',
  });
});

test('an escalated task is told to its department and looked at again a day later; its step is not spent', () => {
  const of = callingCase({ dueAt: NOON });
  const { next, entry, tasks } = escalateTask(of, queued, NOON);

  expect(next).toMatchObject({ step: of.step, taskId: of.taskId, dueAt: NOON + DAY });
  expect(tasks[0]).toMatchObject({ escalated: true, state: 'QUEUED', dueAt: NOON + DAY });
  expect(effectsOf(entry.effects)).toEqual(['case.escalated']);
});

test('the newest eight dials are kept', () => {
  let of = callingCase({ attempts: [attempt(1, { step: 'call', channel: 'call' })] });
  for (let n = 0; n < 10; n += 1) of = moved(dialTask(of, callTask(), { id: 'li', at: NOON + n, decision: {} })).next;

  expect(of.dials).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((n) => NOON + n));
});
