import { HOUR, MINUTE } from '../time.ts';
import type { Case } from './case.ts';
import { toPerson } from './task.ts';
import { move, type Transition, without } from './transition.ts';
import { said, type Then, type Turn } from './turn.ts';

/** Re-gates of a hold without a known end. Source: words.md, Case. */
export const RECHECKS: readonly number[] = [5 * MINUTE, 15 * MINUTE, HOUR];
/** A case waiting for its customer's record goes to a person after this. Source: words.md, Case. */
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
    { ...without('held', 'dueAt', 'taskId'), status: 'SUPPRESSED' },
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

/** Every step is spent. All refused: a person decides; else nobody answered: a person too, outcome UNREACHABLE set. */
export function exhaust(of: Case, turn: Turn): Transition {
  const contacted = of.attempts.some((attempt) => attempt.state !== 'SKIPPED' && attempt.state !== 'CANCELLED');
  return toPerson(
    of,
    {
      ...(contacted ? { outcome: 'UNREACHABLE' as const } : {}),
      task: { kind: 'review' },
      said: said('plan.exhausted', turn, { contacted }),
    },
    turn.now,
  );
}
