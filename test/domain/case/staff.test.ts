import { expect, test } from 'vitest';
import { nextMove } from '#domain/case/next-move.ts';
import { closeByStaff, closeErased, holdByStaff, resumeByStaff } from '#domain/case/staff.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import { DAY, MINUTE } from '#domain/time.ts';
import {
  attempt,
  callingCase,
  callTask,
  claimedCase,
  effectsOf,
  moved,
  NOON,
  openedCase,
} from '../../support/cases.ts';

const LATER = NOON + MINUTE;
const by = { staff: 'li', reason: 'asked by the branch', at: LATER };
const waiting = openedCase({ status: 'WAITING', step: 2, dueAt: NOON + DAY, attempts: [attempt(1)], attemptCount: 1 });

test('staff close an open case: stopped by operations, its plan cancelled, its task ended', () => {
  const of = callingCase({ attempts: [attempt(1, { step: 'call', channel: 'call', state: 'QUEUED' })] });
  const { next, entry, tasks } = moved(closeByStaff(of, { ...by, task: callTask({ state: 'QUEUED' }) }));

  expect(next).toMatchObject({ status: 'CLOSED', outcome: 'STOPPED_BY_OPS' });
  expect('dueAt' in next).toBe(false);
  expect(next.attempts[0]?.state).toBe('CANCELLED');
  expect(tasks).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect(entry).toMatchObject({ actor: { kind: 'staff', id: 'li' }, facts: { reason: 'asked by the branch' } });
  expect(effectsOf(entry.effects)).toEqual(['case.settled']);
});

test('a hold of a case that was cleared by a retraction is released by the person who closes it', () => {
  const cleared = { ...waiting, status: 'RESOLVED', outcome: 'CLEARED', protectiveHold: true } as const;
  const { next, entry } = moved(closeByStaff(cleared, by));

  expect(next).toMatchObject({ status: 'CLOSED', outcome: 'CLEARED' });
  expect(next.protectiveHold).toBeUndefined();
  expect(entry.effects).toMatchObject([{ do: 'notify', type: 'account.release-requested' }]);
});

test('a person who closes a case with a protective hold lifts it', () => {
  const { next, entry } = moved(closeByStaff({ ...waiting, protectiveHold: true }, by));

  expect(effectsOf(entry.effects)).toEqual(['case.settled', 'account.release-requested']);
  expect(next.protectiveHold).toBeUndefined();
});

test('a settled case that staff close keeps its outcome, its hold and is not announced again', () => {
  const settled = { ...waiting, status: 'RESOLVED', outcome: 'DENIED_NOT_ME', protectiveHold: true } as const;
  const { next, entry } = moved(closeByStaff(settled, by));

  expect(next).toMatchObject({ status: 'CLOSED', outcome: 'DENIED_NOT_ME', protectiveHold: true });
  expect(entry.effects).toEqual([]);
});

test('with somebody erased goes the key of what was written before they were known', () => {
  const of = openedCase({ key: Uint8Array.of(1) });

  expect(moved(closeErased(of, { at: LATER })).next.key).toBeUndefined();
  expect(moved(closeByStaff(of, by)).next.key).toEqual(of.key);
});

test('the case of somebody erased ends as one that staff close, and says that the erasure did it', () => {
  const of = callingCase({ protectiveHold: true });
  const { next, entry, tasks } = moved(closeErased(of, { at: LATER, tasks: [callTask({ state: 'QUEUED' })] }));

  expect(next).toMatchObject({ status: 'CLOSED', outcome: 'STOPPED_BY_OPS' });
  expect(tasks).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect(entry).toMatchObject({ actor: { kind: 'system', name: 'erasure' }, facts: { reason: 'customer.erased' } });
  expect(effectsOf(entry.effects)).toEqual(['case.settled', 'account.release-requested']);
});

test('every open task of somebody erased goes, those beside the plan and those of a case that is over as well', () => {
  const beside = callTask({ id: 'c1.t7', kind: 'refresh', state: 'QUEUED' });
  const tasks = [callTask(), beside, callTask({ id: 'c1.t9', state: 'DONE' })];
  const over = { ...waiting, status: 'CLOSED', timers: [{ task: beside.id, at: NOON }] } as const;

  expect(moved(closeErased(callingCase(), { at: LATER, tasks })).tasks.map(({ id, state }) => [id, state])).toEqual([
    ['c1.t2', 'CANCELLED'],
    ['c1.t7', 'CANCELLED'],
  ]);
  const { next, entry } = moved(closeErased(over, { at: LATER, tasks: [beside] }));
  expect(next.status).toBe('CLOSED');
  expect(next.timers).toBeUndefined();
  expect(entry).toMatchObject({ type: 'case.words-erased', actor: { kind: 'system', name: 'erasure' } });
  expect(closeErased(over, { at: LATER })).toMatchObject({ refused: 'case.ended' });
});

