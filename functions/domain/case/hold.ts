import type { Case } from './case.ts';
import { toPerson } from './task.ts';
import { move, type Transition, without } from './transition.ts';
import { said, type Then, type Turn } from './turn.ts';

/** Evidence or law does not permit yet: HELD until the gate is asked again, or a person's once its waits are used up. */
export function hold(of: Case, then: Extract<Then, { do: 'hold' }>, turn: Turn): Transition {
  const { ruleIds, recheckAt, rechecks, decision } = then;
  if (then.person) {
    return toPerson(
      of,
      { task: { kind: 'review' }, said: said('case.hold-spent', turn, { ruleIds, decision }) },
      turn.now,
    );
  }
  const held = {
    since: of.held?.since ?? turn.now,
    ruleIds,
    recheckAt,
    cause: ruleIds[0] ?? 'evidence.stale',
    rechecks,
  };
  return move(
    of,
    { status: 'HELD', dueAt: recheckAt, held },
    said('case.held', turn, { ruleIds, recheckAt, decision }),
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
