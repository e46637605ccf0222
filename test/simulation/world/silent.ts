import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Bank } from './bank.ts';
import type { Staff } from './staff.ts';

const MINUTE = 60_000;
/** One customer in so many answers nobody: texts stay unread, calls ring out, until those they named are asked. */
const EVERY = 5;
export const isSilent = (nth: number): boolean => nth % EVERY === 3;

/** Somebody in trouble of whom nothing is heard. */
export function inTrouble(
  { id }: { readonly id: string },
  { machine, bank, chance }: { readonly machine: Machine; readonly bank: Bank; readonly chance: Chance },
): void {
  machine.time.after(chance.between(MINUTE, 10 * MINUTE), () =>
    bank.tell('customer.help-requested', { customerId: id, kind: 'stranded' }),
  );
}

/** Somebody at the contact centre does nothing but ring whoever is in trouble, day and night; seldom once `isOver`. */
export function keepRinging(
  { machine, staff }: { readonly machine: Machine; readonly staff: Staff },
  isOver: () => boolean,
): void {
  const ring = (): void => {
    machine.time.after((isOver() ? 60 : 10) * MINUTE, ring);
    return void staff.ring();
  };
  machine.time.after(20 * MINUTE, ring);
}
