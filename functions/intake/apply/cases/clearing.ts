import type { Account } from '#domain/account/account.ts';
import type { Pointer } from '#domain/account/pointers.ts';
import type { Task } from '#domain/case/case.ts';
import { type Clearing, clearCase, foundWrongful, giveWay } from '#domain/case/ends/clear.ts';
import { resumeHeld } from '#domain/case/open.ts';
import { isRefusal, type Refusal, type Transition } from '#domain/case/transition.ts';
import { endsHold, restsOn } from '#domain/contact/gate/reason.ts';
import type { RestsOn } from '#domain/policy/types.ts';
import type { Instant } from '#domain/time.ts';
import { isOpen } from '#domain/words.ts';
import type { IntakeNeeds } from '../../ports.ts';
import type { CaseMove, StoredCase } from './case-move.ts';

/** Cases that are over for good; a settled one may still be opened again by what its customer writes. */
const OVER: ReadonlySet<string> = new Set(['CLOSED', 'SUPPRESSED']);

/** The cases behind an account's pointers. Those that are over are pointed to no longer once a word has come. */
export async function pointedCases(
  pointers: readonly Pointer[],
  needs: Pick<IntakeNeeds, 'cases'>,
): Promise<{ readonly pointed: readonly StoredCase[]; readonly over: readonly StoredCase[] }> {
  if (pointers.length === 0) return { pointed: [], over: [] };
  const stored = (await needs.cases.loadAll(pointers.map((one) => one.caseId))).flatMap((one) => one ?? []);
  const isOver = ({ state }: StoredCase): boolean => OVER.has(state.status);
  return { pointed: stored.filter((one) => !isOver(one)), over: stored.filter(isOver) };
}

type Word = { readonly pointed: readonly StoredCase[]; readonly by: Clearing };
type Gone = { readonly states: readonly Exclude<RestsOn, 'fact'>[]; readonly isYoung: boolean };

/** The same word, dated before a contact of a case that is settled or over: the reason was gone as it went out. */
export const findWrongful = (
  { states }: Pick<Gone, 'states'>,
  { pointed, by }: Word,
  needs: Pick<IntakeNeeds, 'book' | 'now'>,
): readonly CaseMove[] =>
  pointed.flatMap((stored): CaseMove[] => {
    const { state } = stored;
    const basis = restsOn(state, needs.book.purpose(state.purpose));
    if (isOpen(state.status) || state.wrongful === true || basis === 'fact' || !states.includes(basis)) return [];
    const now = needs.now();
    const found = { actor: { kind: 'producer', source: by.source }, facts: { ...by }, now } as const;
    const transition = foundWrongful(state, { from: by.asOf, until: now }, found);
    return transition === undefined ? [] : [{ did: 'marked', purpose: state.purpose, stored, transition }];
  });

/** Clears the open cases that rest on what is gone: the debt, the sleep, or of the debt only that it is old. */
export async function clearResting(
  gone: Gone,
  { pointed, by }: Word,
  needs: Pick<IntakeNeeds, 'cases' | 'book' | 'now'>,
): Promise<readonly CaseMove[]> {
  const resting = pointed.filter(({ state }) => {
    if (!isOpen(state.status)) return false;
    const basis = restsOn(state, needs.book.purpose(state.purpose));
    return (basis !== 'fact' && gone.states.includes(basis)) || (gone.isYoung && state.purpose === 'pre_litigation');
  });
  const moves = await Promise.all(resting.map((stored) => cleared(stored, by, needs)));
  return moves.flat();
}

/** A case before court takes over what the account's reminders asked: these end. */
export async function giveWayTo(
  opened: readonly CaseMove[],
  { pointed, by }: Word,
  needs: Pick<IntakeNeeds, 'cases' | 'now'>,
): Promise<readonly CaseMove[]> {
  const to = opened.find((one) => one.purpose === 'pre_litigation')?.transition.next;
  if (to === undefined) return [];
  const reminders = pointed.filter(
    ({ state }) => state.purpose === 'debt_reminder' && state.customerId === to.customerId && isOpen(state.status),
  );
  const moves = await Promise.all(
    reminders.map((stored) => ended(stored, (at) => giveWay(stored.state, to.id, { by, ...at }), needs)),
  );
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

export const cleared = (
  stored: StoredCase,
  by: Clearing,
  needs: Pick<IntakeNeeds, 'cases' | 'now'>,
): Promise<readonly CaseMove[]> => ended(stored, (at) => clearCase(stored.state, by, at), needs);

async function ended(
  stored: StoredCase,
  end: (at: { now: Instant; task?: Task }) => Transition | Refusal,
  needs: Pick<IntakeNeeds, 'cases' | 'now'>,
): Promise<readonly CaseMove[]> {
  const { id, taskId, purpose } = stored.state;
  const task = taskId === undefined ? undefined : await needs.cases.task(id, taskId);
  const transition = end({ now: needs.now(), ...(task === undefined ? {} : { task }) });
  return isRefusal(transition) ? [] : [{ did: 'cleared', purpose, stored, transition }];
}
