import { newestPointers, type Pointer } from '#domain/account/pointers.ts';
import type { IntakeNeeds } from '../../ports.ts';
import type { CaseMove } from './case-move.ts';

/** Aggregates in one transaction. Source: docs/behaviour.md, Sizes. */
export const MAX_MOVES = 4;

/** The moves of cases as one change of the ledger; `sealed` goes into the first, which carries the sender's words. */
export function changeOf(moves: readonly CaseMove[], needs: Pick<IntakeNeeds, 'caseChange'>, sealed?: Uint8Array) {
  const changes = moves.map(({ stored, transition }, at) =>
    needs.caseChange(stored, transition, at === 0 ? sealed : undefined),
  );
  return { advances: changes.map((one) => one.advance), also: changes.flatMap((one) => one.also) };
}

/** Pointers to open cases once the moves stand: at most so many, of more the newest, but those of a state first. */
export function pointersAfter(
  before: readonly Pointer[],
  moves: readonly CaseMove[],
  most: number,
): readonly Pointer[] {
  const told = moves.filter((one) => one.did !== 'resumed' && one.did !== 'marked');
  const gone = new Set(told.flatMap(({ over = [], transition }) => [...over, transition.next.id]));
  const news = told
    .filter((one) => one.did !== 'cleared')
    .map(({ transition: { next } }) => ({ caseId: next.id, kind: next.kind }));
  return newestPointers([...before.filter((one) => !gone.has(one.caseId)), ...news], most);
}

/** Figures of what became of cases. */
export function countMoves(moves: readonly CaseMove[], { metrics }: Pick<IntakeNeeds, 'metrics'>): void {
  for (const { did, purpose } of moves) {
    if (did === 'opened') metrics.count('CaseOpened', 1, { purpose });
    if (did === 'cleared') metrics.count('CaseSettled', 1, { purpose });
  }
}
