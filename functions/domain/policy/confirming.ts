import type { Money } from '../money.ts';
import type { Instant } from '../time.ts';
import type { Trust } from '../words.ts';
import { durationOf, type PolicyBook } from './book.ts';
import type { Limits } from './limits.ts';
import type { PurposeRules } from './types.ts';

/** Above the limit for confirming by SMS (inclusive). A currency without a limit is above it; no amount is not. */
export function isAboveConfirming(limits: Limits, amount: Money | undefined): boolean {
  if (amount === undefined) return false;
  const limit = limits.confirm[amount.currency];
  return limit === undefined || Math.abs(amount.minor) > limit;
}

export type Confirming = {
  readonly rules: PurposeRules;
  readonly amount?: Money;
  /** When the number the answer came from replaced another; absent for one that was there from the start. */
  readonly numberChangedAt?: Instant;
};

/** Trust an answer needs to confirm: more above the limit, and for a week after the number changed. */
export function trustToConfirm(book: PolicyBook, of: Confirming, now: Instant): Trust {
  const { trust } = of.rules;
  const guard = durationOf(book.limits.changedNumberGuard);
  const changed = of.numberChangedAt !== undefined && now - of.numberChangedAt < guard;
  return changed || isAboveConfirming(book.limits, of.amount) ? trust.confirmAbove : trust.confirm;
}
