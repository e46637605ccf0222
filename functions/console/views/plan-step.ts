import type { Case } from '#domain/case/case.ts';
import type { PolicyBook } from '#domain/policy/book.ts';

/** Id of the plan's step a case stands at; undefined when its plan is spent. */
export type StepOf = (of: Case) => string | undefined;

export const stepOf =
  (book: Pick<PolicyBook, 'plan'>): StepOf =>
  (of) =>
    book.plan(of.plan.id, of.plan.version)?.steps[of.step]?.id;
