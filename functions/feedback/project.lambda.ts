import { setTimeout as sleep } from 'node:timers/promises';
import { RECURRING } from '#policies/recurring.ts';
import { once, prime } from '#runtime/chain.ts';
import { fromStream } from '#runtime/from-stream.ts';
import { ids } from '#runtime/ids.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { entriesOf } from '#store/codecs/feed/new-entries.ts';
import { factWriter, subjectReader } from '#store/figures/figure-store.ts';
import { createRecurring } from '#store/figures/incident-store.ts';
import { createLedger } from '#store/ledger.ts';
import { createReader } from '#store/reader.ts';
import { keepIn, readOutside } from './live.ts';
import { type ProjectNeeds, project } from './project.ts';

const reader = once(() => createReader(db(), tableName()));
const ledger = () => createLedger({ db: db(), tableName: tableName(), fence: ids.fence, sleep, jitter: ids.random });
await prime(() => subjectReader(reader()).subjects(['CASE#none']));

/** Notes what figures count of new timeline entries; a batch that is not wholly done comes again, and may. */
export const handler = fromStream<ProjectNeeds>({
  run: async (records, needs) => {
    metrics.count('FactNoted', await project(entriesOf(records), needs));
    return undefined;
  },
  live: () => ({
    ...subjectReader(reader()),
    ...factWriter(db(), tableName()),
    ...createRecurring({ reader: reader(), db: db(), tableName: tableName(), ledger: ledger(), rules: RECURRING }),
    keep: keepIn(readOutside()),
  }),
});
