import type { Clock } from '#runtime/clock.ts';
import type { Log } from '#runtime/log.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import type { db } from '#store/client.ts';
import { paceKey } from '#store/keys.ts';
import { createLeaseStore } from '#store/operations/lease-store.ts';
import { createReader } from '#store/reader.ts';
import { createPace, type Pace, type PaceNeeds } from './pace.ts';

export type PaceParts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly clock: Pick<Clock, 'wallNow'>;
  readonly limits: PaceNeeds['limits'];
  readonly count: Meter['count'];
  readonly log: Pick<Log, 'info'>;
};

/** Joins the pace to its counters. */
export const paceOfTable = ({ db, tableName, clock, limits, count, log }: PaceParts): Pace =>
  createPace({
    limits,
    leases: createLeaseStore(createReader(db, tableName), db, tableName),
    keyOf: paceKey,
    wallNow: clock.wallNow,
    slowed: (staffId, what) => {
      count('StaffSlowed');
      log.info('staff slowed', { staffId, outcome: what });
    },
  });
