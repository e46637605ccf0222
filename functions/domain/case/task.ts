import { DAY, HOUR, type Instant, MINUTE } from '../time.ts';
import type { Audience, Outcome, Purpose, TaskKind } from '../words.ts';
import { type Attempt, type Case, dialled, type Task } from './case.ts';
import {
  CLOSE_AFTER,
  cancelUnsent,
  ended,
  escalatedNotice,
  move,
  type Refusal,
  type Said,
  settledNotice,
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
      ...without('held', 'resolvedAt'),
      status: 'HUMAN',
      ...(want.outcome === undefined ? {} : { outcome: want.outcome }),
      attempts: cancelUnsent(of.attempts, now),
      taskId: task.id,
      dueAt: task.dueAt,
    },
    {
      ...want.said,
      facts: { ...want.said.facts, task: task.id, taskKind: task.kind },
      effects: [...(want.said.effects ?? []), escalatedNotice(of, task, want.outcome)],
      tasks: [task],
    },
  );
}

const staff = (id: string) => ({ kind: 'staff', id }) as const;

/** The task on which the case waits. Others stand beside the plan and leave its clock alone. */
const owns = (of: Case, task: Task): boolean => of.taskId === task.id;

/** An agent takes a queued task; a second agent is refused. */
export function claimTask(of: Case, task: Task, by: { id: string; at: Instant }): Transition | Refusal {
  if (task.state === 'DONE' || task.state === 'CANCELLED') return { refused: 'task.ended' };
  if (task.state === 'ASSIGNED')
    return task.assignee === by.id ? { refused: 'task.ended' } : { refused: 'task.not-yours' };
  const claimed: Task = { ...task, state: 'ASSIGNED', assignee: by.id };
  return move(
    of,
    { ...(owns(of, task) ? without('dueAt') : {}), attempts: markCall(of, task, { state: 'ASSIGNED', at: by.at }) },
    { type: 'task.claimed', actor: staff(by.id), at: by.at, facts: { task: task.id }, tasks: [claimed] },
  );
}

/** Back to the queue, by the agent or because the call reached nobody yet. */
export function releaseTask(
  of: Case,
  task: Task,
  by: { id: string; at: Instant; reason: string },
): Transition | Refusal {
  if (task.state !== 'ASSIGNED') return { refused: 'task.not-claimed' };
  if (task.assignee !== by.id) return { refused: 'task.not-yours' };
  const { assignee: _gone, ...rest } = task;
  const dueAt = by.at + unclaimedAfter(of.purpose);
  return move(
    of,
    { ...(owns(of, task) ? { dueAt } : {}), attempts: markCall(of, task, { state: 'QUEUED', at: by.at }) },
    {
      type: 'task.released',
      actor: staff(by.id),
      at: by.at,
      facts: { task: task.id, reason: by.reason },
      tasks: [{ ...rest, state: 'QUEUED', dueAt }],
    },
  );
}

/** The gate allowed this call now; the decision is recorded with it. */
export function dialTask(
  of: Case,
  task: Task,
  by: { id: string; at: Instant; decision: Readonly<Record<string, unknown>> },
): Transition | Refusal {
  if (task.state !== 'ASSIGNED') return { refused: 'task.not-claimed' };
  if (task.assignee !== by.id) return { refused: 'task.not-yours' };
  const seq = of.version + 1;
  const attempts = markCall(of, task, { state: 'DIALLING', at: by.at }).map((attempt) =>
    attempt.n === task.attempt ? { ...attempt, decisionSeq: seq } : attempt,
  );
  return move(
    of,
    { attempts, ...(task.audience === 'customer' ? { dials: dialled(of, by.at) } : {}) },
    {
      type: 'call.dialled',
      actor: staff(by.id),
      at: by.at,
      facts: { task: task.id, decision: by.decision },
      tasks: [{ ...task, decisionSeq: seq }],
    },
  );
}

/** Nobody claimed it in time: the supervisor's turn. Its step is not spent. */
export function escalateTask(of: Case, task: Task, now: Instant): Transition {
  const dueAt = now + DAY;
  return move(
    of,
    { dueAt },
    {
      type: 'task.escalated',
      actor: system('sweep'),
      at: now,
      facts: { task: task.id },
      effects: [escalatedNotice(of, task)],
      tasks: [{ ...task, escalated: true, dueAt }],
    },
  );
}

/** Ends a case by a person's word: RESOLVED, its unsent attempts cancelled, its task done. */
export function resolveByTask(of: Case, task: Task, by: { said: Said; outcome?: Outcome }): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  const outcome = by.outcome ?? of.outcome;
  const at = by.said.at;
  return move(
    of,
    {
      ...without('taskId', 'held'),
      status: 'RESOLVED',
      ...(outcome === undefined ? {} : { outcome }),
      resolvedAt: at,
      dueAt: at + CLOSE_AFTER,
      attempts: cancelUnsent(markCall(of, task, { state: 'WRAPPED', at }), at),
    },
    {
      ...by.said,
      effects: [...(by.said.effects ?? []), settledNotice(of, outcome)],
      tasks: [{ ...task, state: 'DONE' }],
    },
  );
}

/** The attempt of a call task as its call now stands; other tasks are about an attempt, not an attempt of their own. */
export const markCall = (of: Case, task: Task, as: Pick<Attempt, 'state' | 'at'>): readonly Attempt[] =>
  of.attempts.map((one) => (task.kind === 'call' && one.n === task.attempt ? { ...one, ...as } : one));
