import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ids } from '#runtime/ids.ts';
import { log } from '#runtime/log.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { joinIntake, readIntakeSettings } from './live.ts';
import { eventsApi } from './live-doors.ts';

/** Applies events pushed over HTTP and answers for each. */
export const handler = eventsApi(() =>
  joinIntake({ db: db(), tableName: tableName(), vault: vault(), clock, ids, metrics, log, ...readIntakeSettings() }),
);

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'intake')));
