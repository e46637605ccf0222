import type { Effect } from '../effects.ts';
import type { Plan } from '../policy/types.ts';
import { HOUR, type Instant, MINUTE } from '../time.ts';
import type { Audience, Channel, DenyScope, RuleId } from '../words.ts';
import { wasTried } from './attempts.ts';
import type { Case } from './case.ts';
import { unreached } from './ends/unreached.ts';
import { toPerson } from './task.ts';
import {
  CLOSE_AFTER,
  cancelUnsent,
  move,
  type Said,
  settledNotice,
  system,
  type Transition,
  without,
} from './transition.ts';

/** What the gate decided and on what grounds, as it is recorded; the case stores it without looking inside. */
export type Decision = Readonly<Record<string, unknown>>;

/** Where in the plan: index of the step, and which person or try of it. */
export type Position = { readonly step: number; readonly round: number };

export type StepRef = {
  readonly id: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly contactId?: string;
  readonly point?: string;
};

/** A step, address or person the gate excluded on the way to the one that was taken. */
export type Skip = StepRef & {
  readonly scope: DenyScope;
  readonly ruleIds: readonly RuleId[];
  readonly decision: Decision;
};

export type Then =
  | {
      readonly do: 'claim';
      readonly at: StepRef;
      readonly decision: Decision;
      readonly token?: string;
      /** When the next step falls due if this one stays unanswered. */
      readonly waitUntil: Instant;
    }
  | {
      readonly do: 'call';
      readonly at: StepRef;
      readonly decision: Decision;
      readonly tries: number;
      /** When the next step falls due if the call reached nobody; absent: as soon as it is spent. */
      readonly waitUntil?: Instant;
    }
  | {
      readonly do: 'defer';
      readonly at: StepRef;
      readonly decision: Decision;
      readonly until: Instant;
      readonly rule: RuleId;
    }
  | {
      readonly do: 'hold';
      readonly decision: Decision;
      readonly ruleIds: readonly RuleId[];
      /** Instant at which the hold is known to end; without one it is re-gated after 5, 15 and 60 minutes. */
      readonly knownEnd?: Instant;
    }
  | { readonly do: 'suppress'; readonly decision: Decision; readonly ruleIds: readonly RuleId[] }
  /** `as`: what the plan makes of it; absent: a person's. */
  | { readonly do: 'exhausted'; readonly as?: Plan['exhausted'] };

/** One turn of the plan: where it stands, what was excluded on the way, the one thing that is done. */
export type StepTaken = {
  readonly position: Position;
  readonly skipped: readonly Skip[];
  readonly then: Then;
  /** Set when this turn rests on proof of unreachability. */
  readonly proofAt?: Instant;
};

/** The entry under construction: facts and notices of what was skipped are already in it. */
export type Turn = {
  readonly now: Instant;
  readonly facts: Record<string, unknown>;
  readonly effects: readonly Effect[];
};

export const said = (type: string, turn: Turn, facts: Record<string, unknown>): Said => ({
  type,
  actor: system('dispatch'),
  at: turn.now,
  facts: { ...turn.facts, ...facts },
  effects: turn.effects,
});

/** Re-gates of a hold without a known end. Source: docs/behaviour.md, Case. */
export const RECHECKS: readonly number[] = [5 * MINUTE, 15 * MINUTE, HOUR];
/** A case waiting for its customer's record goes to a person after this. Source: docs/behaviour.md, Case. */
export const UNKNOWN_CUSTOMER_LIMIT = 24 * HOUR;

type HoldThen = Extract<Then, { do: 'hold' }>;

/** Evidence or law does not permit yet: HELD until the gate is asked again, or a person's once its waits are used up. */
export function hold(of: Case, then: HoldThen, turn: Turn): Transition {
  const { ruleIds, decision } = then;
  const since = of.held?.since ?? turn.now;
  const wait = nextLook(of, then, turn.now - since);
  if (wait === undefined) {
    return toPerson(
      of,
      { task: { kind: 'review' }, said: said('case.hold-spent', turn, { ruleIds, decision }) },
      turn.now,
    );
  }
  const recheckAt = then.knownEnd ?? turn.now + wait;
  const rechecks = (of.held?.rechecks ?? 0) + (then.knownEnd === undefined ? 1 : 0);
  const held = { since, ruleIds, recheckAt, cause: ruleIds[0] ?? 'evidence.stale', rechecks };
  return move(
    of,
    { status: 'HELD', dueAt: recheckAt, held },
    said('case.held', turn, { ruleIds, recheckAt, decision }),
  );
}

/** Time until the next look; undefined when a person has to take over. */
function nextLook(of: Case, then: HoldThen, heldFor: number): number | undefined {
  if (then.knownEnd !== undefined) return 0;
  if (!then.ruleIds.includes('customer.unknown')) return RECHECKS[of.held?.rechecks ?? 0];
  return heldFor < UNKNOWN_CUSTOMER_LIMIT ? UNKNOWN_CUSTOMER_LIMIT - heldFor : undefined;
}

/** The gate denied the whole case. */
export function suppress(of: Case, then: Extract<Then, { do: 'suppress' }>, turn: Turn): Transition {
  const data = { caseId: of.id, customerId: of.customerId, ruleIds: then.ruleIds };
  const base = said('case.suppressed', turn, { ruleIds: then.ruleIds, decision: then.decision });
  return move(
    of,
    {
      ...without('held', 'dueAt', 'taskId'),
      status: 'SUPPRESSED',
      attempts: cancelUnsent(of.attempts, turn.now),
    },
    {
      ...base,
      effects: [
        ...turn.effects,
        {
          do: 'notify',
          type: 'case.suppressed',
          purpose: of.purpose,
          department: of.department,
          severity: of.severity,
          data,
        },
      ],
    },
  );
}

/**
 * Every step is spent: a person decides, unless the plan says otherwise and somebody was tried. Where the customer never
 * wrote back, the outcome UNREACHABLE is set, or WRONG_PERSON where somebody else has their number.
 */
export function exhaust(of: Case, as: Plan['exhausted'], turn: Turn): Transition {
  const contacted = of.attempts.some(wasTried);
  if (contacted && as !== 'person') return over(of, as, turn);
  return toPerson(
    of,
    {
      ...(contacted && of.heardAt === undefined ? { outcome: unreached(of) } : {}),
      task: { kind: 'review' },
      said: said('plan.exhausted', turn, { contacted }),
    },
    turn.now,
  );
}

/** Nothing is left to do and nobody has to decide anything: what was to be told is told, or nobody could be reached. */
function over(of: Case, as: Exclude<Plan['exhausted'], 'person'>, turn: Turn): Transition {
  const outcome = as === 'unreachable' && of.heardAt === undefined ? ('UNREACHABLE' as const) : undefined;
  const base = said('plan.exhausted', turn, { contacted: true });
  return move(
    of,
    {
      ...without('held', 'taskId'),
      status: 'RESOLVED',
      ...(outcome === undefined ? {} : { outcome }),
      resolvedAt: turn.now,
      dueAt: turn.now + CLOSE_AFTER,
      attempts: cancelUnsent(of.attempts, turn.now),
    },
    { ...base, effects: [...turn.effects, settledNotice(of, outcome)] },
  );
}
