import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Bank } from './bank.ts';

const MINUTE = 60_000;
const TWO_SEE_PERCENT = 40;
const KINDS = ['large-transaction', 'card-not-present', 'dormant-moving', 'unusual-amount', 'odd-hours'];

/** A bad morning: one suspicion after another about the same customer, each a case with two texts of its own. */
export function pressed(
  { id }: { readonly id: string },
  { machine, bank, chance }: { readonly machine: Machine; readonly bank: Bank; readonly chance: Chance },
): void {
  let after = chance.between(1_000, 10 * MINUTE);
  for (const kind of KINDS) {
    const tell = (): unknown =>
      bank.tell('anomaly.reported', { customerId: id, kind, severity: 'high', purpose: 'fraud_security' });
    machine.time.after(after, tell);
    // Two systems see the same thing, at the same time.
    if (chance.happens(TWO_SEE_PERCENT)) machine.time.after(after, tell);
    after += chance.between(1_000, 12 * MINUTE);
  }
}
