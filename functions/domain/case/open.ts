import type { Actor, Effect, EntryDraft } from '../effects.ts';
import type { Instant } from '../time.ts';
import { DEPARTMENT_OF, type Purpose, type Severity } from '../words.ts';
import type { Case, Reason } from './case.ts';
import type { ContactAbout } from './contacts/about.ts';
import type { Clearing } from './ends/clear.ts';
import { laneOf, move, SWEEP_HORIZON, system, type Transition, without } from './transition.ts';

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
  const protective = input.purpose === 'fraud_security' && (input.severity === 'high' || input.severity === 'critical');
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
  /** It ends what holds the case. */
  readonly resumes?: boolean;
};

/** Another event of the same matter: noted on the case, each shows in the timeline. Nothing else moves, but for a hold. */
export function mergeInto(of: Case, { resumes = false, ...event }: MergedEvent, now: Instant): Transition {
  return move(
    of,
    { mergedCount: of.mergedCount + 1, ...(resumes ? goingOn(now) : {}) },
    { type: 'case.merged', actor: { kind: 'producer', source: event.source }, at: now, facts: event },
  );
}

/** The gate is asked at once, not at the hold's next recheck; if it holds the case again, that is another hold. */
const goingOn = (now: Instant): Partial<Case> => ({ ...without('held'), status: 'WAITING', dueAt: now });

/** The account's newest word ended what held the case. */
export function resumeHeld(of: Case, by: Clearing, now: Instant): Transition {
  const actor: Actor = { kind: 'producer', source: by.source };
  return move(of, goingOn(now), { type: 'case.resumed', actor, at: now, facts: { ...by } });
}
