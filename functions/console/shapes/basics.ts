import * as v from 'valibot';
import { OUTER_ID } from '#domain/ids.ts';

/** Schemas that several answers and bodies share. None transforms: what is described is what travels. */
export const Time = v.pipe(v.string(), v.description('RFC 3339 with offset'));
export const Amount = v.pipe(
  v.object({ amount: v.string(), currency: v.string() }),
  v.description('Decimal string and ISO 4217 code'),
);
export const Id = v.pipe(
  v.string(),
  v.regex(OUTER_ID),
  v.description('1 to 64 characters of A-Z a-z 0-9 . _ : @ / + = -'),
);
export const Words = v.record(v.string(), v.unknown());

export const pageOf = <const S extends v.GenericSchema>(item: S) =>
  v.object({
    items: v.array(item),
    cursor: v.optional(v.pipe(v.string(), v.description('Opaque; absent on the last page'))),
  });

export const DEFAULT_LIMIT = 50;
export const PAGING = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(512))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|100)$/u), v.description('1 to 100; 50 when absent'))),
};
export const limitOf = (query: { readonly limit?: string | undefined }): number =>
  query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);

export const NoQuery = v.strictObject({});

/** Source: docs/behaviour.md, Sizes. */
const NOTE_CHARACTERS = 4_000;
/** Free text of staff; kept sealed, never in clear. */
export const Note = v.pipe(v.string(), v.regex(/\S/u), v.maxLength(NOTE_CHARACTERS));
/**
 * A word or code of the house. It stands in clear and outlives an erasure: no sentence, no address, and no run of digits
 * as long as the number of a person.
 */
export const HouseWord = v.pipe(
  v.string(),
  v.regex(/^(?=.*[\p{L}\p{N}])(?!.*\d{9})[\p{L}\p{M}\p{N} ._/,()#:&'-]{1,64}$/u),
  v.description('A word or code of the house, at most 64 letters and digits; kept in clear: no place for a name'),
);
export const ExpectedVersion = v.optional(
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.description('Version the decision was made on; 409 if the case moved on'),
  ),
);
/** A route that takes no body. */
export const NoBody = v.strictObject({});
