import { countryOf } from '../calling-codes.ts';
import type { Destination } from '../contact/evidence.ts';
import type { Budget } from './budget.ts';

/** Numbers of one range are alike but for these: ten thousand neighbours. */
const LAST_DIGITS = 4;

/** Where a text to this number (E.164) goes, and whether the deployment sends texts there. */
export function destinationOf(e164: string, countries: Budget['countries']): Destination {
  const country = countryOf(e164);
  return {
    ...(country === undefined ? {} : { country }),
    allowed: (countries[country ?? ''] ?? 0) > 0,
    range: e164.slice(0, -LAST_DIGITS),
  };
}
