import type { Actor, Effect, EntryDraft } from '../effects.ts';
import { isMoreThan, type Money } from '../money.ts';
import { isTaskOpen } from '../task/moves.ts';
import { SWEEP_HORIZON } from '../task/timers.ts';
import type { Instant } from '../time.ts';
import { DEPARTMENT_OF, isOpen, type Purpose, SEVERITIES, type Severity } from '../words.ts';
import type { Case, Reason, Task } from './case.ts';
import type { ContactAbout } from './contacts/about.ts';
import type { Clearing } from './ends/clear.ts';
import { escalatedNotice, laneOf, move, system, type Transition, without } from './transition.ts';

export type OpenInput = {
  readonly id: string;
  readonly customerId: string;
  readonly accountId?: string;
  readonly kind: string;
  readonly purpose: Purpose;
  readonly severity: Severity;
  readonly plan: { readonly id: string; readonly version: number };
  readonly reason: Reason;
  /** The complaint that it contacts somebody for, and what its texts tell of it. */
  readonly complaintId?: string;
  readonly about?: ContactAbout;
  /** Its first step is due then, not at once. */
  readonly dueAt?: Instant;
};

/**
 * A case is born RECEIVED and due at once: the relay sends it to its lane, the due time is the safety net. High and
 * critical fraud asks the account system for a protective hold in the same entry.
 */
export function openCase(input: OpenInput, now: Instant): Transition {
  const protective = isProtective(input.purpose, input.severity);
  const lane = laneOf(input.purpose, input.severity);
  const dueAt = Math.max(now, input.dueAt ?? now);
  const next: Case = {
    ...input,
    version: 1,
    lane,
    department: DEPARTMENT_OF[input.purpose],
    status: 'RECEIVED',
    openedAt: now,
    step: 0,
    round: 0,
    dueAt,
    attempts: [],
    attemptCount: 0,
    mergedCount: 0,
    ...(protective ? { protectiveHold: true } : {}),
  };
  const soon: Effect[] =
    dueAt - now > SWEEP_HORIZON ? [] : [{ do: 'work', lane, ...(dueAt > now ? { at: dueAt } : {}) }];
  const effects: Effect[] = [...soon, notice(next, 'case.opened')];
  if (protective) effects.push(notice(next, 'account.hold-requested'));
  return {
    next,
    entry: {
      type: 'case.opened',
      actor: input.complaintId === undefined ? { kind: 'producer', source: input.reason.source } : system('complaints'),
      at: now,
      facts: openedFacts(input),
      effects,
    },
    tasks: [],
  };
}

const openedFacts = ({
  kind,
  purpose,
  severity,
  plan,
  reason,
  complaintId,
  about,
}: OpenInput): EntryDraft['facts'] => ({
  kind,
  purpose,
  severity,
  plan,
  reason: { ...reason },
  ...(complaintId === undefined ? {} : { complaintId }),
  ...(about === undefined ? {} : { about: about.what }),
});

function notice(of: Case, type: 'case.opened' | 'account.hold-requested' | 'account.release-requested'): Effect {
  return {
    do: 'notify',
    type,
    purpose: of.purpose,
    department: of.department,
    severity: of.severity,
    data: {
      caseId: of.id,
      customerId: of.customerId,
      ...(of.accountId === undefined ? {} : { accountId: of.accountId }),
    },
  };
}

/** The account system may lift its protective hold: only by a trusted confirmation or a person. */
export const releaseNotice = (of: Case): Effect => notice(of, 'account.release-requested');

export type MergedEvent = {
  readonly source: string;
  readonly eventId: string;
  readonly at: Instant;
  readonly code: string;
  readonly amount?: Money;
  /** It ends what holds the case. */
  readonly resumes?: boolean;
  /** How grave this event is; the case is as grave as the gravest of its events. */
  readonly severity?: Severity;
  /** The task that owns the case: it becomes as urgent. */
  readonly task?: Task;
};

