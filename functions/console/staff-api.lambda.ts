import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { ids } from '#runtime/ids.ts';
import { log } from '#runtime/log.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { readQueues, readSettings, readStaffLimits } from '#runtime/settings.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { joinConsole } from './live.ts';
import { apiOf } from './live-api.ts';
import { queueOnDemand } from './live-queue.ts';
import { STAFF_DOORS } from './operations/live-doors.ts';
import { joinPace } from './request/live-pace.ts';

/** Answers the routes of cases, tasks, registry and operations, and tells unknown ones as such. */
export const handler = apiOf(STAFF_DOORS, () => {
  const env = readEnv([ENV.version, ENV.eventsUrl]);
  const parts = { db: db(), tableName: tableName(), vault: vault(), clock, ids, log };
  const joined = joinConsole({
    ...parts,
    events: { queue: queueOnDemand(), url: env[ENV.eventsUrl] },
    settings: readSettings(),
    queues: readQueues(),
    version: env[ENV.version],
    entriesBucket: process.env[ENV.entriesBucket],
  });
  return { ...joined, pace: joinPace({ ...parts, limits: readStaffLimits(), count: metrics.count }) };
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'console')));
