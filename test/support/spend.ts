import type { Budget } from '#domain/spend/budget.ts';

const PLENTY = 100_000;

/** More than any test spends, in every country that the shipped deployments text. */
export const AMPLE: Budget = {
  partsPerDay: PLENTY,
  partsPerHour: PLENTY,
  countries: { CN: PLENTY, GB: PLENTY, US: PLENTY, PR: PLENTY },
  partsPerRange: PLENTY,
};
