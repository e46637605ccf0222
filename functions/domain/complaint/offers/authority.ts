import type { Role } from '../../words.ts';
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

/** A currency without a limit is above everybody's but those who may offer any sum. */
export function mayOffer(authority: Authority, role: Role, terms: OfferTerms): boolean {
  const limit = authority.limits[role];
  if (limit === undefined) return false;
  if (limit === 'any') return true;
  const value = valueOf(terms);
  if (value !== undefined) return value.minor <= (limit[value.currency] ?? -1);
  const needed = authority.withoutSum[terms.kind];
  return needed !== undefined && RANK.indexOf(role) >= RANK.indexOf(needed);
}
