import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { sqsSender } from '#channels/queue.ts';
import { snsNotices } from '#channels/topic.ts';
import { joinRelay } from '../../../functions/ledger/live.ts';
import { type RelayCount, relay } from '../../../functions/ledger/relay.ts';
import { entriesIn } from '../../../tools/running/relay-again.ts';
import { answerSns } from '../../support/pipeline/aws/sms-provider.ts';
import { answered, withAnswers } from '../machine/calls.ts';
import type { Machine } from '../machine/machine.ts';
import { answerSqs } from '../machine/services.ts';

const QUEUE = (name: string): string => `https://aws.local/000000000000/${name}`;

/** `liaison relay replay --since`: every effect of the entries since then once more, by the product's own code. */
export async function replaySince(machine: Machine, since: number): Promise<RelayCount> {
  const { engine, queues, provider, time } = machine;
  const sqs = new SQSClient(withAnswers('relay', async (call) => answerSqs(call, queues, false)));
  const sns = new SNSClient(
    withAnswers('relay', async (call) => {
      const { status, type, body } = answerSns(call, provider);
      return answered(status, type, body);
    }),
  );
  const needs = joinRelay({
    queue: sqsSender(() => sqs),
    urls: {
      urgent: QUEUE('urgent'),
      normal: QUEUE('normal'),
      bulk: QUEUE('bulk'),
      complaints: QUEUE('complaints'),
    },
    notices: snsNotices(
      () => sns,
      () => 'arn:aws:sns:eu-west-2:000000000000:outcomes',
    ),
    now: time.now,
  });
  return relay(await entriesIn(engine, since), needs);
}
