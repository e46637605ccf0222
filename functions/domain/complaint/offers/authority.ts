import type { Money } from '../../money.ts';
import type { Role } from '../../words.ts';
import type { Agreement } from '../complaint.ts';
import type { OfferTerms } from '../offer.ts';
import { valueOf } from './terms.ts';

/** Who may offer, and approve, how much. Policy data of the bank. */
export type Authority = {
  readonly version: number;
  /** Largest total value by role and currency, in minor units, inclusive. A role without an entry may offer nothing. */
  readonly limits: Readonly<Partial<Record<Role, Readonly<Record<string, number>> | 'any'>>>;
  /** The least role for terms that name no sum. */
  readonly withoutSum: Readonly<Partial<Record<OfferTerms['kind'], Role>>>;
};

const RANK: readonly Role[] = ['agent', 'supervisor', 'head', 'admin'];

/**
 * A currency without a limit is above everybody's but those who may offer any sum. What the complaint has agreed on already
 * counts, so that one limit is not used up again and again: each currency is a part of its own limit, all of them one whole.
 */
export function mayOffer(
  authority: Authority,
  role: Role,
  { terms, agreed }: { readonly terms: OfferTerms; readonly agreed: readonly Agreement[] },
): boolean {
  const limit = authority.limits[role];
  if (limit === undefined) return false;
  if (limit === 'any') return true;
  const value = valueOf(terms);
  if (value !== undefined) return usedOf(limit, [value, ...agreed.flatMap((one) => one.value ?? [])]) <= 1;
  const needed = authority.withoutSum[terms.kind];
  return needed !== undefined && RANK.indexOf(role) >= RANK.indexOf(needed);
}

/** Summed up by currency first: of one alone the part is exact. */
function usedOf(limits: Readonly<Record<string, number>>, sums: readonly Money[]): number {
  const total = new Map<string, number>();
  for (const { minor, currency } of sums) total.set(currency, (total.get(currency) ?? 0) + minor);
  return [...total].reduce((part, [currency, minor]) => part + minor / (limits[currency] ?? 0), 0);
}
