import type { Task } from '../case/case.ts';
import { durationOf } from '../policy/book.ts';
import type { Leases } from '../policy/limits.ts';
import { DAY, type Instant } from '../time.ts';
import type { TaskState } from '../words.ts';

/** Which state may follow which: a task goes back to its queue, and ends once. */
const LEGAL: Readonly<Record<TaskState, readonly TaskState[]>> = {
  QUEUED: ['QUEUED', 'ASSIGNED', 'DONE', 'CANCELLED'],
  ASSIGNED: ['ASSIGNED', 'QUEUED', 'DONE', 'CANCELLED'],
  DONE: [],
  CANCELLED: [],
};

export const taskMayFollow = (from: TaskState, to: TaskState): boolean => LEGAL[from].includes(to);

/** Somebody has it to do, or is to claim it. */
export const isTaskOpen = ({ state }: Pick<Task, 'state'>): boolean => state === 'QUEUED' || state === 'ASSIGNED';

/** When a task that is claimed now is free again. */
export const leaseEnd = (task: Pick<Task, 'kind'>, now: Instant, leases: Leases): Instant =>
  now + durationOf(task.kind === 'call' ? leases.call : leases.desk);

/** When a call whose number is given out now is free again. */
export const dialLeaseEnd = (now: Instant, leases: Leases): Instant => now + durationOf(leases.dialled);

/** `opensAt`: calls are not made before; `leaseUntil`: the agent's time with it. */
export type Claim = { readonly at: Instant; readonly leaseUntil: Instant; readonly opensAt?: Instant };

export type ClaimRefusal = 'task.ended' | 'task.not-yours' | 'task.not-yet';

/** Whether this agent may take it now; a second agent is refused, and so is whoever comes before its time. */
export function claimRefusal(task: Task, staff: string, by: Pick<Claim, 'at' | 'opensAt'>): ClaimRefusal | undefined {
  if (!taskMayFollow(task.state, 'ASSIGNED')) return 'task.ended';
  if (task.state === 'ASSIGNED') return task.assignee === staff ? 'task.ended' : 'task.not-yours';
  return Math.max(task.notBefore ?? 0, by.opensAt ?? 0) > by.at ? 'task.not-yet' : undefined;
}

export function claimed(task: Task, staff: string, { leaseUntil }: Claim): Task {
  const { notBefore: _from, claimBy: _by, ...rest } = task;
  return { ...rest, state: 'ASSIGNED', assignee: staff, leaseUntil };
}

/** In its queue again, with as long to be claimed as a new one. */
export function freed(task: Task, dueAt: Instant): Task {
  const { assignee: _gone, leaseUntil: _over, claimBy: _by, ...rest } = task;
  return { ...rest, state: 'QUEUED', dueAt };
}

/** To be tried again from then on, and then as long to be claimed as a new one. */
export const queuedFrom = (task: Task, from: Instant, within: number): Task => ({
  ...freed(task, from),
  notBefore: from,
  claimBy: from + within,
});

/** Whoever does not come is reminded after 1, 2, 4, 8, 16, and then every 32 days. Source: docs/behaviour.md, Tasks. */
const DOUBLINGS = 5;

/** The supervisor was told; a task that nobody claims then either is told of again, ever more seldom. */
export function told(task: Task, now: Instant): Task {
  const reminders = task.escalated === true ? (task.reminders ?? 0) + 1 : 0;
  const next = now + DAY * 2 ** Math.min(reminders, DOUBLINGS);
  return { ...task, escalated: true, claimBy: next, ...(reminders === 0 ? {} : { reminders }) };
}