test('refuses to close what has ended', () => {
  expect(closeByStaff({ ...waiting, status: 'CLOSED' }, by)).toMatchObject({ refused: 'case.ended' });
  expect(closeByStaff({ ...waiting, status: 'SUPPRESSED' }, by)).toMatchObject({ refused: 'case.ended' });
});

test('a text under way when staff close its case is still looked after at its deadline', () => {
  const { next } = moved(closeByStaff(claimedCase(), by));

  expect(nextMove(next, NOON + SEND_DEADLINE)).toEqual({ do: 'declare-doubt' });
});

test('staff hold a case until they resume it or a week has passed', () => {
  const { next } = moved(holdByStaff(waiting, by));

  expect(next).toMatchObject({
    status: 'HELD',
    dueAt: LATER + 7 * DAY,
    held: { ruleIds: ['hold.staff'], since: LATER },
  });
  expect(holdByStaff(next, by)).toEqual({ refused: 'case.already-held', legal: ['resume', 'close'] });
  expect(holdByStaff({ ...waiting, status: 'RESOLVED' }, by)).toEqual({ refused: 'case.ended', legal: ['close'] });
});

test('staff may hold a case that is held for another reason', () => {
  const stale = {
    since: NOON,
    ruleIds: ['evidence.stale'],
    recheckAt: NOON,
    cause: 'evidence.stale',
    rechecks: 1,
  } as const;

  expect(moved(holdByStaff({ ...waiting, status: 'HELD', held: stale }, by)).next.held?.ruleIds).toEqual([
    'hold.staff',
  ]);
});

test('a hold takes an open call task off the desk; resumed, the call is asked for anew', () => {
  const held = moved(holdByStaff(callingCase(), { ...by, task: callTask() }));
  const resumed = moved(resumeByStaff(held.next, { ...by, at: LATER + DAY }));

  expect(held.tasks).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect(held.next.taskId).toBeUndefined();
  expect(held.next.attempts[0]?.state).toBe('CANCELLED');
  expect(resumed.next).toMatchObject({ status: 'WAITING', step: 3, dueAt: LATER + DAY });
  expect(nextMove(resumed.next, LATER + DAY)).toEqual({ do: 'step' });
});

test('a case that a person owned is theirs again when it is resumed, and its task’s timer runs as it ran', () => {
  const timers = [{ task: 'c1.t2', at: LATER + 15 * MINUTE }];
  const human = { ...waiting, status: 'HUMAN', taskId: 'c1.t2', timers } as const;
  const task = callTask({ kind: 'review', state: 'QUEUED' });
  const held = moved(holdByStaff(human, { ...by, task })).next;
  const { next } = moved(resumeByStaff(held, { ...by, task }));

  expect(held.timers).toEqual(timers);
  expect(next).toMatchObject({ status: 'HUMAN', taskId: 'c1.t2', timers });
  expect(next.dueAt).toBeUndefined();
});

test('a resumed case is gated afresh at once', () => {
  const held = moved(holdByStaff(waiting, by)).next;
  const { next, entry } = moved(resumeByStaff(held, by));

  expect(next).toMatchObject({ status: 'WAITING', dueAt: LATER });
  expect(next.held).toBeUndefined();
  expect(effectsOf(entry.effects)).toEqual(['work']);
  expect(resumeByStaff(waiting, by)).toEqual({ refused: 'case.not-held', legal: ['hold', 'close'] });
  expect(resumeByStaff({ ...waiting, status: 'CLOSED' }, by)).toEqual({ refused: 'case.not-held', legal: [] });
});

test('a case resumed while its text is still under way waits for the text’s fate first', () => {
  const held = moved(holdByStaff(claimedCase(), by)).next;
  const { next } = moved(resumeByStaff(held, by));

  expect(next).toMatchObject({ status: 'CONTACTING', dueAt: NOON + SEND_DEADLINE });
});
