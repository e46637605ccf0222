import { boundsOf, dayOf, type SpendAsk, type SpendPolicy } from '#domain/spend/budget.ts';
import type { Instant } from '#domain/time.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import type { LeaseAsk, LeaseStore } from '#store/operations/lease-store.ts';

export type PurseNeeds = SpendPolicy & {
  readonly leases: Pick<LeaseStore, 'lease'>;
  readonly keyOfDay: (day: number, shard: number) => LeaseAsk['key'];
  readonly keyOfRange: (hour: number, range: string) => LeaseAsk['key'];
  readonly wallNow: () => Instant;
  readonly count: Meter['count'];
  /** From 0 to 1: which shard is asked first. */
  readonly random: () => number;
};

const DAYS_KEPT = 8;
const DAY_SECONDS = 86_400;

/** Asks the day's shards one after another, from a random one on, until one has a block left. */
export async function leaseOfDay(
  ask: SpendAsk,
  at: { readonly want: number; readonly now: Instant },
  needs: PurseNeeds,
): Promise<number> {
  const { shards } = needs.rules;
  const from = Math.floor(needs.random() * shards);
  for (let turn = 0; turn < shards; turn += 1) {
    const shard = (from + turn) % shards;
    const leased = await needs.leases.lease({
      key: needs.keyOfDay(dayOf(at.now), shard),
      bounds: boundsOf(ask, { now: at.now, shard }, needs),
      want: at.want,
      least: ask.parts,
      forgetAt: forgetAt(needs),
    });
    if (leased > 0) return leased;
  }
  return 0;
}

/** What all processes together may still send to numbers that begin alike. */
export const leaseOfRange = (
  ask: { readonly hour: number; readonly range: string; readonly want: number; readonly least: number },
  needs: PurseNeeds,
): Promise<number> =>
  needs.leases.lease({
    key: needs.keyOfRange(ask.hour, ask.range),
    bounds: [{ counter: 't', limit: needs.budget.partsPerRange }],
    want: ask.want,
    least: ask.least,
    forgetAt: forgetAt(needs),
  });

const forgetAt = ({ wallNow }: PurseNeeds): number => Math.floor(wallNow() / 1_000) + DAYS_KEPT * DAY_SECONDS;
