import * as v from 'valibot';
import { parseInstant } from '#domain/time.ts';
import { fits, Money } from '../../intake/fields.contract.ts';
import { ExpectedVersion, HouseWord, Id, Note } from './basics.ts';

/** `2026-02-30` is no day. */
const LocalDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/u),
  fits((date) => parseInstant(`${date}T00:00:00Z`) !== undefined, 'a day of the calendar'),
  v.description('YYYY-MM-DD'),
);
const InstantOrDate = v.pipe(
  v.string(),
  v.maxLength(40),
  fits(
    (text) => parseInstant(/^[\d-]{10}$/u.test(text) ? `${text}T00:00:00Z` : text) !== undefined,
    'RFC 3339 or a date',
  ),
  v.description('RFC 3339 with offset; a date alone means its end in the customer’s zone'),
);
const MOST_INSTALMENTS = 360;
const MOST_FEES = 20;
const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));

export const TermsBody = v.variant('kind', [
  v.strictObject({
    kind: v.literal('instalments'),
    count: count(MOST_INSTALMENTS),
    amount: v.pipe(Money, v.description('Sum that is paid in instalments')),
    firstOn: v.optional(LocalDate),
    waive: v.optional(Money),
  }),
  v.strictObject({ kind: v.literal('deferral'), until: LocalDate }),
  v.strictObject({
    kind: v.literal('rate'),
    rate: v.pipe(
      v.union([v.string(), v.number()]),
      fits((rate) => /^\d{1,2}(?:\.\d{1,4})?%?$/u.test(String(rate)), 'percent a year, at most four decimals'),
      v.description('Yearly, in percent'),
    ),
  }),
  v.strictObject({ kind: v.literal('term'), months: count(MOST_INSTALMENTS) }),
  v.strictObject({
    kind: v.literal('waiver'),
    fees: v.pipe(
      v.array(v.union([Money, v.strictObject({ name: v.optional(HouseWord), amount: Money })])),
      v.minLength(1),
      v.maxLength(MOST_FEES),
    ),
  }),
  v.strictObject({ kind: v.literal('goodwill'), amount: Money }),
]);
export type TermsBody = v.InferOutput<typeof TermsBody>;

export const OfferBody = v.strictObject({
  terms: TermsBody,
  expiresAt: InstantOrDate,
  accountId: v.optional(Id),
  expectedVersion: ExpectedVersion,
});
export const ApproveBody = v.strictObject({ reason: v.optional(Note), expectedVersion: ExpectedVersion });
export const OfferReasonBody = v.strictObject({ reason: Note, expectedVersion: ExpectedVersion });
export const CounterBody = v.strictObject({
  amount: v.optional(Money),
  note: Note,
  expectedVersion: ExpectedVersion,
});
