import type { Effect } from '../effects.ts';
import type { Instant } from '../time.ts';
import type { RuleId } from '../words.ts';
import { wasTried } from './attempts.ts';
import type { Attempt, Case } from './case.ts';
import type { Skip, StepRef, StepTaken } from './turn.ts';

/** What one turn passed over: refusals that are new are attempts of their own, repeated ones only stand in the entry. */
export type PassedOver = { readonly fresh: readonly Skip[]; readonly again: readonly Skip[] };

export function passedOver(of: Case, skipped: readonly Skip[]): PassedOver {
  const known = (skip: Skip): boolean =>
    of.attempts.some((one) => one.state === 'SKIPPED' && one.rule === skip.ruleIds[0] && isSamePlace(one, skip));
  return { fresh: skipped.filter((skip) => !known(skip)), again: skipped.filter(known) };
}

const isSamePlace = (one: Attempt, skip: Skip): boolean =>
  one.step === skip.id && one.channel === skip.channel && one.contactId === skip.contactId && one.point === skip.point;

/** Number the attempt at this step will have: a deferred attempt that wakes is the same attempt. */
export function attemptNumber(of: Case, at: StepRef, skipped: readonly Skip[]): number {
  return sleeping(of, at)?.n ?? of.attemptCount + passedOver(of, skipped).fresh.length + 1;
}

export const sleeping = (of: Case, at: StepRef): Attempt | undefined =>
  of.attempts.find(
    (one) =>
      one.state === 'DEFERRED' && one.step === at.id && one.channel === at.channel && one.contactId === at.contactId,
  );

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

export const skipFacts = ({ fresh, again }: PassedOver): Record<string, unknown> => ({
  ...(fresh.length === 0 ? {} : { skipped: fresh.map((skip) => ({ ...skip })) }),
  ...(again.length === 0 ? {} : { skippedAgain: again.map((skip) => ({ ...skip })) }),
});

export function proofFacts(of: Case): Record<string, unknown> {
  const tried = of.attempts.filter((attempt) => attempt.audience === 'customer' && wasTried(attempt));
  return {
    attempts: tried.map((attempt) => attempt.n),
    channels: [...new Set(tried.map((attempt) => attempt.channel))],
  };
}

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
    const mark = [skip.id, skip.contactId ?? '', skip.ruleIds[0] ?? ''].join(' ');
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
  const heldFor = of.held?.ruleIds ?? [];
  if (then.do === 'hold' && then.ruleIds.some((rule) => !heldFor.includes(rule)))
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
