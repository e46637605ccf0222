import { dayOf } from '../../calendar/business.ts';
import { localTime } from '../../calendar/zone.ts';
import { formatMoney, type Money } from '../../money.ts';
import { DAY, formatInstant, type Instant, parseInstant } from '../../time.ts';
import type { OfferTerms } from '../offer.ts';

/** Longest that anything is spread over, and furthest that anything is put off: thirty years, five years. */
const MOST_INSTALMENTS = 360;
const FURTHEST_DEFERRAL = 5 * 366;
/** Yearly percent, at most four decimals. */
const RATE = /^\d{1,2}(?:\.\d{1,4})?$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** Whether terms can be kept: sums that are some money of one currency, dates that are still to come. */
export function areTermsValid(terms: OfferTerms, at: { readonly now: Instant; readonly zone: string }): boolean {
  switch (terms.kind) {
    case 'instalments':
      return isSchedule(terms) && (terms.firstOn === undefined || isAhead(terms.firstOn, at));
    case 'deferral':
      return isAhead(terms.until, at);
    case 'rate':
      return RATE.test(terms.rate);
    case 'term':
      return isCount(terms.months);
    case 'waiver':
      return terms.fees.length > 0 && terms.fees.every(({ amount }) => isSome(amount) && isSame(amount, terms.fees));
    case 'goodwill':
      return isSome(terms.amount);
  }
}

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= MOST_INSTALMENTS;
const isSome = ({ minor }: Money): boolean => Number.isSafeInteger(minor) && minor > 0;
const isSame = ({ currency }: Money, fees: readonly { readonly amount: Money }[]): boolean =>
  fees.every((fee) => fee.amount.currency === currency);

/** Every instalment is at least the smallest coin. */
function isSchedule({ count, amount, waive }: Extract<OfferTerms, { kind: 'instalments' }>): boolean {
  const waives = waive === undefined || (isSome(waive) && waive.currency === amount.currency);
  return isCount(count) && isSome(amount) && amount.minor >= count && waives;
}

function isAhead(date: string, { now, zone }: { readonly now: Instant; readonly zone: string }): boolean {
  if (!DATE.test(date) || parseInstant(`${date}T00:00:00Z`) === undefined) return false;
  const away = dayOf(date) - localTime(zone, now).day;
  return away >= 1 && away <= FURTHEST_DEFERRAL;
}

/** What an offer is worth altogether, by which authority is measured; undefined where its terms name no sum. */
export function valueOf(terms: OfferTerms): Money | undefined {
  switch (terms.kind) {
    case 'instalments':
      return plus(terms.amount, terms.waive);
    case 'waiver':
      return terms.fees.map((fee) => fee.amount).reduce<Money | undefined>((sum, one) => plus(one, sum), undefined);
    case 'goodwill':
      return terms.amount;
    case 'deferral':
    case 'rate':
    case 'term':
      return undefined;
  }
}

const plus = (one: Money, other: Money | undefined): Money => ({
  minor: one.minor + (other?.minor ?? 0),
  currency: one.currency,
});

/** Terms as they travel and as they are hashed: money as decimal text. */
export function termsOnWire(terms: OfferTerms): Readonly<Record<string, unknown>> {
  switch (terms.kind) {
    case 'instalments': {
      const { waive, ...rest } = terms;
      const waived = waive === undefined ? {} : { waive: formatMoney(waive) };
      return { ...rest, amount: formatMoney(terms.amount), ...waived };
    }
    case 'waiver':
      return { ...terms, fees: terms.fees.map(({ name, amount }) => ({ name, amount: formatMoney(amount) })) };
    case 'goodwill':
      return { ...terms, amount: formatMoney(terms.amount) };
    case 'deferral':
    case 'rate':
    case 'term':
      return { ...terms };
  }
}

/** Date of a civil day, `YYYY-MM-DD`. */
export const dateText = (day: number): string => formatInstant(day * DAY).slice(0, 10);
