import { Duration } from 'aws-cdk-lib';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { readsWebhookSecrets } from '../constructs/doors/webhook-secrets.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { END_USER_MESSAGING, MessageTopic } from '../constructs/message-topic.ts';
import { QueueSubscription } from '../constructs/queue-subscription.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import { bankJson, defaultsJson } from './settings.ts';

export interface RepliesProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

const REPLY_TIMEOUT = Duration.seconds(20);
// The gateway itself gives up after 30 seconds.
const ANSWER_TIMEOUT = Duration.seconds(28);

/** Listens: what people text back comes in by a topic, what they write elsewhere signed over HTTP, and finds its question. */
export class Replies extends Construct {
  readonly inboundTopic: Topic;
  readonly inbound: WorkQueue;
  readonly receiveReply: HandlerFunction;
  readonly acceptWebhook: HandlerFunction;

  constructor(scope: Construct, id: string, { deployment, storage }: RepliesProps) {
    super(scope, id);
    const { config } = deployment;
    const impact =
      'Answers, complaints and opt-outs that people text are not heard; further texts may go out against their word.';
    this.inboundTopic = new MessageTopic(this, 'InboundSms', { deployment, publishers: [END_USER_MESSAGING] }).topic;
    this.inbound = new WorkQueue(this, 'InboundQueue', {
      deployment,
      consumerTimeout: REPLY_TIMEOUT,
      ageLimit: config.alarms.queueAgeSeconds.inbound,
      impact,
    });
    new QueueSubscription(this, 'InboundToQueue', { topic: this.inboundTopic, to: this.inbound });
    this.receiveReply = new HandlerFunction(this, 'ReceiveReply', {
      deployment,
      entry: 'receive-reply',
      does: 'Understands a text that came in and settles the question it answers.',
      timeout: REPLY_TIMEOUT,
      impact,
    })
      .writesLedger(storage.table)
      .usesVault(storage.dataKey)
      .knows(ENV.bank, bankJson(config))
      .knows(ENV.defaults, defaultsJson(config))
      .consumes(this.inbound.queue, config.concurrency.inbound);
    this.acceptWebhook = new HandlerFunction(this, 'AcceptWebhook', {
      deployment,
      entry: 'accept-webhook',
      does: 'Takes signed messages of mail, chat, social media and web forms.',
      timeout: ANSWER_TIMEOUT,
      impact,
    })
      .writesLedger(storage.table)
      .usesVault(storage.dataKey)
      .knows(ENV.bank, bankJson(config))
      .knows(ENV.defaults, defaultsJson(config));
    readsWebhookSecrets(this.acceptWebhook, { stage: config.stage, key: storage.dataKey });
  }
}
