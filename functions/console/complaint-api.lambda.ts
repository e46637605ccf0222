import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ids } from '#runtime/ids.ts';
import { log } from '#runtime/log.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { readSettings, readStaffLimits } from '#runtime/settings.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { apiOf } from './live-api.ts';
import { joinComplaints } from './live-complaints.ts';
import { COMPLAINT_DOORS } from './operations/live-doors.ts';
import { joinPace } from './request/live-pace.ts';

/** Answers the routes of complaints, what is offered for them, and what is learned from all of it. */
export const handler = apiOf(COMPLAINT_DOORS, () => {
  const parts = { db: db(), tableName: tableName(), vault: vault(), clock, ids, settings: readSettings() };
  const pace = joinPace({ ...parts, limits: readStaffLimits(), count: metrics.count, log });
  return { ...joinComplaints(parts), pace };
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'complaints')));
