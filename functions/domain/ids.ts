/** Branded identifiers. A brand costs nothing at run time and stops a customer id from being used as a case id. */
declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type CustomerId = Branded<'CustomerId'>;
export type AccountId = Branded<'AccountId'>;
export type ContactId = Branded<'ContactId'>;
/** Keyed hash (HMAC-SHA-256, first 16 bytes, base64url: 22 characters) of a phone number or address. */
export type PointId = Branded<'PointId'>;

export const customerId = (value: string): CustomerId => value as CustomerId;
export const accountId = (value: string): AccountId => value as AccountId;
export const contactId = (value: string): ContactId => value as ContactId;
export const pointId = (value: string): PointId => value as PointId;

/**
 * An outer id may be 1–64 characters of this alphabet: it becomes part of a key, so `#` and control characters are out. Ids
 * stand in clear everywhere: a telephone number in E.164 is none.
 */
export const OUTER_ID = /^(?!\+[1-9]\d{6,14}$)[A-Za-z0-9._:@/+=-]{1,64}$/u;

/** Outer name of one fact of an aggregate, `aggregateId#seq`: a decision, a notice. Stable over redeliveries. */
export const factName = (aggregateId: string, seq: number | string): string => `${aggregateId}#${seq}`;

/** `CASE#x` in its two parts; a name without prefix is the bare id. */
export function splitName(name: string): { readonly prefix?: string; readonly id: string } {
  const at = name.indexOf('#');
  return at < 0 ? { id: name } : { prefix: name.slice(0, at), id: name.slice(at + 1) };
}
