import type { Account } from '#domain/account/account.ts';
import { fromItem } from '#store/codecs/account.ts';
import type { Told } from '../world/bank.ts';
import { isOfAccount, isRefused } from './events.ts';
import { numberAt, textAt } from './facts.ts';
import { partitionOf } from './record.ts';
import type { Check, Seen, Violation } from './violation.ts';

/** I1 and I2 of accounts: every sequence that was told is known, and the newest word on the debt is what stands. */
export const accountsAreNewest: Check = (seen) => {
  const told = Map.groupBy(
    seen.world.bank.told.filter((one) => isOfAccount(one) && !isRefused(one)),
    ({ data }) => textAt(data, 'accountId') ?? '',
  );
  const accounts = accountsOf(seen);
  return [...told].flatMap(([id, events]): Violation[] => {
    const account = accounts.get(id);
    // An account that stands nowhere is said to be lost already.
    return account === undefined ? [] : [...unknownSequences(account, events), ...staleDebt(account, events)];
  });
};

const accountsOf = ({ record }: Seen): ReadonlyMap<string, Account> =>
  new Map(
    record.items
      .filter((item) => partitionOf(item).startsWith('ACC#'))
      .map((item) => [partitionOf(item).slice('ACC#'.length), fromItem({ ...item })]),
  );

const sequenceOf = ({ data }: Told): number => numberAt(data, 'sequence') ?? 0;

function unknownSequences({ id, window }: Account, events: readonly Told[]): readonly Violation[] {
  const known = new Set(window.map(({ sequence }) => sequence));
  return events
    .filter((told) => !known.has(sequenceOf(told)))
    .map((told) => ({ invariant: 'I1', what: `${id}: sequence ${sequenceOf(told)} (${told.type}) is not known` }));
}

/** What is owed by the highest sequence that speaks of it, whatever order the words came in. */
function staleDebt({ id, state }: Account, events: readonly Told[]): readonly Violation[] {
  const words = events.filter(({ type }) => type.includes('overdue'));
  const newest = words.toSorted((one, other) => sequenceOf(other) - sequenceOf(one))[0];
  if (newest === undefined) return [];
  const owed = Math.round(Number(textAt(newest.data, 'overdueAmount', 'amount')) * 100);
  const known = state?.overdue?.minor;
  return known === owed ? [] : [{ invariant: 'I2', what: `${id}: owes ${known}, the newest word says ${owed}` }];
}
