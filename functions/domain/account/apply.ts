import { judge, type Scored } from '../anomaly/score.ts';
import type { Instant } from '../time.ts';
import type { Account } from './account.ts';
import type { AccountEvent, Movement, Statement } from './event.ts';
import { afterWord, foldPending, isCovered, isKnown, isPosted } from './pending.ts';
import { debtSaid, owes, type Told, tell } from './state.ts';
import { type Placed, place } from './window.ts';

/** What the event brought to light, for whoever opens and clears cases. */
export type Found = {
  /** A higher sequence came before it. */
  readonly late: boolean;
  /** Sequences it jumped over. */
  readonly gapsSeen: number;
  /** A flag that is the newest word on the debt, or the first of a debt that a newer word speaks of. */
  readonly flagged: boolean;
  /** The newest word: something is overdue. */
  readonly stillOverdue: boolean;
  /** The newest word: nothing is overdue. */
  readonly nothingOverdue: boolean;
  /** The newest word on the status: dormant, and it was not before. */
  readonly fellDormant: boolean;
  /** The newest word on the status: anything but dormant. */
  readonly notDormant: boolean;
  /** Only of a movement that is seen for the first time. */
  readonly scored?: Scored;
};

export type Applied = { readonly kind: 'applied'; readonly next: Account; readonly found: Found };
export type Decided = Applied | Exclude<Placed, { kind: 'new' }>;

const QUIET = { flagged: false, stillOverdue: false, nothingOverdue: false, fellDormant: false, notDormant: false };
export const DORMANT = 'dormant';

/**
 * Takes one event into an account. The same event twice changes nothing; state, window, gaps and episode do not depend
 * on the order in which the events of a window come. The account's `reasonVersion` moves only with what a reason rests
 * on.
 */
export function applyAccountEvent(before: Account | undefined, event: AccountEvent, now: Instant): Decided {
  const account = before ?? unknownAccount(event);
  const placed = place(account, event);
  if (placed.kind !== 'new') return placed;
  const moved = event.kind === 'transaction' ? takeMovement(account, event, now) : takeStatement(account, event);
  const newest = account.window[0] === undefined || !placed.late;
  const next: Account = {
    ...moved.account,
    ...placed.seen,
    customerId: newest ? event.customerId : account.customerId,
    version: account.version + 1,
  };
  const moves = before === undefined || movesReason(account, next);
  return {
    kind: 'applied',
    next: moves ? { ...next, reasonVersion: account.reasonVersion + 1 } : next,
    found: { ...QUIET, late: placed.late, gapsSeen: placed.gapsSeen, ...moved.found },
  };
}

/** An account nobody has spoken of before. */
export const unknownAccount = (of: Pick<AccountEvent, 'accountId' | 'customerId'>): Account => ({
  id: of.accountId,
  customerId: of.customerId,
  version: 0,
  reasonVersion: 0,
  window: [],
  gaps: 0,
  baseline: new Uint8Array(),
  openCases: [],
});

type Moved = { readonly account: Account; readonly found: Partial<Found> };

function takeStatement(account: Account, by: Statement): Moved {
  const told = tell(account, by);
  const { flaggedAt: _since, flaggedAtMost: _most, pending: was, ...rest } = account;
  const pending = told.onDebt ? afterWord(was, by.sequence) : was;
  const next: Account = {
    ...rest,
    ...(pending === undefined ? {} : { pending }),
    state: told.state,
    ...told.episode,
  };
  return { account: next, found: foundIn(account, by, told) };
}

function foundIn(before: Account, by: Statement, told: Told): Partial<Found> {
  const dormant = told.state.status === DORMANT;
  const isFirst = before.flaggedAt === undefined && told.episode.flaggedAt !== undefined;
  return {
    flagged: by.kind === 'overdue-flagged' && owes(told.state) === true && (told.newestOnOverdue || isFirst),
    stillOverdue: told.newestOnOverdue && owes(told.state) === true,
    nothingOverdue: told.newestOnOverdue && owes(told.state) === false,
    fellDormant: told.newestOnStatus && dormant && before.state?.status !== DORMANT,
    notDormant: told.newestOnStatus && !dormant,
  };
}

function takeMovement(account: Account, by: Movement, now: Instant): Moved {
  const { pending: was, ...rest } = account;
  const lastActivityAt = Math.max(by.at, account.lastActivityAt ?? by.at);
  // Its posting came first: there is nothing left to wait for.
  if (isPosted(was, by)) return { account: { ...account, lastActivityAt }, found: {} };
  const pending = foldPending(was, by, { debtSaid: debtSaid(account.state), now });
  const next: Account = { ...rest, ...(pending === undefined ? {} : { pending }), lastActivityAt };
  if (isKnown(was, by)) return { account: next, found: {} };
  const { scored, baseline } = judge(by, account);
  return { account: { ...next, baseline }, found: { scored } };
}

/** Only what a reason rests on: a card payment must not starve a claim. */
function movesReason(before: Account, next: Account): boolean {
  const [one, other] = [before.state, next.state];
  return (
    one?.status !== other?.status ||
    one?.daysPastDue !== other?.daysPastDue ||
    one?.overdue?.minor !== other?.overdue?.minor ||
    one?.overdue?.currency !== other?.overdue?.currency ||
    isCovered(before) !== isCovered(next)
  );
}
