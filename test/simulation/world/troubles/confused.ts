import type { Machine } from '../../machine/machine.ts';
import type { Chance } from '../../machine/random.ts';
import type { Bank } from '../bank.ts';

const MINUTE = 60_000;
/** What is owed after each statement, by sequence; nothing: it was cleared. */
const OWED = ['300.00', '0.00', '250.00', '120.00', '0.00', '80.00'];

/** Two systems of the bank tell of one account, each in its own time: what is newest is told in the middle. */
export function confused(
  { id, account }: { readonly id: string; readonly account: string },
  { machine, bank, chance }: { readonly machine: Machine; readonly bank: Bank; readonly chance: Chance },
): void {
  const asOf = new Date(machine.time.now()).toISOString();
  const tell = (amount: string, sequence: number): unknown =>
    bank.tell(
      amount === '0.00' ? 'account.overdue-cleared' : 'account.overdue-flagged',
      {
        accountId: `${account}b`,
        customerId: id,
        overdueAmount: { amount, currency: 'CNY' },
        daysPastDue: amount === '0.00' ? 0 : 5,
        sequence,
        asOf,
      },
      { atOnce: true },
    );
  const words = chance.shuffled(OWED.map((amount, index) => [amount, index + 1] as const));
  // Three at once, then the other three: they meet at the account, too.
  for (const [index, [amount, sequence]] of words.entries())
    machine.time.after(MINUTE * (1 + Math.floor(index / 3)), () => tell(amount, sequence));
}
