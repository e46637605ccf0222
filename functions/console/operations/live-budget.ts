import { dayOf, type SpendLine, spentSoFar } from '#domain/spend/budget.ts';
import { PURPOSES } from '#domain/words.ts';
import type { Clock } from '#runtime/clock.ts';
import type { Settings } from '#runtime/settings.ts';
import type { db } from '#store/client.ts';
import { spendKey } from '#store/keys.ts';
import { createLeaseStore } from '#store/operations/lease-store.ts';
import type { Reader } from '#store/reader.ts';
import type { ConsoleNeeds } from '../ports.ts';

type BudgetParts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly clock: Clock;
  readonly settings: Settings;
};

const LINES: readonly SpendLine[] = [...PURPOSES, 'answers'];

/** The day's leases over all shards, beside what may be leased. */
export async function spentToday(
  { db, tableName, clock, settings }: BudgetParts,
  of: { readonly reader: Reader; readonly shards: number },
): ReturnType<ConsoleNeeds['budget']> {
  const now = clock.businessNow();
  const keys = Array.from({ length: of.shards }, (_one, shard) => spendKey(dayOf(now), shard));
  const counted = await createLeaseStore(of.reader, db, tableName).counted(keys);
  const { partsPerDay, partsPerHour } = settings.defaults;
  return { partsPerDay, partsPerHour, ...spentSoFar(counted, now, LINES) };
}
