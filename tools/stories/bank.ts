import { castOf, langs, settings } from './cast.ts';
import { knows } from './registry.ts';
import type { Scene, Told } from './scene.ts';

const HOUR = 3_600_000;
const people = {
  zh: ['周杰', '吴敏', '郑凯'],
  en: ['Ada Brown', 'Ben Clark', 'Cara Diaz'],
} as const;

/** A small bank for the reader to try things on: six customers with an account and a little history each. */
export async function seedBank(scene: Scene): Promise<readonly string[]> {
  const startedAt = Date.parse(await scene.now());
  const seeded: string[] = [];
  for (const lang of langs) {
    const cast = castOf(lang, 'bank', startedAt);
    const customers = people[lang].map((name, index) => cast(String(index + 1), name, 10 + index));
    const asOf = new Date(startedAt - 48 * HOUR).toISOString();
    await scene.pushOnly(...customers.map((customer) => knows(customer, settings[lang], asOf)));
    const history = customers.flatMap(({ id }) => historyOf(id, settings[lang].currency, startedAt - 40 * HOUR));
    await scene.push(...history);
    seeded.push(...customers.map(({ id }) => id));
  }
  return seeded;
}

/** An account in good standing and a few ordinary payments. */
function historyOf(customerId: string, currency: string, from: number): readonly Told[] {
  const accountId = `acc-${customerId}`;
  const at = (hours: number): string => new Date(from + hours * HOUR).toISOString();
  const state: Told = {
    type: 'account.state-changed',
    data: {
      accountId,
      customerId,
      product: 'current',
      status: 'active',
      daysPastDue: 0,
      sequence: 1,
      asOf: at(0),
      balance: { amount: '5200.00', currency },
      overdueAmount: { amount: '0.00', currency },
    },
  };
  const payments = [18.5, 42, 12.3, 60].map((amount, index): Told => {
    const sequence = index + 2;
    return {
      type: 'account.transaction-posted',
      data: {
        accountId,
        customerId,
        transactionId: `${accountId}-${sequence}`,
        direction: 'debit',
        sequence,
        amount: { amount: amount.toFixed(2), currency },
        counterparty: 'shop-12',
        channel: 'pos',
        category: 'grocery',
        postedAt: at(sequence),
      },
    };
  });
  return [state, ...payments];
}
