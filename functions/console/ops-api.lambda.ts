import { deadLettersOf } from '#channels/dead-letters.ts';
import { queueClient, sqsSender } from '#channels/queue.ts';
import { once, prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { ids } from '#runtime/ids.ts';
import { log } from '#runtime/log.ts';
import { readQueues } from '#runtime/settings.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { apiOf } from './live-api.ts';
import { joinRedrive, OPS_DOORS } from './redrive/live-redrive.ts';

/** Brings dead letters back: the only function that may read one. */
export const handler = apiOf(OPS_DOORS, () => {
  const env = readEnv([ENV.eventsUrl, ENV.busQueueArn]);
  const client = once(queueClient);
  return joinRedrive({
    db: db(),
    tableName: tableName(),
    vault: vault(),
    clock,
    ids,
    log,
    queues: readQueues(),
    eventsUrl: env[ENV.eventsUrl],
    busQueueName: env[ENV.busQueueArn].split(':').at(-1) ?? '',
    deadLetters: deadLettersOf(client),
    depth: sqsSender(client).depth,
  });
});

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'ops')));
