import type { PolicyBook } from '../../policy/book.ts';
import type { Attempt, Case } from '../case.ts';
import type { PlanStands } from '../send.ts';
import { underWay } from '../transition.ts';

/** Where the plan stands, and which of its steps this attempt is of. */
export function standsOf(of: Case, n: number | undefined, book: Pick<PolicyBook, 'plan' | 'purpose'>): PlanStands {
  const steps = book.plan(of.plan.id, of.plan.version)?.steps ?? [];
  const planAt = steps[of.step]?.id;
  const attempt = of.attempts.find((one) => one.n === n);
  const triedStep = steps.findIndex(({ id }) => id === attempt?.step);
  return {
    doubt: book.purpose(of.purpose).doubt,
    ...(planAt === undefined ? {} : { planAt }),
    ...(triedStep < 0 ? {} : { triedStep }),
  };
}

/** Nothing came of these: they do not stand between a text and the next number. */
const IDLE: readonly Attempt['state'][] = ['SKIPPED', 'CANCELLED', 'DEFERRED'];

/**
 * The customer is not at the number that a step wrote to: the step is not spent by it, the plan takes it again with their
 * next number, or goes on where there is none. Whatever was tried since is never repeated.
 */
export function nextNumber(of: Case, n: number | undefined, { triedStep }: PlanStands): Partial<Case> {
  const attempt = of.attempts.find((one) => one.n === n);
  if (attempt === undefined || triedStep === undefined || triedStep > of.step) return {};
  if (attempt.audience !== 'customer' || attempt.answer === true || underWay(of) !== undefined) return {};
  const since = of.attempts.some((one) => one.n > attempt.n && one.answer !== true && !IDLE.includes(one.state));
  return since ? {} : { step: triedStep, round: 0 };
}
