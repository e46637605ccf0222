import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { ids } from '#runtime/ids.ts';
import { log } from '#runtime/log.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { readStaffLimits } from '#runtime/settings.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { apiOf } from './live-api.ts';
import { joinPace } from './request/live-pace.ts';
import { joinPrivacy, PRIVACY_DOORS } from './subjects/live-privacy.ts';

/** Answers the routes of the privacy desk: what is held about a person, and how it goes. */
export const handler = apiOf(PRIVACY_DOORS, () => {
  const erasuresTable = readEnv([ENV.erasuresTable])[ENV.erasuresTable];
  const parts = { db: db(), tableName: tableName(), vault: vault(), clock, ids, erasuresTable };
  const pace = joinPace({ ...parts, limits: readStaffLimits(), count: metrics.count, log });
  return { ...joinPrivacy(parts), pace };
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'privacy')));
