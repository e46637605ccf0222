import type { Machine } from '../../machine/machine.ts';
import type { Bank } from '../bank.ts';

const MINUTE = 60_000;
/** So many, that several of them share a shard of the due index. */
export const CROWD = 12;
const KNOWN_FOR = 5 * MINUTE;

/** A theft of many cards at once: each has a case of the same second, and nothing is heard of anybody. */
export function robbed(
  { id }: { readonly id: string },
  { machine, bank }: { readonly machine: Machine; readonly bank: Bank },
): void {
  machine.time.after(KNOWN_FOR, () =>
    bank.tell(
      'anomaly.reported',
      { customerId: id, kind: 'card-not-present', severity: 'high', purpose: 'fraud_security' },
      { atOnce: true },
    ),
  );
}
