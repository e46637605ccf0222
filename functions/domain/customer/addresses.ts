import { canonicalJson } from '../canonical-json.ts';
import type { PointId } from '../ids.ts';
import type { Sensitive } from '../sensitive.ts';
import type { Instant } from '../time.ts';
import type { Address } from './customer.ts';

/** A number (E.164) or mail address as a system pushed it. */
export type AddressInput = {
  readonly value: Sensitive<string>;
  readonly source: string;
  readonly verifiedAt?: Instant;
  readonly kind?: string;
};
/** The same once its keyed hash is known. */
export type PointedAddress = AddressInput & { readonly point: PointId };

/** `since` of addresses that stand on the first record: nobody changed them. */
export const FROM_THE_FIRST = 0;

/**
 * The addresses of a record: one that stood before keeps the time it entered the record; one that is new enters now; all
 * of the first record stand from the first. Said twice, the first saying counts.
 */
export function recordAddresses(
  before: readonly Address[] | undefined,
  said: readonly PointedAddress[],
  now: Instant,
): readonly Address[] {
  const once = new Map<PointId, Address>();
  for (const one of said) {
    if (!once.has(one.point)) once.set(one.point, recordAddress(before, one, now));
  }
  return [...once.values()];
}

/** One address as it enters the record; `before`: the addresses that stood, undefined for the first record. */
export function recordAddress(before: readonly Address[] | undefined, said: PointedAddress, now: Instant): Address {
  const { point, value, source, verifiedAt, kind } = said;
  const stood = before?.find((one) => one.point === point);
  return {
    point,
    value,
    source,
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    ...(kind === undefined ? {} : { kind }),
    since: stood?.since ?? (before === undefined ? FROM_THE_FIRST : now),
  };
}

/** The same addresses, new since then at the least: whoever changes a profile may have changed who answers there. */
export const newSince = (addresses: readonly Address[], at: Instant): readonly Address[] =>
  addresses.map((one) => ({ ...one, since: Math.max(one.since, at) }));

/** One text for what a record says of addresses; their order is part of it. */
export const addressesTold = (addresses: readonly Address[]): string =>
  canonicalJson(addresses.map(({ point, source, verifiedAt, kind }) => [point, source, verifiedAt ?? 0, kind ?? '']));

/** Points that were on the record and are no longer. */
export const pointsLeft = (before: readonly PointId[], next: readonly PointId[]): readonly PointId[] =>
  before.filter((one) => !next.includes(one));
