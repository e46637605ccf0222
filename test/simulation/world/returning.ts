import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Bank } from './bank.ts';
import type { People } from './people.ts';

const MINUTE = 60_000;
const LOOK = 5 * MINUTE;

type Reached = { readonly id: string; readonly phone: string };
type At = {
  readonly machine: Machine;
  readonly bank: Bank;
  readonly people: People;
  readonly chance: Chance;
  readonly customers: readonly Reached[];
};

/**
 * Whoever has answered in any way has another matter within the hour: what they asked for, or what is known of their
 * number since, has to hold for the next case too.
 */
export function keepReturning({ machine, bank, people, chance, customers }: At, isOver: () => boolean): void {
  const returned = new Set<string>();
  let heard = 0;
  const look = (): void => {
    if (isOver()) return;
    machine.time.after(LOOK, look);
    const fresh = people.wrote.slice(heard);
    heard = people.wrote.length;
    for (const { id } of customers.filter(({ phone }) => fresh.some(({ from }) => from === phone))) {
      if (returned.has(id)) continue;
      returned.add(id);
      machine.time.after(chance.between(15 * MINUTE, 45 * MINUTE), () => again(id));
    }
  };
  const again = (customerId: string): void => {
    const kind = chance.pick(['new-payee', 'foreign-login']);
    bank.tell('anomaly.reported', { customerId, kind, severity: 'high', purpose: 'fraud_security' });
  };
  machine.time.after(LOOK, look);
}
