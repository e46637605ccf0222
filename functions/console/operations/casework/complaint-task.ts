import type { Task } from '#domain/case/case.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { TaskMoved } from '#domain/complaint/life/tasks.ts';
import { type ComplaintAt, isComplaintMoved, moveComplaintOf } from '../../moves/move-complaint.ts';
import { mayRead } from '../../moves/read-complaint.ts';
import type { Words } from '../../moves/said-words.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Caller, maySee } from '../../request/caller.ts';
import type { Ask } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { taskView } from '../../views/task-view.ts';

type Moving = Ask<unknown, { readonly expectedVersion?: number | undefined }>;
export type ComplaintTaskRule = (of: Complaint, task: Task, at: ComplaintAt) => TaskMoved;

/** One move of one task of a complaint, written with it; whoever may see the task's queue may make it. */
export async function moveComplaintTask(
  { caller, path, body }: Moving,
  by: { readonly complaintId: string; readonly ofComplaint: ComplaintTaskRule; readonly words?: Words },
  needs: ConsoleNeeds,
): Promise<Answer> {
  const taskId = path['id'] ?? '';
  const wish = { caller, complaintId: by.complaintId, taskId, expectedVersion: body.expectedVersion };
  const moved = await moveComplaintOf(
    wish,
    (of, at) => {
      const { task } = at;
      if (task === undefined) return notFound;
      return { result: by.ofComplaint(of, task, at), ...(by.words === undefined ? {} : { words: by.words }) };
    },
    needs,
  );
  if (!isComplaintMoved(moved)) return moved;
  const task = moved.transition.tasks.find(({ id }) => id === taskId);
  return task === undefined ? notFound : ok(taskView(task, moved.next));
}

/** One task of a complaint, for whoever may see its queue or read the complaint. */
export async function showComplaintTask(
  at: { readonly caller: Caller; readonly complaintId: string; readonly taskId: string },
  needs: Pick<ConsoleNeeds, 'complaints' | 'tasks'>,
): Promise<Answer> {
  const stored = await needs.complaints.load(at.complaintId);
  if (stored === undefined) return notFound;
  const tasks = await needs.tasks.ofComplaint(at.complaintId);
  const task = tasks.find(({ id }) => id === at.taskId);
  if (task === undefined) return notFound;
  return mayRead(at.caller, stored.state, [task.queue]) ? ok(taskView(task, stored.state)) : notFound;
}

/** The tasks of a complaint: all of them for who may read it, else those of the caller's own queues. */
export async function tasksOfComplaint(
  caller: Caller,
  complaintId: string,
  needs: Pick<ConsoleNeeds, 'complaints' | 'tasks'>,
): Promise<readonly Task[] | undefined> {
  const stored = await needs.complaints.load(complaintId);
  if (stored === undefined) return undefined;
  const tasks = await needs.tasks.ofComplaint(complaintId);
  if (mayRead(caller, stored.state, [])) return tasks;
  const own = tasks.filter(({ queue }) => maySee(caller, queue));
  return own.length === 0 ? undefined : own;
}
