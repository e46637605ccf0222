import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { fromQueue } from '#runtime/from-queue.ts';
import { ids } from '#runtime/ids.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { WorkMessage } from '../ledger/work.contract.ts';
import { advanceComplaint } from './advance-complaint.ts';
import { joinComplaints } from './live.ts';

/** Makes what is due of a complaint happen. */
export const handler = fromQueue({
  schema: WorkMessage,
  run: advanceComplaint,
  orderOf: (message) => message.a,
  live: () => joinComplaints({ db: db(), tableName: tableName(), vault: vault(), clock, ids }),
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'complaints')));
