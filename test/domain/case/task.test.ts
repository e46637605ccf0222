import { expect, test } from 'vitest';
import { claimTask, dialTask, escalateTask, newTask, releaseTask, taskDue, unclaimedAfter } from '#domain/case/task.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { PURPOSES } from '#domain/words.ts';
import { attempt, callingCase, callTask, caseOf, effectsOf, moved, NOON, openedCase } from '../../support/cases.ts';

const li = { id: 'li', at: NOON + MINUTE, leaseUntil: NOON + 11 * MINUTE };
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

test('an agent takes a queued task; the case then waits for the agent until the lease is over', () => {
  const of = callingCase({ timers: [{ task: 'c1.t2', at: queued.dueAt }] });
  const { next, tasks } = moved(claimTask(of, queued, li));

  expect(next.timers).toEqual([{ task: 'c1.t2', at: li.leaseUntil }]);
  expect(next.attempts[0]?.state).toBe('ASSIGNED');
  expect(tasks).toEqual([{ ...queued, state: 'ASSIGNED', assignee: 'li', leaseUntil: li.leaseUntil }]);
});

test('a lease that lapses makes the task free again, and the record says whose it was', () => {
  const of = callingCase({ timers: [{ task: 'c1.t2', at: li.leaseUntil }] });
  const move = taskDue(of, callTask({ leaseUntil: li.leaseUntil }), li.leaseUntil);

  expect(move?.entry).toMatchObject({
    type: 'task.lapsed',
    actor: { kind: 'system' },
    facts: { task: 'c1.t2', assignee: 'li' },
  });
  expect(move?.tasks[0]).toMatchObject({ state: 'QUEUED', dueAt: li.leaseUntil + 15 * MINUTE });
  expect(move?.tasks[0]).not.toHaveProperty('assignee');
  expect(move?.tasks[0]).not.toHaveProperty('leaseUntil');
  expect(move?.next).toMatchObject({
    attempts: [{ state: 'QUEUED' }],
    timers: [{ task: 'c1.t2', at: li.leaseUntil + 15 * MINUTE }],
  });
});

test('a task that is over has no timer, whatever its aggregate is told', () => {
  expect(taskDue(callingCase(), callTask({ state: 'DONE' }), NOON)).toBeUndefined();
});

test('a call to be tried again is nobody’s before its time, nor while nobody may be called', () => {
  const from = NOON + 2 * HOUR;
  const again = callTask({ state: 'QUEUED', tries: 1, dueAt: from, notBefore: from, claimBy: from + 15 * MINUTE });
  const at = (now: number, opensAt = now) => claimTask(callingCase(), again, { ...li, at: now, opensAt });

  expect(at(from - 1)).toEqual({ refused: 'task.not-yet' });
  expect(at(from, from + HOUR)).toEqual({ refused: 'task.not-yet' });
  expect(moved(at(from)).tasks[0]).not.toHaveProperty('notBefore');
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

  expect(next.timers).toEqual([{ task: 'c1.t2', at: li.at + 15 * MINUTE }]);
  expect(next.attempts[0]?.state).toBe('QUEUED');
  expect(tasks[0]).toMatchObject({ state: 'QUEUED', dueAt: li.at + 15 * MINUTE });
  expect(tasks[0]).not.toHaveProperty('assignee');
  expect(releaseTask(callingCase(), queued, { ...li, reason: 'r' })).toEqual({ refused: 'task.not-claimed' });
  expect(releaseTask(callingCase(), callTask({ assignee: 'mo' }), { ...li, reason: 'r' })).toEqual({
    refused: 'task.not-yours',
  });
});

test('a task beside the plan has its own timer and leaves the case’s alone, taken or given back', () => {
  const waiting = openedCase({ status: 'WAITING', dueAt: NOON + DAY });
  const settled = openedCase({ status: 'RESOLVED', dueAt: NOON + 7 * DAY });
  const mine = { ...refresh, state: 'ASSIGNED', assignee: 'li' } as const;

  for (const one of [waiting, settled]) {
    expect(moved(claimTask(one, refresh, li)).next).toMatchObject({
      dueAt: one.dueAt,
      timers: [{ task: 'c1.t7', at: li.leaseUntil }],
    });
    expect(moved(releaseTask(one, mine, { ...li, reason: 'r' })).next).toMatchObject({
      dueAt: one.dueAt,
      timers: [{ task: 'c1.t7', at: li.at + 15 * MINUTE }],
    });
  }
});

test('dialling records the decision the gate just made, and is counted', () => {
  const decision = { verdict: 'ALLOW' };
  const dial = { ...li, leaseUntil: NOON + HOUR, decision, point: 'p9' };
  const { next, entry, tasks } = moved(dialTask(callingCase({ version: 5 }), callTask(), dial));

  expect(next.attempts[0]).toMatchObject({ state: 'DIALLING', decisionSeq: 6, point: 'p9' });
  expect(next.timers).toEqual([{ task: 'c1.t2', at: NOON + HOUR }]);
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

test('an unclaimed task is told to the supervisor and keeps its place in the list; its step is not spent', () => {
  const of = callingCase();
  const { next, entry, tasks } = escalateTask(of, queued, NOON);

  expect(next).toMatchObject({ step: of.step, taskId: of.taskId, timers: [{ task: 'c1.t2', at: NOON + DAY }] });
  expect(tasks[0]).toMatchObject({ escalated: true, state: 'QUEUED', dueAt: queued.dueAt });
  expect(effectsOf(entry.effects)).toEqual(['case.escalated']);
  expect(entry.effects[0]).toMatchObject({ data: { to: 'supervisor' } });
});

test('the supervisor is reminded of a task that stays unclaimed after 1, 2, 4, 8, 16 and then every 32 days', () => {
  const waits: number[] = [];
  let [of, task, now] = [callingCase(), queued, NOON];
  for (let n = 0; n < 8; n += 1) {
    const move = escalateTask(of, task, now);
    const at = move.next.timers?.[0]?.at ?? 0;
    waits.push((at - now) / DAY);
    [of, task, now] = [move.next, move.tasks[0] ?? task, at];
  }

  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 32, 32]);
});

test('the newest eight dials are kept', () => {
  let of = callingCase({ attempts: [attempt(1, { step: 'call', channel: 'call' })] });
  for (let n = 0; n < 10; n += 1) of = moved(dialTask(of, callTask(), { ...li, at: NOON + n, decision: {} })).next;

  expect(of.dials).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((n) => NOON + n));
});
