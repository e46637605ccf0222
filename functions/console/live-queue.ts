import type { QueueSender } from '#channels/queue.ts';
import { once } from '#runtime/chain.ts';

/** Few requests send to a queue or look at one: its client is read with the first of them. */
export function queueOnDemand(): Pick<QueueSender, 'sendAll' | 'depth'> {
  const sender = once(async () => {
    const { queueClient, sqsSender } = await import('#channels/queue.ts');
    return sqsSender(once(queueClient));
  });
  return {
    sendAll: async (url, messages) => (await sender()).sendAll(url, messages),
    depth: async (url) => (await sender()).depth(url),
  };
}
