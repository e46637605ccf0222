import fc from 'fast-check';
import type { Account } from '#domain/account/account.ts';
import { type Applied, applyAccountEvent } from '#domain/account/apply.ts';
import type { AccountEvent, Movement, Statement } from '#domain/account/event.ts';
import { accountId, customerId } from '#domain/ids.ts';
import type { Money } from '#domain/money.ts';
import { HOUR } from '#domain/time.ts';
import { NOON } from '../cases.ts';

export const cny = (minor: number): Money => ({ minor, currency: 'CNY' });

const from = (sequence: number) => ({
  accountId: accountId('a1'),
  customerId: customerId('u1'),
  source: 'urn:bank:core',
  eventId: `e${sequence}`,
  sequence,
  hash: sequence * 7,
  at: NOON + sequence * HOUR,
});

export const statement = (sequence: number, change: Partial<Statement> = {}): Statement => ({
  ...from(sequence),
  kind: 'state-changed',
  ...change,
});
export const flag = (sequence: number, change: Partial<Statement> = {}): Statement =>
  statement(sequence, { kind: 'overdue-flagged', overdue: cny(30_000), daysPastDue: 3, ...change });
export const clearing = (sequence: number, change: Partial<Statement> = {}): Statement =>
  statement(sequence, { kind: 'overdue-cleared', ...change });
export const debit = (sequence: number, change: Partial<Movement> = {}): Movement => ({
  ...from(sequence),
  kind: 'transaction',
  ref: sequence,
  amount: cny(5_000 + ((sequence * 379) % 1_000)),
  direction: 'debit',
  pending: false,
  counterparty: `shop-${sequence % 5}`,
  ...change,
});
export const credit = (sequence: number, change: Partial<Movement> = {}): Movement =>
  debit(sequence, { direction: 'credit', ...change });

/** Long after the last of these events. */
export const LATER = NOON + 1_000 * HOUR;

/** The account after the events, in the order given; `found` is what the last of them brought to light. */
export function after(
  events: readonly AccountEvent[],
  start?: Account,
): { account?: Account; found?: Applied['found'] } {
  let account = start;
  let found: Applied['found'] | undefined;
  for (const event of events) {
    const decided = applyAccountEvent(account, event, LATER);
    if (decided.kind !== 'applied') continue;
    account = decided.next;
    found = decided.found;
  }
  return { ...(account === undefined ? {} : { account }), ...(found === undefined ? {} : { found }) };
}

const someMoney = fc.option(
  fc.integer({ min: 0, max: 3 }).map((units) => cny(units * 10_000)),
  { nil: undefined },
);
const someStatement = fc.record({
  kind: fc.constantFrom('state-changed' as const, 'overdue-flagged' as const, 'overdue-cleared' as const),
  status: fc.option(fc.constantFrom('active', 'dormant', 'closed'), { nil: undefined }),
  overdue: someMoney,
  daysPastDue: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
});

/** Up to so many statements of one account, each with a sequence of its own, in ascending order. */
export const someStatements = (most: number): fc.Arbitrary<readonly Statement[]> =>
  fc.array(someStatement, { minLength: 1, maxLength: most }).map((all) =>
    all.map(({ kind, status, overdue, daysPastDue }, index) =>
      statement(index * 2 + 1, {
        kind,
        ...(kind === 'state-changed' && status !== undefined ? { status } : {}),
        ...(overdue === undefined ? {} : { overdue }),
        ...(daysPastDue === undefined ? {} : { daysPastDue }),
      }),
    ),
  );
