import { atLocalTime } from '../../calendar/zone.ts';
import { durationOf } from '../../policy/book.ts';
import type { Plan } from '../../policy/types.ts';
import type { Instant } from '../../time.ts';
import type { ComplaintStage } from '../../words.ts';
import { wasTried } from '../attempts.ts';
import type { Case } from '../case.ts';
import type { By } from '../staff.ts';
import { ended, move, type Refusal, type Transition, without } from '../transition.ts';

/** A stage before legal action, and when it is due or was begun. */
export type StageDue = { readonly stage: ComplaintStage; readonly dueAt: Instant };

/**
 * The stages of a case whose plan has some: what was done stands with its time, the next with the case's own timer, those
 * behind it as far as the plan's waits and times of day tell, where it is known in which zone they are counted.
 */
export function stagesOf(of: Case, plan: Plan, zone?: string): readonly StageDue[] {
  const stages: StageDue[] = [];
  let dueAt = of.openedAt;
  plan.steps.forEach((step, index) => {
    const done = of.attempts.find((one) => one.step === step.id && wasTried(one));
    if (done !== undefined) dueAt = done.at;
    else if (index === of.step) dueAt = Math.max(dueAt, of.dueAt ?? dueAt);
    if (step.stage !== undefined) stages.push({ stage: step.stage, dueAt });
    dueAt += durationOf(step.wait);
    if (zone !== undefined && step.nextAt !== undefined) dueAt = atLocalTime(dueAt, zone, step.nextAt);
  });
  return stages;
}

/** A person takes the case on to a later stage, whose contact is then due at once; never back. */
export function stageByStaff(of: Case, stage: ComplaintStage, by: By & { readonly plan: Plan }): Transition | Refusal {
  const { plan, at, staff, reason } = by;
  const step = plan.steps.findIndex((one) => one.stage === stage);
  if (step < 0) return { refused: 'case.no-stages' };
  if (ended(of)) return { refused: 'case.ended', legal: ['close'] };
  if (step < of.step)
    return { refused: 'case.stage-passed', legal: plan.steps.slice(of.step).flatMap((one) => one.stage ?? []) };
  const waits = of.status === 'WAITING' && of.taskId === undefined;
  return move(
    of,
    { ...(waits ? { ...without('held'), dueAt: at } : {}), step, round: 0 },
    { type: 'case.staged', actor: { kind: 'staff', id: staff }, at, facts: { stage, reason } },
  );
}
