import { queueClient, sqsSender } from '#channels/queue.ts';
import { chain, once, SURROUNDINGS } from '#runtime/chain.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { forwardLogs, type LogsEvent } from './receipts/forward-logs.ts';

const queue = sqsSender(once(queueClient));

/** Hands the lines of SNS delivery-status logs to the receipts' queue. */
export const handler = chain(
  (event: LogsEvent) => forwardLogs(event, { queue, url: readEnv([ENV.receiptsUrl])[ENV.receiptsUrl] }),
  SURROUNDINGS,
);
