import { DAY, type Instant } from '../time.ts';
import type { Account, OpenTransaction, Pending } from './account.ts';
import type { Movement } from './event.ts';

/** A payment that has not posted by then never will; and by then a state tells of the debt what posted. */
export const PENDING_FOR = 5 * DAY;
/** So many are remembered: credits that count before others, of these the newest. */
const MOST = 6;

/** Is this the posting of a transaction that was seen while it was pending? Then it has been counted already. */
export const isKnown = (pending: Pending | undefined, by: Movement): boolean =>
  pending?.open?.some((one) => one.ref === by.ref) === true;

/** Is this the pending word of a transaction that has posted already? It came too late to be one. */
export const isPosted = (pending: Pending | undefined, by: Movement): boolean =>
  by.pending && pending?.open?.some((one) => one.ref === by.ref && one.posted !== undefined) === true;

/** What a movement is told beside itself: the newest sequence that spoke of the debt (-1: none), and the time. */
type Told = { readonly debtSaid: number; readonly now: Instant };

/**
 * Takes a movement into what is pending: begun, posted, or neither. A credit that posted counts like a pending one until
 * the account's word on its debt is newer. What is too old is dropped on the way.
 */
export function foldPending(before: Pending | undefined, by: Movement, told: Told): Pending | undefined {
  const isFresh = (at: Instant): boolean => told.now - at <= PENDING_FOR;
  const currency = before !== undefined && before.sum.minor > 0 ? before.sum.currency : by.amount.currency;
  const others = (before?.open ?? []).filter((one) => one.ref !== by.ref && isFresh(one.at));
  const counts = (by.pending || by.direction === 'credit') && by.amount.currency === currency && isFresh(by.at);
  return pendingOf(currency, newest(counts ? [...others, openOf(by, told)] : others));
}

const openOf = (by: Movement, { debtSaid }: Told): OpenTransaction => ({
  ref: by.ref,
  minor: by.direction === 'debit' || (!by.pending && by.sequence < debtSaid) ? 0 : by.amount.minor,
  at: by.at,
  ...(by.pending ? {} : { posted: by.sequence }),
});

function newest(open: readonly OpenTransaction[]): readonly OpenTransaction[] {
  const byAge = open.toSorted((one, other) => one.at - other.at);
  const counted = byAge.filter(({ minor }) => minor > 0);
  return [...byAge.filter(({ minor }) => minor === 0), ...counted].slice(-MOST);
}

/** What these come to; undefined where there are none. */
export function pendingOf(currency: string, open: readonly OpenTransaction[]): Pending | undefined {
  if (open.length === 0) return undefined;
  const counted = open.filter(({ minor }) => minor > 0);
  const minor = counted.reduce((sum, one) => sum + one.minor, 0);
  return { sum: { minor, currency }, at: Math.max(...(counted.length > 0 ? counted : open).map(({ at }) => at)), open };
}

/** A word on the debt has counted what posted before it; that it posted is remembered, its pending word may still come. */
export function afterWord(before: Pending | undefined, sequence: number): Pending | undefined {
  if (before?.open === undefined) return before;
  const isCounted = ({ posted }: OpenTransaction): boolean => posted !== undefined && posted < sequence;
  const open = before.open.map((one) => (isCounted(one) ? { ...one, minor: 0 } : one));
  return pendingOf(before.sum.currency, open);
}

/** Do pending credits cover the whole overdue sum? */
export function isCovered(account: Pick<Account, 'pending' | 'state'>): boolean {
  const overdue = account.state?.overdue;
  const sum = account.pending?.sum;
  if (overdue === undefined || sum === undefined || overdue.minor <= 0) return false;
  return sum.currency === overdue.currency && sum.minor >= overdue.minor;
}
