import { queueClient, sqsSender } from '#channels/queue.ts';
import { once } from '#runtime/chain.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { fromSchedule } from '#runtime/from-schedule.ts';
import { joinStart, readLanes, readRates } from './live.ts';
import { type StartNeeds, startSweep } from './start-sweep.ts';

/** Every minute: starts the sweep of every lane and shard, with what its queue can still take. */
export const handler = fromSchedule<StartNeeds>({
  run: startSweep,
  live: () =>
    joinStart({
      queue: sqsSender(once(queueClient)),
      urls: readLanes(),
      sweepUrl: readEnv([ENV.sweepUrl])[ENV.sweepUrl],
      rates: readRates(),
    }),
});
