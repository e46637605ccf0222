import type { Actor, Effect, EntryDraft } from '../effects.ts';
import { isTaskOpen } from '../task/moves.ts';
import { dueOf, SWEEP_HORIZON, timersAfter } from '../task/timers.ts';
import { DAY, type Instant, SECOND } from '../time.ts';
import { type CaseStatus, isOpen, type Lane, type Outcome, type Purpose, type Severity } from '../words.ts';
import { embedded } from './attempts.ts';
import type { Attempt, Case, Task } from './case.ts';

/** One move of a case: its next snapshot, the one entry that says why, and the task written with it. */
export type Transition = { readonly next: Case; readonly entry: EntryDraft; readonly tasks: readonly Task[] };

/** The rules say no; nothing changes. `legal` lists what would be possible instead. */
export type Refusal = { readonly refused: RefusalCode; readonly legal?: readonly string[] };
export type RefusalCode =
  | 'case.ended'
  | 'case.text-under-way'
  | 'case.not-held'
  | 'case.already-held'
  | 'case.no-such-attempt'
  | 'case.attempt-not-in-doubt'
  | 'case.attempt-settled'
  | 'case.no-stages'
  | 'case.stage-passed'
  | 'task.not-yours'
  | 'task.ended'
  | 'task.not-claimed'
  | 'task.not-yet'
  | 'task.outcome-unknown'
  | 'receipt.older';

export const isRefusal = (result: object): result is Refusal => 'refused' in result;

