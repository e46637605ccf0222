import type { Address } from '#domain/customer/customer.ts';
import { pointId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import type { Instant } from '#domain/time.ts';

/** What may be known of an address without its subject's key: everything but the number itself. `verifiedAt` 0: never. */
export type PackedAddress = readonly [
  point: string,
  source: string,
  since: Instant,
  verifiedAt?: Instant,
  kind?: string,
];

export function packAddress(address: Address): PackedAddress {
  const base = [address.point, address.source, address.since] as const;
  if (address.kind !== undefined) return [...base, address.verifiedAt ?? 0, address.kind];
  return address.verifiedAt === undefined ? base : [...base, address.verifiedAt];
}

export function unpackAddress([point, source, since, verifiedAt = 0, kind]: PackedAddress, value: string): Address {
  return {
    point: pointId(point),
    value: sensitive(value),
    source,
    ...(verifiedAt === 0 ? {} : { verifiedAt }),
    ...(kind === undefined ? {} : { kind }),
    since,
  };
}