/** The greatest sum that the case is about, as far as sums can be compared. Who confirmed an earlier one confirmed no greater. */
export const greatestSum = ({ joinedAmount, reason }: Case): Money | undefined => joinedAmount ?? reason.amount;

/** Is this event graver, or about more, than anything the case is about? */
export const isMoreThanKnown = (event: Pick<MergedEvent, 'amount' | 'severity'>, of: Case): boolean =>
  (event.severity !== undefined && isGraver(event.severity, of)) ||
  (event.amount !== undefined && isMoreThan(event.amount, greatestSum(of)));

const isGraver = (severity: Severity, of: Case): boolean =>
  SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(of.severity);

/** Of sums in two currencies the one that joined first stays: a person looks at the case either way. */
const joins = (amount: Money, of: Case): boolean =>
  isMoreThan(amount, greatestSum(of)) &&
  (of.joinedAmount === undefined || of.joinedAmount.currency === amount.currency);

/**
 * Another event of the same matter: noted on the case, each shows in the timeline. Nothing else moves, but for a hold that
 * it ends, and for what follows from its being graver, or about more, than what was known.
 */
export function mergeInto(of: Case, merged: MergedEvent, now: Instant): Transition {
  const { resumes = false, severity, task, ...event } = merged;
  const { amount } = event;
  const graver = severity !== undefined && isOpen(of.status) && isGraver(severity, of);
  const raised = graver ? raise(of, severity, { now, ...(task === undefined ? {} : { task }) }) : undefined;
  return move(
    of,
    {
      mergedCount: of.mergedCount + 1,
      ...(amount !== undefined && joins(amount, of) ? { joinedAmount: amount } : {}),
      ...raised?.to,
      ...(resumes ? goingOn(now) : {}),
    },
    {
      type: 'case.merged',
      actor: { kind: 'producer', source: event.source },
      at: now,
      facts: graver ? { ...event, severity, was: of.severity } : event,
      effects: raised?.effects ?? [],
      tasks: raised?.tasks ?? [],
    },
  );
}

type Raised = { readonly to: Partial<Case>; readonly effects: readonly Effect[]; readonly tasks: readonly Task[] };

/**
 * Lane, hours and whom it may reach follow from the severity; fraud that has become grave asks for the protective hold,
 * once. What waits for its hours is asked again, for they may be wider now, and whoever owns the case is told.
 */
function raise(of: Case, severity: Severity, at: { readonly now: Instant; readonly task?: Task }): Raised {
  const next: Case = { ...of, severity, lane: laneOf(of.purpose, severity) };
  const protects = isProtective(of.purpose, severity) && of.protectiveHold !== true;
  const sleeps = of.status === 'WAITING' && of.attempts.some(({ state }) => state === 'DEFERRED');
  const task = at.task !== undefined && isTaskOpen(at.task) ? { ...at.task, severity } : undefined;
  return {
    to: {
      severity,
      lane: next.lane,
      ...(protects ? { protectiveHold: true } : {}),
      ...(sleeps ? { dueAt: at.now } : {}),
    },
    effects: [
      ...(protects ? [notice(next, 'account.hold-requested')] : []),
      ...(task === undefined ? [] : [escalatedNotice(next, task)]),
    ],
    tasks: task === undefined ? [] : [task],
  };
}

const isProtective = (purpose: Purpose, severity: Severity): boolean =>
  purpose === 'fraud_security' && (severity === 'high' || severity === 'critical');

/** The gate is asked at once, not at the hold's next recheck; if it holds the case again, that is another hold. */
const goingOn = (now: Instant): Partial<Case> => ({ ...without('held'), status: 'WAITING', dueAt: now });

/** The account's newest word ended what held the case. */
export function resumeHeld(of: Case, by: Clearing, now: Instant): Transition {
  const actor: Actor = { kind: 'producer', source: by.source };
  return move(of, goingOn(now), { type: 'case.resumed', actor, at: now, facts: { ...by } });
}
