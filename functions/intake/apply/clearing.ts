import type { Task } from '#domain/case/case.ts';
import { type Clearing, clearCase } from '#domain/case/open.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { restsOn } from '#domain/contact/gate-reason.ts';
import type { RestsOn } from '#domain/policy/types.ts';
import { isOpen } from '#domain/words.ts';
import type { IntakeNeeds } from '../ports.ts';
import type { CaseMove, Pointer, StoredCase } from './case-move.ts';

/** Clears the open cases among the pointers that rest on what is gone. */
export async function clearResting(
  on: readonly Exclude<RestsOn, 'fact'>[],
  of: { readonly pointers: readonly Pointer[]; readonly by: Clearing },
  needs: Pick<IntakeNeeds, 'cases' | 'book' | 'now'>,
): Promise<readonly CaseMove[]> {
  if (on.length === 0 || of.pointers.length === 0) return [];
  const found = await needs.cases.loadAll(of.pointers.map((one) => one.caseId));
  const resting = found.filter((stored) => {
    if (stored === undefined || !isOpen(stored.state.status)) return false;
    const basis = restsOn(stored.state, needs.book.purpose(stored.state.purpose));
    return basis !== 'fact' && on.includes(basis);
  });
  const moves = await Promise.all(resting.map((stored) => cleared(stored, of.by, needs)));
  return moves.flat();
}

export async function cleared(
  stored: StoredCase | undefined,
  by: Clearing,
  needs: Pick<IntakeNeeds, 'cases' | 'now'>,
): Promise<readonly CaseMove[]> {
  if (stored === undefined) return [];
  const { state } = stored;
  const task: Task | undefined =
    state.taskId === undefined ? undefined : await needs.cases.task(state.id, state.taskId);
  const transition = clearCase(state, by, { now: needs.now(), ...(task === undefined ? {} : { task }) });
  return isRefusal(transition) ? [] : [{ did: 'cleared', purpose: state.purpose, stored, transition }];
}
