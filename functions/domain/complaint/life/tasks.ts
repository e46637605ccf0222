import type { Task } from '../../case/case.ts';
import type { Refusal } from '../../case/transition.ts';
import type { Complaint } from '../complaint.ts';
import { type MoveAt, type Moved, step } from './step.ts';

export type TaskMoved = Moved | Refusal;
type By = Pick<MoveAt, 'now' | 'book'> & { readonly by: NonNullable<MoveAt['by']> };

/** An agent takes a queued task; a second agent is refused. A person is at the complaint now. */
export function claimComplaintTask(of: Complaint, task: Task, at: By): TaskMoved {
  if (task.state === 'DONE' || task.state === 'CANCELLED') return { refused: 'task.ended' };
  if (task.state === 'ASSIGNED') return { refused: task.assignee === at.by.staff ? 'task.ended' : 'task.not-yours' };
  return step(
    of,
    { to: {}, hears: ['human-took'] },
    {
      type: 'task.claimed',
      facts: { task: task.id },
      at,
      beside: { tasks: [{ ...task, state: 'ASSIGNED', assignee: at.by.staff }] },
    },
  );
}

const refusedOf = (task: Task, staff: string): Refusal | undefined => {
  if (task.state !== 'ASSIGNED') return { refused: 'task.not-claimed' };
  return task.assignee === staff ? undefined : { refused: 'task.not-yours' };
};

/** Back to the queue. */
export function releaseComplaintTask(of: Complaint, task: Task, at: By): TaskMoved {
  const refused = refusedOf(task, at.by.staff);
  if (refused !== undefined) return refused;
  const { assignee: _gone, ...rest } = task;
  return step(
    of,
    { to: {} },
    { type: 'task.released', facts: { task: task.id }, at, beside: { tasks: [{ ...rest, state: 'QUEUED' }] } },
  );
}

/** Done: for a complaint that could not wait, this is the action its clock asks for. */
export function concludeComplaintTask(
  of: Complaint,
  task: Task,
  by: { readonly at: By; readonly outcome?: string },
): TaskMoved {
  const { at, outcome } = by;
  const refused = refusedOf(task, at.by.staff);
  if (refused !== undefined) return refused;
  return step(
    of,
    { to: {}, hears: ['action-taken'] },
    {
      type: 'task.done',
      facts: { task: task.id, taskKind: task.kind, ...(outcome === undefined ? {} : { outcome }) },
      at,
      beside: { tasks: [{ ...task, state: 'DONE' }] },
    },
  );
}
