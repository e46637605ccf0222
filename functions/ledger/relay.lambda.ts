import { queueClient, sqsSender } from '#channels/queue.ts';
import { snsNotices, topicClient } from '#channels/topic.ts';
import { once } from '#runtime/chain.ts';
import { clock } from '#runtime/clock.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { fromStream } from '#runtime/from-stream.ts';
import { metrics } from '#runtime/metrics/metrics.ts';
import { entriesOf } from '#store/codecs/feed/new-entries.ts';
import { joinRelay, readWork } from './live.ts';
import { type RelayNeeds, relay } from './relay.ts';

/** Runs the effects of new timeline entries; a batch that is not wholly done comes again, and every effect may. */
export const handler = fromStream<RelayNeeds>({
  run: async (records, needs) => {
    const { work, notices } = await relay(entriesOf(records), needs);
    metrics.count('EffectRelayed', work + notices);
    return undefined;
  },
  live: () => {
    const topic = readEnv([ENV.outcomesTopicArn])[ENV.outcomesTopicArn];
    return joinRelay({
      queue: sqsSender(once(queueClient)),
      urls: readWork(),
      notices: snsNotices(once(topicClient), () => topic),
      now: clock.businessNow,
    });
  },
});
