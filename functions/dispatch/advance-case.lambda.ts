import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { fromQueue } from '#runtime/from-queue.ts';
import { ids } from '#runtime/ids.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { readSettings } from '#runtime/settings.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { WorkMessage } from '../ledger/work.contract.ts';
import { advance } from './advance-case.ts';
import { joinDispatch, joinQuarantine } from './live.ts';
import { openOutlets } from './live-outlets.ts';

/** Makes the next move of whatever a work queue names. */
export const handler = fromQueue({
  schema: WorkMessage,
  run: advance,
  orderOf: (message) => message.a,
  quarantine: (bad, needs) => needs.quarantine(bad),
  live: () => {
    const parts = { db: db(), tableName: tableName(), vault: vault(), clock, ids, count: metrics.count };
    return {
      ...joinDispatch({ ...parts, settings: readSettings(), ...openOutlets() }),
      quarantine: joinQuarantine(parts),
    };
  },
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'dispatch')));
