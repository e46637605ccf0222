import { prime } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ids } from '#runtime/ids.ts';
import { log } from '#runtime/log.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { db, tableName } from '#store/client.ts';
import { systemKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { vault } from '#store/vault/subject-keys.ts';
import { joinIntake, readBusQueue, readIntakeSettings } from './live.ts';
import { eventsQueue } from './live-doors.ts';

/** Applies events of the queue and of the bus; what can never be applied goes to quarantine. */
export const handler = eventsQueue(() =>
  joinIntake({
    db: db(),
    tableName: tableName(),
    vault: vault(),
    clock,
    ids,
    metrics,
    log,
    busQueueArn: readBusQueue(),
    ...readIntakeSettings(),
  }),
);

await prime(() => createReader(db(), tableName()).get(systemKey('prime', 'intake')));
