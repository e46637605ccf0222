import type { Account } from '#domain/account/account.ts';
import type { Task } from '#domain/case/case.ts';
import { type Clearing, clearCase, resumeHeld } from '#domain/case/open.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { endsHold, restsOn } from '#domain/contact/gate-reason.ts';
import type { RestsOn } from '#domain/policy/types.ts';
import { isOpen } from '#domain/words.ts';
import type { IntakeNeeds } from '../ports.ts';
import type { CaseMove, Pointer, StoredCase } from './case-move.ts';

/** Cases that are over for good; a settled one may still be opened again by what its customer writes. */
const OVER: ReadonlySet<string> = new Set(['CLOSED', 'SUPPRESSED']);

/** The cases behind an account's pointers, without those that are over: these are pointed to no longer. */
export async function pointedCases(
  pointers: readonly Pointer[],
  needs: Pick<IntakeNeeds, 'cases'>,
): Promise<readonly StoredCase[]> {
  if (pointers.length === 0) return [];
  const found = await needs.cases.loadAll(pointers.map((one) => one.caseId));
  return found.flatMap((stored) => (stored === undefined || OVER.has(stored.state.status) ? [] : [stored]));
}

type Word = { readonly pointed: readonly StoredCase[]; readonly by: Clearing };

/** Clears the open cases that rest on what is gone. */
export async function clearResting(
  on: readonly Exclude<RestsOn, 'fact'>[],
  { pointed, by }: Word,
  needs: Pick<IntakeNeeds, 'cases' | 'book' | 'now'>,
): Promise<readonly CaseMove[]> {
  const resting = pointed.filter(({ state }) => {
    const basis = restsOn(state, needs.book.purpose(state.purpose));
    return isOpen(state.status) && basis !== 'fact' && on.includes(basis);
  });
  const moves = await Promise.all(resting.map((stored) => cleared(stored, by, needs)));
  return moves.flat();
}

/** Lets cases go on that waited for this word of the account. */
export const resumeWaiting = (
  account: Account,
  { pointed, by }: Word,
  needs: Pick<IntakeNeeds, 'book' | 'now'>,
): readonly CaseMove[] =>
  pointed
    .filter(({ state }) => endsHold(state, account, { now: needs.now(), book: needs.book }))
    .map((stored) => ({
      did: 'resumed',
      purpose: stored.state.purpose,
      stored,
      transition: resumeHeld(stored.state, by, needs.now()),
    }));

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
