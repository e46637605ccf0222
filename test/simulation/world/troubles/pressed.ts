import type { Machine } from '../../machine/machine.ts';
import type { Chance } from '../../machine/random.ts';
import type { Bank } from '../bank.ts';

const MINUTE = 60_000;
const TWO_SEE_PERCENT = 40;
const GROWS_PERCENT = 60;
const KINDS = ['large-transaction', 'card-not-present', 'dormant-moving', 'unusual-amount', 'odd-hours'];

/** A bad morning: one suspicion after another about the same customer, each a case with two texts of its own. */
export function pressed(
  { id }: { readonly id: string },
  { machine, bank, chance }: { readonly machine: Machine; readonly bank: Bank; readonly chance: Chance },
): void {
  let after = chance.between(1_000, 10 * MINUTE);
  for (const kind of KINDS) {
    const tell = (amount: string): unknown =>
      bank.tell('anomaly.reported', {
        customerId: id,
        kind,
        severity: 'high',
        purpose: 'fraud_security',
        amount: { amount, currency: 'CNY' },
      });
    machine.time.after(after, () => tell('900.00'));
    // Two systems see the same thing, at the same time; and a greater sum follows a small one.
    if (chance.happens(TWO_SEE_PERCENT)) machine.time.after(after, () => tell('900.00'));
    if (chance.happens(GROWS_PERCENT))
      machine.time.after(after + chance.between(1_000, 8 * MINUTE), () => tell('4000.00'));
    after += chance.between(1_000, 12 * MINUTE);
  }
}
