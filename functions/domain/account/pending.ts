import { DAY, type Instant } from '../time.ts';
import type { Account, OpenTransaction, Pending } from './account.ts';
import type { Movement } from './event.ts';

/** A payment that has not posted by then never will. */
export const PENDING_FOR = 5 * DAY;
/** So many are remembered; of more the newest. */
const MOST = 6;
/** An account has room for so many; what comes later than three credits of its own waits five days. */
const MOST_POSTED = 3;

/** Is this the posting of a transaction that was seen while it was pending? Then it has been counted already. */
export const isKnown = (pending: Pending | undefined, by: Movement): boolean =>
  pending?.open?.some((one) => one.ref === by.ref) === true;

/** Is this the pending word of a transaction that has posted already? It came too late to be one. */
export const isPosted = ({ posted = [] }: Pick<Account, 'posted'>, by: Movement): boolean =>
  by.pending && posted.includes(by.ref);

/** Credits whose pending word may still come: of those that posted without one the newest. */
export function postedAfter(
  { posted = [], pending }: Pick<Account, 'posted' | 'pending'>,
  by: Movement,
): readonly number[] {
  if (by.direction === 'debit' || by.pending || isKnown(pending, by)) return posted;
  return [...posted.filter((ref) => ref !== by.ref), by.ref].slice(-MOST_POSTED);
}

/** Takes a movement into what is pending: begun, posted, or neither. What is too old is dropped on the way. */
export function foldPending(before: Pending | undefined, by: Movement, now: Instant): Pending | undefined {
  const currency = before?.sum.currency ?? by.amount.currency;
  const others = (before?.open ?? []).filter((one) => one.ref !== by.ref && now - one.at <= PENDING_FOR);
  const begun = by.pending && by.amount.currency === currency && now - by.at <= PENDING_FOR;
  const open = begun ? [...others, openOf(by)].toSorted((one, other) => one.at - other.at).slice(-MOST) : others;
  const newest = open.at(-1);
  if (newest === undefined) return undefined;
  const minor = open.reduce((sum, one) => sum + one.minor, 0);
  return { sum: { minor, currency }, at: newest.at, open };
}

const openOf = (by: Movement): OpenTransaction => ({
  ref: by.ref,
  minor: by.direction === 'credit' ? by.amount.minor : 0,
  at: by.at,
});

/** Do pending credits cover the whole overdue sum? */
export function isCovered(account: Pick<Account, 'pending' | 'state'>): boolean {
  const overdue = account.state?.overdue;
  const sum = account.pending?.sum;
  if (overdue === undefined || sum === undefined || overdue.minor <= 0) return false;
  return sum.currency === overdue.currency && sum.minor >= overdue.minor;
}
