import type { Complaint } from '#domain/complaint/complaint.ts';
import type { OfferTerms } from '#domain/complaint/offer.ts';
import { endOfLocalDay } from '#domain/complaint/offers/end.ts';
import { type Money, parseMoney } from '#domain/money.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import type { TermsBody } from '../../shapes/offer-bodies.ts';

/** As the rules know them. Source of the forms: the schema has checked every amount. */
export function termsOf(terms: TermsBody): OfferTerms {
  switch (terms.kind) {
    case 'instalments': {
      const { kind, count, amount, firstOn, waive } = terms;
      return {
        kind,
        count,
        amount: money(amount),
        ...(firstOn === undefined ? {} : { firstOn }),
        ...(waive === undefined ? {} : { waive: money(waive) }),
      };
    }
    case 'waiver':
      return { ...terms, fees: terms.fees.map(feeOf) };
    case 'goodwill':
      return { ...terms, amount: money(terms.amount) };
    case 'rate':
      return { ...terms, rate: String(terms.rate).replace('%', '') };
    case 'deferral':
    case 'term':
      return terms;
  }
}

type FeeBody = Extract<TermsBody, { kind: 'waiver' }>['fees'][number];

/** A fee by its name and sum, or the sum alone. */
const feeOf = (fee: FeeBody): { readonly name: string; readonly amount: Money } =>
  'currency' in fee
    ? { name: NAMELESS, amount: money(fee) }
    : { name: fee.name ?? NAMELESS, amount: money(fee.amount) };
const NAMELESS = 'fee';

export function money(wire: { readonly amount: string; readonly currency: string }): Money {
  const read = parseMoney(wire);
  if (read === undefined) throw new Error('money: got another form than its schema lets through');
  return read;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** A date alone means its end in the customer's zone. */
export function endOf(expiresAt: string, of: Complaint): Instant {
  if (DATE.test(expiresAt)) return endOfLocalDay(expiresAt, of.timezone);
  const at = parseInstant(expiresAt);
  if (at === undefined) throw new Error('expiresAt: got another form than its schema lets through');
  return at;
}
