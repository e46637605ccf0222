import type { IntakeNeeds } from '../ports.ts';
import type { CaseMove, Pointer } from './case-move.ts';

/** Aggregates in one transaction. Source: architecture, decision 3. */
export const MAX_MOVES = 4;

/** The moves of cases as one change of the ledger; `sealed` goes into the first, which carries the sender's words. */
export function changeOf(moves: readonly CaseMove[], needs: Pick<IntakeNeeds, 'caseChange'>, sealed?: Uint8Array) {
  const changes = moves.map(({ stored, transition }, at) =>
    needs.caseChange(stored, transition, at === 0 ? sealed : undefined),
  );
  return { advances: changes.map((one) => one.advance), also: changes.flatMap((one) => one.also) };
}

/** Pointers to open cases once the moves stand: the newest of a kind, at most so many. */
export function pointersAfter(
  before: readonly Pointer[],
  moves: readonly CaseMove[],
  most: number,
): readonly Pointer[] {
  const gone = new Set(moves.filter((one) => one.did === 'cleared').map((one) => one.transition.next.id));
  const news = moves
    .filter((one) => one.did !== 'cleared')
    .map(({ transition: { next } }) => ({ caseId: next.id, kind: next.kind }));
  if (gone.size === 0 && news.length === 0) return before;
  const kept = before.filter((one) => !gone.has(one.caseId) && !news.some((fresh) => fresh.kind === one.kind));
  return [...kept, ...news].slice(-most);
}

/** Figures of what became of cases. */
export function countMoves(moves: readonly CaseMove[], { metrics }: Pick<IntakeNeeds, 'metrics'>): void {
  for (const { did, purpose } of moves) {
    if (did === 'opened') metrics.count('CaseOpened', 1, { purpose });
    if (did === 'cleared') metrics.count('CaseSettled', 1, { purpose });
  }
}
