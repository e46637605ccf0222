import type { Task } from '../case/case.ts';
import type { Instant } from '../time.ts';
import type { TaskTimer } from './timer.ts';

/** An aggregate with open tasks: its own timer beside theirs. */
export type Timed = { readonly dueAt?: Instant; readonly timers?: readonly TaskTimer[] };

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

/** The task whose time has come, the longest overdue first. */
export const dueTask = ({ timers = [] }: Timed, now: Instant): string | undefined =>
  timers.filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at)[0]?.task;
