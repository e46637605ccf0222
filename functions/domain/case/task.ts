import type { Effect } from '../effects.ts';
import { type Claim, type ClaimRefusal, claimed, claimRefusal, freed, told } from '../task/moves.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../time.ts';
import type { Audience, Outcome, Purpose, TaskKind } from '../words.ts';
import { type Attempt, type Case, type Task } from './case.ts';
import { dialled } from './contacts/dials.ts';
import {
  cancelUnsent,
  escalatedNotice,
  move,
  type Refusal,
  type Said,
  system,
  type Transition,
  without,
} from './transition.ts';

/** An unclaimed task goes to the supervisor after this. Source: docs/behaviour.md, Tasks. */
export function unclaimedAfter(purpose: Purpose): number {
  if (purpose === 'fraud_security') return 15 * MINUTE;
  return purpose === 'welfare' ? 30 * MINUTE : DAY;
}

/** A call task without contact returns to its queue after this. Source: docs/behaviour.md, Tasks. */
export const RETRY_AFTER = 2 * HOUR;
/** Tries of a call task whose plan names no number. Source: docs/behaviour.md, Tasks. */
export const DEFAULT_TRIES = 3;

export type NewTask = {
  readonly kind: TaskKind;
  readonly audience?: Audience;
  readonly contactId?: string;
  readonly attempt?: number;
  readonly tries?: number;
  readonly urgent?: boolean;
};

/** Task ids are the case's id and the number of the entry that made them: unique without a draw. */
export function newTask(of: Case, want: NewTask, now: Instant): Task {
  return {
    id: `${of.id}.t${of.version + 1}`,
    caseId: of.id,
    customerId: of.customerId,
    kind: want.kind,
    state: 'QUEUED',
    queue: of.department,
    audience: want.audience ?? 'customer',
    ...(want.contactId === undefined ? {} : { contactId: want.contactId }),
    ...(want.attempt === undefined ? {} : { attempt: want.attempt }),
    dueAt: now + unclaimedAfter(of.purpose),
    severity: want.urgent === true && of.severity !== 'critical' ? 'high' : of.severity,
    tries: 0,
    maxTries: want.tries ?? DEFAULT_TRIES,
    createdAt: now,
  };
}

/**
 * "→ person": status HUMAN, the outcome set at once, a task owns the case; RESOLVED when the task is done. The plan is
 * over, so what it had not sent is cancelled.
 */
export function toPerson(
  of: Case,
  want: {
    readonly outcome?: Outcome;
    readonly task: NewTask;
    readonly said: Said;
  },
  now: Instant,
): Transition {
  const task = newTask(of, want.task, now);
  return move(
    of,
    {
      ...without('held', 'resolvedAt', 'dueAt'),
      status: 'HUMAN',
      ...(want.outcome === undefined ? {} : { outcome: want.outcome }),
      attempts: cancelUnsent(of.attempts, now),
      taskId: task.id,
    },
    {
      ...want.said,
      facts: { ...want.said.facts, task: task.id, taskKind: task.kind },
      effects: [...(want.said.effects ?? []), escalatedNotice(of, task, want.outcome)],
      tasks: [...(want.said.tasks ?? []), task],
    },
  );
}

const staff = (id: string) => ({ kind: 'staff', id }) as const;

/** An agent takes a queued task; a second agent is refused, and so is whoever comes before its time. */
export function claimTask(of: Case, task: Task, by: Claim & { readonly id: string }): Transition | Refusal {
  const refused: ClaimRefusal | undefined = claimRefusal(task, by.id, by);
  if (refused !== undefined) return { refused };
  return move(
    of,
    { attempts: markCall(of, task, { state: 'ASSIGNED', at: by.at }) },
    {
      type: 'task.claimed',
      actor: staff(by.id),
      at: by.at,
      facts: { task: task.id, leaseUntil: by.leaseUntil },
      tasks: [claimed(task, by.id, by)],
    },
  );
}

/** Back to the queue by the agent who has it. */
export function releaseTask(
  of: Case,
  task: Task,
  by: { id: string; at: Instant; reason: string },
): Transition | Refusal {
  if (task.state !== 'ASSIGNED') return { refused: 'task.not-claimed' };
  if (task.assignee !== by.id) return { refused: 'task.not-yours' };
  return free(of, task, {
    type: 'task.released',
    actor: staff(by.id),
    at: by.at,
    facts: { task: task.id, reason: by.reason },
  });
}

const free = (of: Case, task: Task, said: Said): Transition =>
  move(
    of,
    { attempts: markCall(of, task, { state: 'QUEUED', at: said.at }) },
    { ...said, tasks: [freed(task, said.at + unclaimedAfter(of.purpose))] },
  );

/** The timer of an open task: whoever claimed it kept it for too long, or nobody claimed it. Undefined: it is over. */
export function taskDue(of: Case, task: Task, now: Instant): Transition | undefined {
  if (task.state === 'QUEUED') return escalateTask(of, task, now);
  if (task.state !== 'ASSIGNED') return undefined;
  const { id, assignee } = task;
  return free(of, task, { type: 'task.lapsed', actor: system('sweep'), at: now, facts: { task: id, assignee } });
}

/** The gate allowed this call now; the decision is recorded with it. */
export function dialTask(
  of: Case,
  task: Task,
  by: { id: string; at: Instant; leaseUntil: Instant; decision: Readonly<Record<string, unknown>>; point?: string },
): Transition | Refusal {
  if (task.state !== 'ASSIGNED') return { refused: 'task.not-claimed' };
  if (task.assignee !== by.id) return { refused: 'task.not-yours' };
  const seq = of.version + 1;
  const point = by.point === undefined ? {} : { point: by.point };
  const attempts = markCall(of, task, { state: 'DIALLING', at: by.at }).map((attempt) =>
    attempt.n === task.attempt ? { ...attempt, ...point, decisionSeq: seq } : attempt,
  );
  return move(
    of,
    { attempts, ...(task.audience === 'customer' ? { dials: dialled(of, by.at) } : {}) },
    {
      type: 'call.dialled',
      actor: staff(by.id),
      at: by.at,
      facts: { task: task.id, decision: by.decision },
      tasks: [{ ...task, decisionSeq: seq, leaseUntil: by.leaseUntil }],
    },
  );
}

/** Nobody claimed it in time: the supervisor's turn. Its step is not spent, and a hold by staff is looked at with it. */
export function escalateTask(of: Case, task: Task, now: Instant): Transition {
  const looked = of.dueAt !== undefined && of.dueAt <= now && of.taskId === task.id;
  return move(of, looked ? { dueAt: now + DAY } : {}, {
    type: 'task.escalated',
    actor: system('sweep'),
    at: now,
    facts: { task: task.id },
    effects: [toSupervisor(escalatedNotice(of, task))],
    tasks: [told(task, now)],
  });
}

const toSupervisor = (effect: Effect): Effect =>
  effect.do === 'notify' ? { ...effect, data: { ...effect.data, to: 'supervisor' } } : effect;

/** The attempt of a call task as its call now stands; other tasks are about an attempt, not an attempt of their own. */
export const markCall = (of: Case, task: Task, as: Pick<Attempt, 'state' | 'at'>): readonly Attempt[] =>
  of.attempts.map((one) => (task.kind === 'call' && one.n === task.attempt ? { ...one, ...as } : one));
