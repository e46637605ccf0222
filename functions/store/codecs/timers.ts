import type { TaskTimer } from '#domain/task/timer.ts';
import type { Timed } from '#domain/task/timers.ts';
import { parseDueSort } from '../keys.ts';

/** The open tasks by the number in their id; the aggregate's own timer beside theirs, if it has one. */
export type PackedTimers = {
  readonly tm: readonly (readonly [task: number, at: number])[];
  readonly da: number | null;
};

/** A task's id is its aggregate's, this, and the number of the entry that made it. */
const TASK_MARK = '.t';

/** Nothing while no task is open: the due index then holds the aggregate's own timer. */
export function packTimers({ id, dueAt, timers }: Timed & { readonly id: string }): PackedTimers | undefined {
  if (timers === undefined) return undefined;
  return {
    tm: timers.map(({ task, at }) => [Number(task.slice(id.length + TASK_MARK.length)), at]),
    da: dueAt ?? null,
  };
}

/** `due`: the place in the due index, which with tasks open may be that of one of them. */
export function unpackTimers(id: string, packed: PackedTimers | undefined, due: string | undefined): Timed {
  if (packed === undefined) return due === undefined ? {} : { dueAt: parseDueSort(due).dueAt };
  const timers = packed.tm.map(([n, at]): TaskTimer => ({ task: [id, n].join(TASK_MARK), at }));
  return { timers, ...(packed.da === null ? {} : { dueAt: packed.da }) };
}
