import { expect, test } from 'vitest';
import type { Task } from '#domain/case/case.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import {
  claimComplaintTask,
  concludeComplaintTask,
  releaseComplaintTask,
  type TaskMoved,
} from '#domain/complaint/life/tasks.ts';
import { type Ticked, tick } from '#domain/complaint/life/tick.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import { dueOf } from '#domain/task/timers.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { complaintBook, complaintOf, moved, toldComplaint } from '../../../support/complaints/complaints.ts';

const START = complaintOf().receivedAt;
const open: Task = {
  id: 'm1.t2',
  complaintId: 'm1',
  customerId: 'u1',
  kind: 'review',
  state: 'QUEUED',
  queue: 'hardship',
  audience: 'customer',
  dueAt: START + DAY,
  severity: 'medium',
  tries: 0,
  maxTries: 1,
  createdAt: START,
};
const waiting = (change: Partial<Complaint> = {}): Complaint =>
  complaintOf({ clocks: [], timers: [{ task: open.id, at: open.dueAt }], ...change });
const by = { staff: 'a1', role: 'agent' } as const;
const atDesk = (now: number) => ({ now, book: complaintBook, by, leaseUntil: now + 8 * HOUR });
const ticked = (of: Complaint, tasks: readonly Task[], now: number): Ticked =>
  tick(of, { now, book: complaintBook, tasks, caseId: 'c9' });

function done(result: Ticked | TaskMoved): ComplaintTransition {
  if (result === undefined || 'refused' in result) throw new Error('expected a move');
  return result;
}
const first = ({ tasks }: ComplaintTransition): Task => tasks[0] ?? open;

test('a complaint is looked at when the time of its task is over, though nothing else is due of it', () => {
  expect(dueOf(waiting())).toBe(START + DAY);
  expect(ticked(waiting(), [open], START + DAY - 1)).toBeUndefined();
});

test('a task of a complaint that nobody claims is told to the supervisor of its queue, and again ever more seldom', () => {
  const move = done(ticked(waiting(), [open], START + DAY));
  const again = done(ticked(move.next, move.tasks, START + 2 * DAY));

  expect(move.entry).toMatchObject({
    type: 'task.escalated',
    effects: [{ type: 'case.escalated', department: 'hardship', data: { complaintId: 'm1', to: 'supervisor' } }],
  });
  expect(first(move)).toMatchObject({ state: 'QUEUED', escalated: true, dueAt: open.dueAt });
  expect(move.next.timers).toEqual([{ task: 'm1.t2', at: START + 2 * DAY }]);
  expect(again.next.timers).toEqual([{ task: 'm1.t2', at: START + 4 * DAY }]);
});

test('whoever keeps a claimed task for too long loses it, and the record says who that was', () => {
  const mine = done(claimComplaintTask(waiting(), open, atDesk(START)));
  const lapsed = done(ticked(mine.next, mine.tasks, START + 8 * HOUR));

  expect(mine.next.timers).toEqual([{ task: 'm1.t2', at: START + 8 * HOUR }]);
  expect(lapsed.entry).toMatchObject({ type: 'task.lapsed', facts: { task: 'm1.t2', assignee: 'a1' } });
  expect(first(lapsed)).toMatchObject({ state: 'QUEUED', dueAt: START + 8 * HOUR + DAY });
  expect(first(lapsed)).not.toHaveProperty('assignee');
});

test('a task given back starts anew, one that is done has no timer any more', () => {
  const mine = done(claimComplaintTask(waiting(), open, atDesk(START)));
  const back = done(releaseComplaintTask(mine.next, first(mine), atDesk(START + HOUR)));
  const over = done(concludeComplaintTask(mine.next, first(mine), { at: atDesk(START + HOUR) }));

  expect(back.next.timers).toEqual([{ task: 'm1.t2', at: START + HOUR + DAY }]);
  expect(over.next.timers).toBeUndefined();
  expect(dueOf(over.next)).toBeUndefined();
});

test('what cannot wait is told of after five minutes', () => {
  const urgent = waiting({ severity: 'P1' });
  const mine = done(claimComplaintTask(urgent, open, atDesk(START)));

  expect(done(releaseComplaintTask(mine.next, first(mine), atDesk(START))).next.timers).toEqual([
    { task: 'm1.t2', at: START + 5 * MINUTE },
  ]);
});

test('a review or a call that is concluded is the action an emergency asks for, any other task is none', () => {
  const triage = { flags: ['fraud_in_progress'], severity: 'P1' } as const;
  const of = moved(
    receiveComplaint(toldComplaint({ receivedAt: START, triage }), { now: START, book: complaintBook }),
  ).next;
  const stateAfter = (kind: Task['kind']) => {
    const task: Task = { ...open, kind, state: 'ASSIGNED', assignee: 'a1' };
    const { next } = done(concludeComplaintTask(of, task, { at: atDesk(START + MINUTE) }));
    return next.clocks.find((clock) => clock.kind === 'action')?.state;
  };

  expect((['review', 'call'] as const).map(stateAfter)).toEqual(['MET', 'MET']);
  expect((['approve', 'refresh', 'offer-ended'] as const).map(stateAfter)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
});
