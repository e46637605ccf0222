import type { Task } from '../../case/case.ts';
import type { Refusal } from '../../case/transition.ts';
import type { Effect } from '../../effects.ts';
import { claimed, claimRefusal, freed, told } from '../../task/moves.ts';
import type { Instant } from '../../time.ts';
import type { TaskKind } from '../../words.ts';
import { type Complaint, claimWithin } from '../complaint.ts';
import { isSameStaff } from '../handlers.ts';
import { type MoveAt, type Moved, step } from './step.ts';

export type TaskMoved = Moved | Refusal;
type By = Pick<MoveAt, 'now' | 'book'> & { readonly by: NonNullable<MoveAt['by']> };

/**
 * An agent takes a queued task; a second agent is refused. An approval is a supervisor's, and never of what they proposed
 * themselves. A person is at the complaint now.
 */
export function claimComplaintTask(of: Complaint, task: Task, at: By & { readonly leaseUntil: Instant }): TaskMoved {
  const { staff, role } = at.by;
  if (task.kind === 'approve' && role === 'agent') return { refused: 'complaint.needs-supervisor' };
  if (task.askedBy !== undefined && isSameStaff(task.askedBy, staff)) return { refused: 'complaint.own-approval' };
  const refused = claimRefusal(task, staff, { at: at.now });
  if (refused !== undefined) return { refused };
  const claim = { at: at.now, leaseUntil: at.leaseUntil };
  return step(
    of,
    { to: {}, hears: ['human-took'] },
    {
      type: 'task.claimed',
      facts: { task: task.id, leaseUntil: at.leaseUntil },
      at,
      beside: { tasks: [claimed(task, staff, claim)] },
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
  const tasks = [freed(task, at.now + claimWithin(of))];
  return step(of, { to: {} }, { type: 'task.released', facts: { task: task.id }, at, beside: { tasks } });
}

/** The timer of an open task, as for those of cases: claimed and kept for too long, or not claimed. Undefined: it is over. */
export function complaintTaskDue(of: Complaint, task: Task, at: Pick<MoveAt, 'now' | 'book'>): Moved | undefined {
  const facts = { task: task.id };
  const actor = { kind: 'system', name: 'clock' } as const;
  if (task.state === 'QUEUED') {
    const said = { type: 'task.escalated', facts, actor, at, effects: [unclaimedNotice(of, task)] };
    return step(of, { to: {} }, { ...said, beside: { tasks: [told(task, at.now)] } });
  }
  if (task.state !== 'ASSIGNED') return undefined;
  const tasks = [freed(task, at.now + claimWithin(of))];
  const said = { type: 'task.lapsed', facts: { ...facts, assignee: task.assignee }, actor, at };
  return step(of, { to: {} }, { ...said, beside: { tasks } });
}

/** Whoever supervises the department sees to it that somebody takes the task. */
const unclaimedNotice = (of: Complaint, task: Task): Effect => ({
  do: 'notify',
  type: 'case.escalated',
  purpose: 'complaint_followup',
  department: task.queue,
  severity: task.severity,
  data: {
    complaintId: of.id,
    ...(of.customerId === undefined ? {} : { customerId: of.customerId }),
    to: 'supervisor',
  },
});

/** Kinds by which something is done about the complaint itself: what is approved, or refreshed, is no action yet. */
const ACTS: readonly TaskKind[] = ['review', 'call'];

/** Done: for a complaint that could not wait, a review or a call is the action its clock asks for. */
export function concludeComplaintTask(
  of: Complaint,
  task: Task,
  by: { readonly at: By; readonly outcome?: string },
): TaskMoved {
  const { at, outcome } = by;
  const refused = refusedOf(task, at.by.staff);
  if (refused !== undefined) return refused;
  // Its outcome would leave an offer that nobody is asked about any more: approving it, or declining it, ends the task.
  const waits = of.offers.some((offer) => offer.taskId === task.id && offer.state === 'AWAITING_APPROVAL');
  if (waits) return { refused: 'offer.awaits-approval', legal: ['approve', 'decline'] };
  return step(
    of,
    { to: {}, hears: ACTS.includes(task.kind) ? ['action-taken'] : [] },
    {
      type: 'task.done',
      facts: { task: task.id, taskKind: task.kind, ...(outcome === undefined ? {} : { outcome }) },
      at,
      beside: { tasks: [{ ...task, state: 'DONE' }] },
    },
  );
}