/** Which status may follow which. A move outside this table is a bug, never data: `move` throws. */
const LEGAL: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  RECEIVED: ['RECEIVED', 'CONTACTING', 'WAITING', 'CLARIFYING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  CONTACTING: ['CONTACTING', 'WAITING', 'CLARIFYING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  WAITING: ['WAITING', 'CONTACTING', 'CLARIFYING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  CLARIFYING: ['CLARIFYING', 'CONTACTING', 'WAITING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  HELD: ['HELD', 'CONTACTING', 'WAITING', 'CLARIFYING', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  HUMAN: ['HUMAN', 'WAITING', 'HELD', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  // A late denial reopens as HUMAN; nothing else leaves an end.
  RESOLVED: ['RESOLVED', 'HUMAN', 'CLOSED'],
  CLOSED: ['CLOSED', 'HUMAN'],
  SUPPRESSED: ['SUPPRESSED'],
};

export const mayFollow = (from: CaseStatus, to: CaseStatus): boolean => LEGAL[from].includes(to);

/**
 * A claimed send without an outcome is in doubt after this: longer than the sending function may live. No timer is set for
 * it: the message that led to the claim is not done before the outcome is written, and comes back later than this. Where the
 * case goes elsewhere meanwhile, the claim is looked at too.
 */
export const SEND_DEADLINE = 150 * SECOND;

export type Said = {
  readonly type: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly effects?: readonly Effect[];
  /** Written with the move. */
  readonly tasks?: readonly Task[];
};

/** Builds a transition: version up by one, attempts cut to the newest, the status change checked, each task's timer set. */
export function move(from: Case, to: Partial<Case>, said: Said): Transition {
  const timers = timersAfter(from.timers, said.tasks ?? []);
  const timed = timers === undefined ? without('timers') : { timers };
  const merged: Case = { ...from, ...to, ...timed, version: from.version + 1 };
  if (!mayFollow(from.status, merged.status)) {
    throw new Error(
      `case status: got ${from.status} to ${merged.status}, expected one of ${LEGAL[from.status].join(' ')}`,
    );
  }
  const next = { ...merged, attempts: embedded(merged.attempts) };
  const entry: EntryDraft = {
    type: said.type,
    actor: said.actor,
    at: said.at,
    facts: from.status === next.status ? said.facts : { ...said.facts, from: from.status, to: next.status },
    effects: [...(said.effects ?? []), ...soon(from, next, said), ...passed(from, next, said), ...looked(from, next)],
  };
  return { next: tidy(next), entry, tasks: said.tasks ?? [] };
}

function soon(from: Case, next: Case, said: Said): Effect[] {
  const dueAt = dueOf(next);
  const stays = dueAt === dueOf(from) && next.lane === from.lane;
  if (dueAt === undefined || stays || dueAt - said.at > SWEEP_HORIZON) return [];
  // Work that comes before the timer finds nothing due.
  const covered = said.effects?.some((effect) => effect.do === 'work' && (effect.at ?? said.at) >= dueAt) === true;
  return covered ? [] : [work(next, dueAt, said.at)];
}

/**
 * The case goes elsewhere past a claim that has no outcome yet: there it may have no due time for days, and the claim's own
 * message may be gone.
 */
function passed(from: Case, next: Case, said: Said): Effect[] {
  const open = next.attempts.filter(({ state }) => state === 'CLAIMED').map(({ n }) => n);
  const left = from.attempts.find((one) => one.state === 'CLAIMED' && open.includes(one.n));
  return left === undefined || from.status === next.status ? [] : [work(next, left.at + SEND_DEADLINE, said.at)];
}

/** The contact of a complaint is over: what follows is the complaint's to say. */
const looked = (from: Case, next: Case): Effect[] =>
  next.about !== undefined && next.complaintId !== undefined && isOpen(from.status) && !isOpen(next.status)
    ? [{ do: 'look', complaintId: next.complaintId }]
    : [];

const work = (of: Case, at: Instant, now: Instant): Effect => ({
  do: 'work',
  lane: of.lane,
  ...(at > now ? { at } : {}),
});

/** Ended or owned cases carry no leftovers: undefined fields are dropped so that snapshots compare and encode alike. */
function tidy(value: Case): Case {
  const next = { ...value };
  for (const name of OPTIONAL) if (next[name] === undefined) delete next[name];
  return next;
}

const OPTIONAL = [
  'outcome',
  'dueAt',
  'held',
  'token',
  'protectiveHold',
  'taskId',
  'timers',
  'resolvedAt',
  'key',
] as const satisfies readonly (keyof Case)[];

/** Fields to clear, as `move` understands it: present and undefined. */
export const without = (...names: readonly (keyof Case)[]): Partial<Case> =>
  Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Case>;

export const system = (name: string): Actor => ({ kind: 'system', name });

/** Attempts of the plan that were never handed to a provider: an end cancels them. Answers owed to a text stay. */
const UNSENT: readonly Attempt['state'][] = ['PLANNED', 'GATED', 'DEFERRED', 'QUEUED', 'ASSIGNED'];

export const cancelUnsent = (attempts: readonly Attempt[], at: Instant): readonly Attempt[] =>
  attempts.map((attempt) =>
    UNSENT.includes(attempt.state) && attempt.answer !== true
      ? { ...attempt, state: 'CANCELLED' as const, at }
      : attempt,
  );

export function settledNotice(of: Case, outcome: Outcome | undefined): Effect {
  return {
    do: 'notify',
    type: 'case.settled',
    purpose: of.purpose,
    department: of.department,
    severity: of.severity,
    data: { caseId: of.id, customerId: of.customerId, ...(outcome === undefined ? {} : { outcome }) },
  };
}

/** A person is needed, and how urgently. */
export const escalatedNotice = (of: Case, task: Task, outcome?: Outcome): Effect => ({
  do: 'notify',
  type: 'case.escalated',
  purpose: of.purpose,
  department: of.department,
  severity: task.severity,
  data: { caseId: of.id, customerId: of.customerId, ...(outcome === undefined ? {} : { outcome }) },
});

/** An open task that the move makes pointless. */
export const cancelled = (task: Task | undefined): readonly Task[] =>
  task === undefined || !isTaskOpen(task) ? [] : [{ ...task, state: 'CANCELLED' }];

/** A settled case waits this long for late replies before it closes. Source: docs/behaviour.md, Case. */
export const CLOSE_AFTER = 7 * DAY;

/** Fraud and urgent welfare never wait behind reminders. Source: docs/behaviour.md, Plans. */
export function laneOf(purpose: Purpose, severity: Severity): Lane {
  if (purpose === 'fraud_security') return 'urgent';
  if (purpose === 'welfare') return severity === 'high' || severity === 'critical' ? 'urgent' : 'normal';
  return purpose === 'debt_reminder' || purpose === 'survey' ? 'bulk' : 'normal';
}

export const ended = (of: Case): boolean => !isOpen(of.status);

/** The plan's text that was claimed and not reported on yet: at most one. */
export const underWay = (of: Case): Attempt | undefined =>
  of.attempts.find((attempt) => attempt.state === 'CLAIMED' && attempt.answer !== true);
