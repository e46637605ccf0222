import { queueClient, sqsSender } from '#channels/queue.ts';
import { once, prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { fromQueue } from '#runtime/from-queue.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { createDueStore } from '#store/due-store.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { joinSweep, readWork } from './live.ts';
import { type SweepNeeds, sweep } from './sweep.ts';
import { SweepMessage } from './work.contract.ts';

/** Sends what falls due in one shard of a lane to its work queue, to the second. */
export const handler = fromQueue<SweepMessage, SweepNeeds>({
  schema: SweepMessage,
  run: async (message, needs) => {
    const { sent, rescued } = await sweep(message, needs);
    metrics.count('WorkSwept', sent, { lane: message.lane });
    metrics.count('WorkRescued', rescued, { lane: message.lane });
  },
  orderOf: (message) => [message.lane, message.shard].join('.'),
  live: () =>
    joinSweep({
      queue: sqsSender(once(queueClient)),
      urls: readWork(),
      due: createDueStore(createReader(db(), tableName()), db(), tableName()),
      now: clock.businessNow,
    }),
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'sweep')));
