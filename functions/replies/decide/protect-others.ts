import type { Case } from '#domain/case/case.ts';
import type { ReplyFacts } from '#domain/case/reply.ts';
import { ended } from '#domain/case/transition.ts';
import { isProtected, protectBy } from '#domain/reply/protect.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { CaseDraft } from './draft.ts';

/** Beside the case that the denial goes to; a transaction takes four aggregates. */
const TOGETHER = 3;

/** The further fraud cases that a denial without a token protects: three with it, what is beyond that before it. */
export function protectOthers(
  by: { readonly others: readonly Stored<Case>[]; readonly facts: ReplyFacts; readonly caseId: string },
  now: Instant,
): { readonly together: readonly CaseDraft[]; readonly first: readonly CaseDraft[] } {
  const { facts, caseId } = by;
  const drafts = by.others
    .filter(({ state }) => !ended(state) && !isProtected(state) && state.id !== caseId)
    .map((stored) => ({ stored, transition: protectBy(stored.state, { facts, caseId }, now) }));
  return { together: drafts.slice(0, TOGETHER), first: drafts.slice(TOGETHER) };
}
