import type { Fact, Noted } from '#domain/feedback/fact.ts';
import { factsOf } from '#domain/feedback/facts-of.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { FactWriter, SubjectReader } from '#store/figures/figure-store.ts';
import type { RecurringPort } from '#store/figures/incident-store.ts';
import { faultsSeen } from './faults-seen.ts';

export type ProjectNeeds = {
  readonly subjects: SubjectReader['subjects'];
  readonly write: FactWriter['write'];
  readonly see: RecurringPort['see'];
  /** All of them are taken out of the table's reach when it returns, or it throws. */
  readonly keep: (entries: readonly Entry[]) => Promise<void>;
};

/**
 * The facts of a batch of timeline entries, written down at once, the complaints of one fault put together, the entries
 * themselves taken out. It may be run again on the same entries, on some of them, in another order: a fact is known by
 * the entry it comes from, so figures count it once.
 */
export async function project(entries: readonly Entry[], needs: ProjectNeeds): Promise<number> {
  const facts = await factsOfAll(entries, needs);
  if (facts.length > 0) await needs.write(facts);
  const seen = faultsSeen(entries);
  if (seen.length > 0) await needs.see(seen);
  if (entries.length > 0) await needs.keep(entries);
  return facts.length;
}

/** What figures count of these entries; the projector and a recount ask the same. */
export async function factsOfAll(
  entries: readonly Noted[],
  needs: Pick<ProjectNeeds, 'subjects'>,
): Promise<readonly Fact[]> {
  const subjects = await needs.subjects(entries.map(({ aggregate }) => aggregate));
  return entries.flatMap((entry) => factsOf(entry, subjects.get(entry.aggregate) ?? { words: {} }));
}
