import type { Account } from '#domain/account/account.ts';
import { type Applied, DORMANT } from '#domain/account/apply.ts';
import type { AccountEvent } from '#domain/account/event.ts';
import { MAX_ACCOUNT_POINTERS, type Pointer } from '#domain/account/pointers.ts';
import type { Limits } from '#domain/policy/limits.ts';
import type { IntakeNeeds, Op } from '../../ports.ts';
import { lateAccountEvent } from '../late.ts';
import { isTakenBack } from '../taken-back.ts';
import { askingsOf, debtOf } from './asking.ts';
import { type CaseMove, type Matter, openOrMerge, type StoredCase } from './case-move.ts';
import { clearResting, findWrongful, giveWayTo, pointedCases, resumeWaiting } from './clearing.ts';
import { matterOf } from './matter.ts';
import { changeOf, countMoves, MAX_MOVES, pointersAfter } from './moves.ts';

/** What an event makes of its account. */
export type Step = { readonly before: Account | undefined; readonly applied: Applied; readonly event: AccountEvent };

/**
 * Writes the account's new state with whatever case it opens, joins or clears. Undefined: somebody else moved what it
 * rests on.
 */
export async function writeMoves(step: Step, needs: IntakeNeeds): Promise<Account | undefined> {
  const { before, applied } = step;
  const { moves, pointers, tooOld } = await movesOf(step, needs);
  const next = { ...applied.next, openCases: pointersAfter(pointers, moves, MAX_ACCOUNT_POINTERS) };
  const late = tooOld === 0 ? [] : [lateAccountEvent(step.event, 'no-contact', needs)];
  if (!(await write({ before, next, moves, late }, needs))) return undefined;
  needs.metrics.count('EventTooOldToContact', tooOld);
  countMoves(moves, needs);
  return next;
}

type Written = {
  readonly before: Account | undefined;
  readonly next: Account;
  readonly moves: readonly CaseMove[];
  readonly late: readonly Op[];
};

async function write({ before, next, moves, late }: Written, needs: IntakeNeeds): Promise<boolean> {
  if (moves.length === 0 && late.length === 0) return (await needs.accounts.write(before, next)) === 'written';
  const change = changeOf(moves, needs);
  const also = [needs.accountPut(before, next), ...change.also, ...late];
  return (await needs.ledger.commit({ ...change, also })).kind === 'committed';
}

type Moves = { readonly moves: readonly CaseMove[]; readonly pointers: readonly Pointer[]; readonly tooOld: number };

/**
 * A movement opens or joins a case, if anything. A statement is a word on what open cases rest on too: it clears them, or
 * lets those go on that were held for it. A payment that posts does not: the statement that counts it in comes after it.
 */
async function movesOf({ applied, event }: Step, needs: IntakeNeeds): Promise<Moves> {
  const { next } = applied;
  const isWord = event.kind !== 'transaction';
  const { pointed, over } = await pointedCases(isWord ? next.openCases : [], needs);
  const pointers = isWord ? next.openCases.filter(({ caseId }) => pointed.some(isCase(caseId))) : next.openCases;
  const by = { what: event.kind, asOf: event.at, sequence: event.sequence, source: event.source };
  const { book } = needs;
  const gone = goneOf(applied, book.limits);
  const cleared = await clearResting(gone, { pointed, by }, needs);
  const marked = findWrongful(gone, { pointed: [...pointed, ...over], by }, needs);
  const asked = askingsOf(applied, event, { pointed, book }).map((one) => matterOf(one, book, needs.now()));
  const wanted = asked.flatMap((one) => ('refused' in one ? [] : [one]));
  const matters = await ofTheLiving(await notTakenBack(wanted, event, needs), needs);
  const known = { pointers, account: next };
  const opened = await Promise.all(matters.map((matter) => openOrMerge(matter, known, needs)));
  const ended = [...(await giveWayTo(opened, { pointed, by }, needs)), ...cleared, ...marked];
  const moved = [...opened, ...ended].map((one) => one.transition.next.id);
  const rest = pointed.filter(({ state }) => !moved.includes(state.id));
  const moves = [...opened, ...ended, ...resumeWaiting(next, { pointed: rest, by }, needs)].slice(0, MAX_MOVES);
  return { moves, pointers, tooOld: asked.filter((one) => 'refused' in one).length };
}

/** What was taken back before it came opens nothing; its account's state stands as told. */
async function notTakenBack(
  matters: readonly Matter[],
  { source, eventId, customerId }: AccountEvent,
  needs: Pick<IntakeNeeds, 'identities' | 'sha256'>,
): Promise<readonly Matter[]> {
  if (matters.length === 0) return matters;
  return (await isTakenBack({ source, id: eventId, customerId }, needs)) ? [] : matters;
}

/** Nobody who was erased is contacted about an account that goes on. */
async function ofTheLiving(matters: readonly Matter[], { erased }: Pick<IntakeNeeds, 'erased'>): Promise<Matter[]> {
  const since = await Promise.all(matters.map(({ customerId }) => erased.customer(customerId)));
  return matters.filter((_, index) => since[index] === undefined);
}

const isCase =
  (id: string) =>
  ({ state }: StoredCase): boolean =>
    state.id === id;

const goneOf = (applied: Applied, limits: Limits) => ({
  states: [
    ...(applied.found.nothingOverdue ? (['overdue'] as const) : []),
    ...(applied.found.notDormant ? ([DORMANT] as const) : []),
  ],
  isYoung: debtOf(applied, limits) === 'reminded',
});
