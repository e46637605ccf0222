import type { Task } from '../../case/case.ts';
import { freed } from '../../task/moves.ts';
import type { Instant } from '../../time.ts';
import type { ComplaintStage, ComplaintStatus, Department, Role } from '../../words.ts';
import { extendClock } from '../clocks/extend.ts';
import { isClockRefusal } from '../clocks/policy.ts';
import { type Complaint, claimWithin, type Link } from '../complaint.ts';
import { isFormerHandler, isSameStaff, keptHandlers } from '../handlers.ts';
import { offersWithdrawn } from '../offers/end.ts';
import { complaintTask } from '../offers/move.ts';
import { illegal, refusedMove } from './legal.ts';
import { endedTasks, looksOf, type MoveAt, type Moved, noticeOf, step, telling } from './step.ts';

/** Taken note of by a person. The customer is told by one text, unless an automatic one has told them already. */
export function acknowledge(of: Complaint, at: MoveAt): Moved {
  const refused = refusedMove(of, 'acknowledge');
  if (refused !== undefined) return refused;
  const told = of.acknowledgedAt !== undefined;
  const status = of.status === 'RECEIVED' ? 'ACKNOWLEDGED' : of.status;
  return step(
    of,
    { to: { status, acknowledgedAt: of.acknowledgedAt ?? at.now }, hears: ['acknowledged', 'human-took'] },
    {
      type: 'complaint.acknowledged',
      facts: { told: !told },
      at,
      beside: told ? {} : telling(of, { what: 'acknowledged' }, at),
    },
  );
}

const WAITS_FOR_HANDLER: readonly ComplaintStatus[] = ['RECEIVED', 'ACKNOWLEDGED', 'REOPENED'];

/** A handler is named; whoever had it before a reopening does not get it again. */
export function assign(of: Complaint, { handler }: { readonly handler: string }, at: MoveAt): Moved {
  const refused = refusedMove(of, 'assign');
  if (refused !== undefined) return refused;
  if (isFormerHandler(of, handler)) return { refused: 'complaint.same-handler' };
  const status = WAITS_FOR_HANDLER.includes(of.status) ? 'ASSIGNED' : of.status;
  return step(
    of,
    { to: { status, handler, hadBy: keptHandlers(of) }, hears: ['human-took'] },
    { type: 'complaint.assigned', facts: { handler }, at },
  );
}

/** To another department, with its whole timeline and its open tasks. The clocks run on; the department left may read on. */
export function transfer(of: Complaint, { department }: { readonly department: Department }, at: MoveAt): Moved {
  const refused = refusedMove(of, 'transfer');
  if (refused !== undefined) return refused;
  if (department === of.department) return illegal(of);
  const left = [...of.left.filter((one) => one !== department && one !== of.department), of.department];
  return step(
    of,
    { to: { department, left, handler: undefined, hadBy: keptHandlers(of), status: withoutHandler(of) } },
    {
      type: 'complaint.transferred',
      facts: { department, leaves: of.department },
      effects: [noticeOf({ ...of, department }, 'complaint.routed')],
      at,
      beside: { tasks: (at.tasks ?? []).map((task) => movedTask(of, task, { to: department, now: at.now })) },
    },
  );
}

const withoutHandler = ({ status, acknowledgedAt }: Complaint): ComplaintStatus =>
  status === 'ASSIGNED' ? (acknowledgedAt === undefined ? 'IN_WORK' : 'ACKNOWLEDGED') : status;

/** The other department has as long to claim it as for a new one. */
const movedTask = (of: Complaint, task: Task, at: { readonly to: Department; readonly now: Instant }): Task =>
  task.queue === of.department ? freed({ ...task, queue: at.to }, at.now + claimWithin(of)) : task;

/** A note of staff is sealed in its entry; whoever writes one on an assigned complaint is at work on it. */
export const note = (of: Complaint, at: MoveAt): Moved =>
  step(
    of,
    { to: { status: of.status === 'ASSIGNED' ? 'IN_WORK' : of.status } },
    { type: 'complaint.noted', facts: {}, at },
  );

