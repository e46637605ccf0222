import type { Machine } from '../../machine/machine.ts';
import type { Chance } from '../../machine/random.ts';
import { changeOf } from '../../machine/wire/meetings.ts';
import type { Bank } from '../bank.ts';

const MINUTE = 60_000;
const TWO_SEE_PERCENT = 40;
const GROWS_PERCENT = 60;
const KINDS = ['large-transaction', 'card-not-present', 'dormant-moving', 'unusual-amount', 'odd-hours'] as const;

/** One customer in so many has more matters at once than a number may be texted about. */
const EVERY = 5;
export const isPressed = (nth: number): boolean => nth % EVERY === 1;

/** A bad morning: one suspicion after another about the same customer, each a case with two texts of its own. */
export function pressed(
  { id }: { readonly id: string },
  { machine, bank, chance }: { readonly machine: Machine; readonly bank: Bank; readonly chance: Chance },
): void {
  const suspect = (kind: string, amount: string, atOnce = false): unknown =>
    bank.tell(
      'anomaly.reported',
      { customerId: id, kind, severity: 'high', purpose: 'fraud_security', amount: { amount, currency: 'CNY' } },
      { atOnce },
    );
  let after = chance.between(1_000, 10 * MINUTE);
  for (const kind of KINDS) {
    machine.time.after(after, () => suspect(kind, '900.00'));
    // Two systems see the same thing, at the same time; and a greater sum follows a small one.
    if (chance.happens(TWO_SEE_PERCENT)) machine.time.after(after, () => suspect(kind, '900.00'));
    if (chance.happens(GROWS_PERCENT))
      machine.time.after(after + chance.between(1_000, 8 * MINUTE), () => suspect(kind, '4000.00'));
    after += chance.between(1_000, 12 * MINUTE);
  }
  // A third system sees the first of it while the outcome of its text is on its way to the record.
  machine.meet({ when: changeOf(id, 'contact.accepted'), begin: () => suspect(KINDS[0], '900.00', true) });
}
