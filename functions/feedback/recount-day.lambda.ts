import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { fromSchedule } from '#runtime/from-schedule.ts';
import { log } from '#runtime/log.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { factReader, subjectReader } from '#store/figures/figure-store.ts';
import { createReader } from '#store/reader.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { exportedDays } from '#store/witness/exported-days.ts';
import { type DayNeeds, recountDay } from './recount-day.ts';

const reader = () => createReader(db(), tableName());
await prime(() => subjectReader(reader()).subjects(['CASE#none']));

/** Every night: are the figures of yesterday what the entries that left the table say? */
export const handler = fromSchedule<DayNeeds>({
  run: async (_at, needs) => {
    const { lines, facts, differ } = await recountDay(needs);
    log.info('day recounted', { received: lines, count: facts, failed: differ.length });
    for (const { figure, counted, recounted } of differ) log.warn('figure differs', { figure, counted, recounted });
    metrics.count('FiguresDiffer', differ.length);
  },
  live: () => ({
    ...subjectReader(reader()),
    ...factReader(reader()),
    ...exportedDays(
      s3Bucket(
        () => db().config,
        () => readEnv([ENV.entriesBucket])[ENV.entriesBucket],
      ),
    ),
    now: clock.businessNow,
    wallNow: clock.wallNow,
  }),
});
