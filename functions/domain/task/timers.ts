import type { Task } from '../case/case.ts';
import { type Instant, MINUTE, SECOND } from '../time.ts';
import type { TaskTimer } from './timer.ts';

/** An aggregate with open tasks: its own timer beside theirs. */
export type Timed = { readonly dueAt?: Instant; readonly timers?: readonly TaskTimer[] };

/** Clocks of two machines differ a little: whoever comes this much before a due time is on time. */
const EARLY = 5 * SECOND;

/**
 * The sweep reads ahead of its clock and never looks back, so a timer set closer than this would slip behind its cursor:
 * the relay sends it instead (delayed to the second), and the due time is only its safety net.
 */
export const SWEEP_HORIZON = 2 * MINUTE;

/** When an open task is looked at by itself: queued, its time to be claimed is over; claimed, its lease is. */
function timerOf(task: Task): Instant | undefined {
  if (task.state === 'QUEUED') return task.claimBy ?? task.dueAt;
  return task.state === 'ASSIGNED' ? task.leaseUntil : undefined;
}

/** The timers once these tasks are written: each open task has exactly one, an ended one none. */
export function timersAfter(
  before: readonly TaskTimer[] | undefined,
  tasks: readonly Task[],
): readonly TaskTimer[] | undefined {
  if (tasks.length === 0) return before;
  const written = new Set(tasks.map(({ id }) => id));
  const others = (before ?? []).filter(({ task }) => !written.has(task));
  const fresh = tasks.flatMap((task): TaskTimer[] => {
    const at = timerOf(task);
    return at === undefined ? [] : [{ task: task.id, at }];
  });
  const all = [...others, ...fresh];
  return all.length === 0 ? undefined : all;
}

/** The one instant at which the aggregate is looked at next, whatever for: what the due index holds. */
export function dueOf({ dueAt, timers = [] }: Timed): Instant | undefined {
  const earliest = Math.min(dueAt ?? Number.POSITIVE_INFINITY, ...timers.map(({ at }) => at));
  return Number.isFinite(earliest) ? earliest : undefined;
}

/** Whether what is due at that instant may be done now: its time has come, or comes within a moment. */
export const isOnTime = (at: Instant, now: Instant): boolean => at - now <= EARLY;

/** The instant that counts for a message made for `due`: a moment early for the aggregate's own timer, it is on time. */
export function countedAt(of: Timed, due: Instant | undefined, read: Instant): Instant {
  const dueAt = dueOf(of);
  return dueAt !== undefined && due === dueAt && isOnTime(dueAt, read) ? Math.max(read, dueAt) : read;
}

/** Every open task by its id, those beside the plan too: each has its timer. */
export const openTasks = ({ timers = [] }: Timed): readonly string[] => timers.map(({ task }) => task);

/** The task whose time has come, the longest overdue first. */
export const dueTask = ({ timers = [] }: Timed, now: Instant): string | undefined =>
  timers.filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at)[0]?.task;
