import { setTimeout as sleep } from 'node:timers/promises';
import type { DeadLetters } from '#channels/dead-letters.ts';
import type { QueueSender } from '#channels/queue.ts';
import type { Log } from '#runtime/log.ts';
import { parseWith } from '#runtime/wire.ts';
import { createReader } from '#store/reader.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import type { RecordParts } from '../live-records.ts';
import type { DoorsOnDemand } from '../request/operation.ts';
import type { RedriveNeeds } from './ports.ts';

/** The route that moves messages, apart from all others: no other function may read a dead letter. */
export const OPS_DOORS: DoorsOnDemand<RedriveNeeds> = {
  ops: async () => (await import('./redrive-door.ts')).REDRIVE_DOORS,
};

export type RedriveParts = RecordParts &
  Pick<RedriveNeeds, 'queues' | 'eventsUrl' | 'busQueueName'> & {
    readonly deadLetters: DeadLetters;
    readonly depth: QueueSender['depth'];
    readonly log: Pick<Log, 'info'>;
  };

export function joinRedrive(parts: RedriveParts): RedriveNeeds {
  const { db, tableName, vault, clock, ids, queues, eventsUrl, busQueueName, deadLetters, depth, log } = parts;
  return {
    answers: createAnswerStore({ db, tableName, vault, fence: ids.fence, wallNow: clock.wallNow }),
    quarantine: createQuarantineStore({ reader: createReader(db, tableName), db, table: tableName, vault }),
    queues,
    eventsUrl,
    busQueueName,
    deadLetters,
    depth,
    log,
    parse: parseWith,
    pause: (ms) => sleep(ms),
    wallNow: clock.wallNow,
  };
}
