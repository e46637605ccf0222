import type { Account } from '#domain/account/account.ts';
import { type Applied, applyAccountEvent, DORMANT } from '#domain/account/apply.ts';
import type { AccountEvent } from '#domain/account/event.ts';
import type { Limits } from '#domain/policy/limits.ts';
import type { AccountBankEvent } from '../events.contract.ts';
import { ACCEPTED, DUPLICATE, type Outcome, rejected } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import { readAccountEvent } from './account-reading.ts';
import { askingsOf, debtOf } from './asking.ts';
import { type CaseMove, openOrMerge, type Pointer, type StoredCase } from './case-move.ts';
import { clearResting, giveWayTo, pointedCases, resumeWaiting } from './clearing.ts';
import { matterOf } from './matter.ts';
import { changeOf, countMoves, MAX_MOVES, pointersAfter } from './moves.ts';
import { inRounds } from './rounds.ts';

/** Open cases an account points to. Source: docs/behaviour.md, Sizes. */
const MAX_POINTERS = 4;
/** The account as the request before left it: saves the read of the next event in one batch. */
export type Remembered = Map<string, Account>;

/**
 * Applies one event of an account: its new state, and whatever case that opens, joins or clears, in one write. A normal
 * event is one read and one write.
 */
export async function applyToAccount(
  wire: AccountBankEvent,
  needs: IntakeNeeds,
  remembered: Remembered = new Map(),
): Promise<Outcome> {
  const event = readAccountEvent(wire, { now: needs.now(), sha256: needs.sha256 });
  return inRounds(needs.pause, async () => {
    const before = remembered.get(event.accountId) ?? (await needs.accounts.load(event.accountId));
    const decided = applyAccountEvent(before, event, needs.now());
    if (decided.kind === 'duplicate') return DUPLICATE;
    if (decided.kind !== 'applied') return rejected(`event.${decided.kind}`);
    const { moves, pointers, tooOld } = await movesOf(decided, event, needs);
    const next = { ...decided.next, openCases: pointersAfter(pointers, moves, MAX_POINTERS) };
    if (!(await write({ before, next, moves }, needs))) {
      remembered.delete(event.accountId);
      return undefined;
    }
    remembered.set(event.accountId, next);
    needs.metrics.count('EventGapSeen', decided.found.gapsSeen);
    needs.metrics.count('EventTooOldToContact', tooOld);
    countMoves(moves, needs);
    return ACCEPTED;
  });
}

type Step = { readonly before: Account | undefined; readonly next: Account; readonly moves: readonly CaseMove[] };

async function write({ before, next, moves }: Step, needs: IntakeNeeds): Promise<boolean> {
  if (moves.length === 0) return (await needs.accounts.write(before, next)) === 'written';
  const change = changeOf(moves, needs);
  const also = [needs.accountPut(before, next), ...change.also];
  return (await needs.ledger.commit({ ...change, also })).kind === 'committed';
}

type Moves = { readonly moves: readonly CaseMove[]; readonly pointers: readonly Pointer[]; readonly tooOld: number };

/**
 * A movement opens or joins a case, if anything. A statement is a word on what open cases rest on too: it clears them, or
 * lets those go on that were held for it. A payment that posts does not: the statement that counts it in comes after it.
 */
async function movesOf(applied: Applied, event: AccountEvent, needs: IntakeNeeds): Promise<Moves> {
  const { next } = applied;
  const isWord = event.kind !== 'transaction';
  const pointed = isWord ? await pointedCases(next.openCases, needs) : [];
  const pointers = isWord ? next.openCases.filter(({ caseId }) => pointed.some(isCase(caseId))) : next.openCases;
  const by = { what: event.kind, asOf: event.at, sequence: event.sequence, source: event.source };
  const { book } = needs;
  const cleared = await clearResting(goneOf(applied, book.limits), { pointed, by }, needs);
  const asked = askingsOf(applied, event, { pointed, book }).map((one) => matterOf(one, book, needs.now()));
  const matters = asked.flatMap((one) => ('refused' in one ? [] : [one]));
  const known = { pointers, account: next };
  const opened = await Promise.all(matters.map((matter) => openOrMerge(matter, known, needs)));
  const ended = [...(await giveWayTo(opened, { pointed, by }, needs)), ...cleared];
  const moved = [...opened, ...ended].map((one) => one.transition.next.id);
  const rest = pointed.filter(({ state }) => !moved.includes(state.id));
  const moves = [...opened, ...ended, ...resumeWaiting(next, { pointed: rest, by }, needs)].slice(0, MAX_MOVES);
  return { moves, pointers, tooOld: asked.length - matters.length };
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
