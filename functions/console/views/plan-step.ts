import type { Case } from '#domain/case/case.ts';
import { type StageDue, stagesOf } from '#domain/case/contacts/stages.ts';
import type { PolicyBook } from '#domain/policy/book.ts';

/** Id of the plan's step a case stands at; undefined when its plan is spent. */
export type StepOf = (of: Case) => string | undefined;

/** Stages of the plan a case follows, its days counted in that zone; undefined where it has none. */
export type StagesOf = (of: Case, zone: string | undefined) => readonly StageDue[] | undefined;

export const stagesOfCase =
  (book: Pick<PolicyBook, 'plan'>): StagesOf =>
  (of, zone) => {
    const plan = book.plan(of.plan.id, of.plan.version);
    const stages = plan === undefined ? [] : stagesOf(of, plan, zone);
    return stages.length === 0 ? undefined : stages;
  };

export const stepOf =
  (book: Pick<PolicyBook, 'plan'>): StepOf =>
  (of) =>
    book.plan(of.plan.id, of.plan.version)?.steps[of.step]?.id;
