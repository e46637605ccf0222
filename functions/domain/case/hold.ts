import { HOUR, MINUTE } from '../time.ts';
import type { Case } from './case.ts';
import { toPerson } from './task.ts';
import { move, type Transition, without } from './transition.ts';
import { said, type Then, type Turn } from './turn.ts';

/** Re-gates of a hold without a known end. Source: words.md, Case. */
export const RECHECKS: readonly number[] = [5 * MINUTE, 15 * MINUTE, HOUR];
/** A case waiting for its customer's record goes to a person after this. Source: words.md, Case. */
export const UNKNOWN_CUSTOMER_LIMIT = 24 * HOUR;

/** Evidence or law does not permit yet: HELD with a known end, or re-gated three times and then a person. */
export function hold(of: Case, then: Extract<Then, { do: 'hold' }>, turn: Turn): Transition {
  const rechecks = of.held?.rechecks ?? 0;
  const since = of.held?.since ?? turn.now;
  const unknown = then.ruleIds.includes('customer.unknown');
  const spent = unknown ? turn.now - since >= UNKNOWN_CUSTOMER_LIMIT : rechecks >= RECHECKS.length;
  if (then.knownEnd === undefined && spent) {
    return toPerson(
      of,
      {
        task: { kind: 'review' },
        said: said('case.hold-spent', turn, { ruleIds: then.ruleIds, decision: then.decision }),
      },
      turn.now,
    );
  }
  const wait = unknown ? UNKNOWN_CUSTOMER_LIMIT - (turn.now - since) : (RECHECKS[rechecks] ?? HOUR);
  const recheckAt = then.knownEnd ?? turn.now + wait;
  const cause = then.ruleIds[0] ?? 'evidence.stale';
  return move(
    of,
    {
      status: 'HELD',
      dueAt: recheckAt,
      held: {
        since,
        ruleIds: then.ruleIds,
        recheckAt,
        cause,
        rechecks: then.knownEnd === undefined ? rechecks + 1 : rechecks,
      },
    },
    said('case.held', turn, { ruleIds: then.ruleIds, recheckAt, decision: then.decision }),
  );
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
