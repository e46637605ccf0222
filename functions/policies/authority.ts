import type { Authority } from '#domain/complaint/offers/authority.ts';

/** Total value in minor units, inclusive; a supervisor has ten times an agent's, above it a head decides. */
export const AUTHORITY: Authority = {
  version: 1,
  limits: {
    agent: { CNY: 1_500_000, USD: 500_000, EUR: 500_000, GBP: 400_000 },
    supervisor: { CNY: 15_000_000, USD: 5_000_000, EUR: 5_000_000, GBP: 4_000_000 },
    head: 'any',
    admin: 'any',
  },
  withoutSum: { deferral: 'agent', rate: 'supervisor', term: 'supervisor' },
};
