import { createHash } from 'node:crypto';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Plan } from '#domain/policy/types.ts';
import { bundledPolicies } from '#policies/book.ts';

/** The policies as the product ships them. */
export const shipped: PolicyBook = bundledPolicies((text) => createHash('sha256').update(text).digest('hex'));

export function planOf(id: string): Plan {
  const plan = shipped.newestPlan(id);
  if (plan === undefined) throw new Error(`plan: got ${id}, expected one that is shipped`);
  return plan;
}

/** The shipped book with some answers replaced: what a bank's own data would say. */
export const bookWith = (change: Partial<PolicyBook>): PolicyBook => ({ ...shipped, ...change });
