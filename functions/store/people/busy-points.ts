import type { Case } from '#domain/case/case.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Instant } from '#domain/time.ts';
import type { CaseStore } from '../case-store.ts';

export type BusyPoints = (of: Case, points: readonly ContactPoint[]) => Promise<ReadonlySet<string>>;

/**
 * Numbers whose newest text is another case's and still under way: claimed a moment ago, its outcome not noted. What
 * became of a text stands with its attempt, so the other case is read; almost never is there one to read.
 */
export const busyPoints =
  (needs: { readonly cases: Pick<CaseStore, 'loadAll'>; readonly now: () => Instant }): BusyPoints =>
  async (of, points) => {
    const newest = points.flatMap(({ id, recent, sends }) => {
      const [sent, at = 0] = [recent.at(-1), sends.at(-1)];
      const isOther = sent !== undefined && sent.caseId !== of.id && needs.now() - at < SEND_DEADLINE;
      return isOther ? [{ id, ...sent }] : [];
    });
    const found = newest.length === 0 ? [] : await needs.cases.loadAll(newest.map(({ caseId }) => caseId));
    const isClaimed = (index: number, attempt: number): boolean =>
      found[index]?.state.attempts.some(({ n, state }) => n === attempt && state === 'CLAIMED') ?? false;
    return new Set(newest.filter((sent, index) => isClaimed(index, sent.attempt)).map(({ id }) => id));
  };
