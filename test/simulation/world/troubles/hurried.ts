import type { Machine } from '../../machine/machine.ts';
import type { Chance } from '../../machine/random.ts';
import { changeOf } from '../../machine/wire/meetings.ts';
import type { Bank } from '../bank.ts';
import { type People, STOPS } from '../people.ts';

const MINUTE = 60_000;
/** One customer in so many asks for silence in the very moment in which there is something to tell them. */
const EVERY = 5;
export const isHurried = (nth: number): boolean => nth % EVERY === 4;

type At = { readonly machine: Machine; readonly bank: Bank; readonly people: People; readonly chance: Chance };

/** So many wish it while the text's claim is on its way, the others within seconds of what there is to tell. */
const MEETS_PERCENT = 60;

/** The wish comes in while the text is decided on, and may be the first of the two to be written down. */
export function hurried(
  { id, phone }: { readonly id: string; readonly phone: string },
  { machine, bank, people, chance }: At,
): void {
  const { time } = machine;
  const suspicion = { customerId: id, kind: 'new-payee', severity: 'high', purpose: 'fraud_security' };
  time.after(chance.between(MINUTE, 15 * MINUTE), () => {
    bank.tell('anomaly.reported', suspicion, { atOnce: true });
    const stop = (): void => people.write(phone, chance.pick(STOPS));
    if (chance.happens(MEETS_PERCENT)) machine.meet({ when: changeOf(id, 'contact.claimed'), begin: stop });
    else time.after(chance.between(1, 2_500), stop);
  });
}
