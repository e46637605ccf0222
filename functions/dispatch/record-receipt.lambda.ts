import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { fromQueue } from '#runtime/from-queue.ts';
import { ids } from '#runtime/ids.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { joinQuarantine, joinReceipts } from './live.ts';
import { addressIn } from './receipts/read-receipt.ts';
import { ReceiptMessage } from './receipts/receipts.contract.ts';
import { recordReceipt } from './receipts/record-receipt.ts';

/** Notes delivery receipts at their attempts. */
export const handler = fromQueue({
  schema: ReceiptMessage,
  envelope: 'sns',
  run: recordReceipt,
  orderOf: addressIn,
  quarantine: (bad, needs) => needs.quarantine(bad),
  live: () => {
    const parts = { db: db(), tableName: tableName(), vault: vault(), clock, ids, count: metrics.count };
    return { ...joinReceipts(parts), quarantine: joinQuarantine(parts) };
  },
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'receipts')));
