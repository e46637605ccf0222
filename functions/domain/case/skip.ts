import type { Effect } from '../effects.ts';
import type { Instant } from '../time.ts';
import type { RuleId } from '../words.ts';
import type { Attempt, Case } from './case.ts';
import type { Skip, StepTaken } from './turn.ts';

export function skippedAttempt(of: Case, skip: Skip, at: { index: number; now: Instant }): Attempt {
  const rule = skip.ruleIds[0];
  return {
    n: of.attemptCount + 1 + at.index,
    step: skip.id,
    channel: skip.channel,
    audience: skip.audience,
    ...(skip.contactId === undefined ? {} : { contactId: skip.contactId }),
    ...(skip.point === undefined ? {} : { point: skip.point }),
    state: 'SKIPPED',
    ...(rule === undefined ? {} : { rule }),
    at: at.now,
    decisionSeq: of.version + 1,
  };
}

export const skipFacts = (skip: Skip): Record<string, unknown> => ({ ...skip });

export const proofFacts = (of: Case): Record<string, unknown> => ({
  attempts: of.attempts
    .filter((attempt) => attempt.audience === 'customer' && attempt.state !== 'SKIPPED')
    .map((attempt) => attempt.n),
  channels: [
    ...new Set(of.attempts.filter((attempt) => attempt.state !== 'SKIPPED').map((attempt) => attempt.channel)),
  ],
});

/** One refusal notice per case, step, person and reason: what an earlier turn already said is not said again. */
export function refusals(of: Case, taken: StepTaken): Effect[] {
  const told = (skip: Skip): boolean =>
    of.attempts.some(
      (one) =>
        one.state === 'SKIPPED' &&
        one.step === skip.id &&
        one.contactId === skip.contactId &&
        one.rule === skip.ruleIds[0],
    );
  const skips = taken.skipped.filter((skip) => !told(skip));
  const seen = new Set<string>();
  const effects: Effect[] = [];
  for (const skip of skips) {
    const mark = [skip.id, skip.contactId ?? '', ...skip.ruleIds].join(' ');
    if (seen.has(mark)) continue;
    seen.add(mark);
    effects.push(
      refused(of, skip.ruleIds, {
        step: skip.id,
        ...(skip.contactId === undefined ? {} : { contactId: skip.contactId }),
      }),
    );
  }
  const { then } = taken;
  if (then.do === 'suppress') effects.push(refused(of, then.ruleIds, {}));
  if (then.do === 'hold' && then.ruleIds.join() !== of.held?.ruleIds.join())
    effects.push(refused(of, then.ruleIds, {}));
  return effects;
}

function refused(of: Case, ruleIds: readonly RuleId[], more: { step?: string; contactId?: string }): Effect {
  return {
    do: 'notify',
    type: 'contact.refused',
    purpose: of.purpose,
    department: of.department,
    severity: of.severity,
    data: { caseId: of.id, customerId: of.customerId, ruleIds, ...more },
  };
}
