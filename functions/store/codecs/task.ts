import type { Task } from '#domain/case/case.ts';
import { isTaskOpen } from '#domain/task/moves.ts';
import { type Item, item, json, readJson, text } from '../attributes.ts';
import { worklistKeys } from '../keys.ts';

/** A task is listed in its queue's worklist while it is open; done ones leave the index. */
export function toItem(task: Task): Item {
  const work = isTaskOpen(task)
    ? worklistKeys({ queue: task.queue, state: task.state, id: task.id, dueAt: task.dueAt })
    : undefined;
  return item({
    st: text(task.state),
    wq: work === undefined ? undefined : text(work.wq),
    ws: work === undefined ? undefined : text(work.ws),
    d: json(task),
  });
}

export const fromItem = (source: Item): Task => readJson<Task>(source, 'd');