/**
 * Two complaints of one matter. The other one is linked back by itself; one decision closes both, unless whoever links could
 * not have moved the other. A link that binds already stays one.
 */
export function link(of: Complaint, { complaintId, relation, alike }: Link, at: MoveAt): Moved {
  if (complaintId === of.id) return illegal(of);
  const earlier = of.linked.find((one) => one.complaintId === complaintId);
  const binds = alike === undefined || (earlier !== undefined && earlier.alike === undefined);
  const made: Link = { complaintId, relation, ...(binds ? {} : { alike: true }) };
  const linked = [...of.linked.filter((one) => one !== earlier), made];
  return step(
    of,
    { to: { linked } },
    {
      type: 'complaint.linked',
      facts: { ...made },
      effects: looksOf({ ...of, linked: [{ complaintId: of.id, relation }] }),
      at,
    },
  );
}

export type ExtendInput = {
  readonly days: number;
  /** Whether there is one; its words are sealed in the entry. */
  readonly reason?: string;
  readonly approver?: string;
  /** Role of whoever approves; absent: of whoever enters it. */
  readonly role?: Role;
};

/**
 * More days for the decision, added to the current total, and the customer is told of the new date. An approver whom
 * somebody else names has not spoken: the entry says so, and a task asks a supervisor to confirm it by a request of their
 * own.
 */
export function extend(of: Complaint, input: ExtendInput, at: MoveAt): Moved {
  const refused = refusedMove(of, 'extend');
  if (refused !== undefined) return refused;
  const role = input.role ?? at.by?.role;
  const extended = extendClock(of, { ...input, ...(role === undefined ? {} : { role }) }, at);
  if (isClockRefusal(extended)) return extended;
  const { clocks, notice, dueAt } = extended;
  const { approver = '' } = input;
  const askedBy = at.by === undefined || isSameStaff(approver, at.by.staff) ? undefined : at.by.staff;
  return step(
    of,
    { to: { clocks } },
    {
      type: 'complaint.extended',
      facts: { days: input.days, approver, role, approval: askedBy === undefined ? 'own' : 'named', dueAt },
      at,
      beside: {
        ...(notice ? telling(of, { what: 'extended', dueAt }, at) : {}),
        tasks: askedBy === undefined ? [] : [complaintTask(of, { kind: 'approve', askedBy }, at.now)],
      },
    },
  );
}

const STAGES: readonly ComplaintStage[] = ['NEGOTIATION', 'MEDIATION', 'PRE_LITIGATION'];

/** The stage above; the highest stays what it is. */
export const stageAbove = (stage: ComplaintStage): ComplaintStage => STAGES[STAGES.indexOf(stage) + 1] ?? stage;

/** Higher, never lower: negotiation, mediation, before court. */
export function escalate(of: Complaint, { stage }: { readonly stage: ComplaintStage }, at: MoveAt): Moved {
  const refused = refusedMove(of, 'escalate');
  if (refused !== undefined) return refused;
  if (STAGES.indexOf(stage) <= STAGES.indexOf(of.stage)) return illegal(of);
  return step(
    of,
    { to: { stage } },
    {
      type: 'complaint.escalated',
      facts: { stage, above: of.stage },
      effects: [noticeOf(of, 'case.escalated')],
      at,
    },
  );
}

/** Taken back by the customer: over at once, with everything that hung on it. */
export function withdraw(of: Complaint, at: MoveAt): Moved {
  const refused = refusedMove(of, 'withdraw');
  if (refused !== undefined) return refused;
  const { offers, ends } = offersWithdrawn(of, { code: 'complaint.withdrawn' });
  return step(
    of,
    { to: { status: 'WITHDRAWN', offers, mediationSince: undefined }, hears: ['withdrawn'] },
    {
      type: 'complaint.withdrawn',
      facts: {},
      effects: looksOf(of),
      at,
      beside: { tasks: endedTasks(at), ends, holds: { do: 'lift' } },
    },
  );
}
