import { Duration } from 'aws-cdk-lib';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { END_USER_MESSAGING, MAIL_SERVICE, MessageTopic } from '../constructs/message-topic.ts';
import { DeliveryLogs } from '../constructs/outlets/delivery-logs.ts';
import { MailSender } from '../constructs/outlets/mail-sender.ts';
import { PushApplications } from '../constructs/outlets/push-applications.ts';
import { QueueSubscription } from '../constructs/queue-subscription.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import { bankJson, defaultsJson, smsJson } from './settings.ts';

export interface DispatchProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

/** The three work queues, by urgency. */
export type Lanes = Readonly<Record<'urgent' | 'normal' | 'bulk', WorkQueue>>;

const MOVE_TIMEOUT = Duration.seconds(30);
const RECEIPT_TIMEOUT = Duration.seconds(20);
const LATE = 'People are contacted late, answered late or not at all.';
const BLIND = 'The bank does not see which texts arrived, so it may take silence for an answer not given.';

/** Reaches out: makes the next move of whatever a work queue names, and notes what became of each text. */
export class Dispatch extends Construct {
  readonly lanes: Lanes;
  readonly receiptsTopic: Topic;
  readonly advanceCase: HandlerFunction;
  readonly recordReceipt: HandlerFunction;
  readonly receipts: WorkQueue;

  constructor(scope: Construct, id: string, props: DispatchProps) {
    super(scope, id);
    const { deployment } = props;
    const { queueAgeSeconds } = deployment.config.alarms;
    const lane = (name: keyof Lanes): WorkQueue =>
      new WorkQueue(this, `Work-${name}`, {
        deployment,
        consumerTimeout: MOVE_TIMEOUT,
        ageLimit: queueAgeSeconds[name],
        impact: LATE,
      });
    this.lanes = { urgent: lane('urgent'), normal: lane('normal'), bulk: lane('bulk') };
    this.advanceCase = this.#makeAdvanceCase(props);
    this.receiptsTopic = new MessageTopic(this, 'Receipts', {
      deployment,
      publishers: [END_USER_MESSAGING, MAIL_SERVICE],
    }).topic;
    this.receipts = new WorkQueue(this, 'ReceiptsQueue', {
      deployment,
      consumerTimeout: RECEIPT_TIMEOUT,
      ageLimit: queueAgeSeconds.receipts,
      impact: BLIND,
    });
    new QueueSubscription(this, 'ReceiptsToQueue', { topic: this.receiptsTopic, to: this.receipts });
    this.recordReceipt = this.#makeRecordReceipt(props);
    this.#openOutlets(props);
  }

  /** Mails and pushes where the deployment has them, and the logs that tell what became of texts and pushes. */
  #openOutlets({ deployment }: DispatchProps): void {
    const { mail, push, sms } = deployment.config;
    if (mail !== undefined)
      new MailSender(this, 'Mail', { mail, receipts: this.receiptsTopic }).grantTo(this.advanceCase);
    const { applications = [] } = push ?? {};
    if (push !== undefined) new PushApplications(this, 'Push', { applications, sender: this.advanceCase });
    const reader = new HandlerFunction(this, 'ReadDeliveryLogs', {
      deployment,
      entry: 'read-delivery-logs',
      does: 'Hands lines of SNS delivery-status logs to the receipts.',
      timeout: RECEIPT_TIMEOUT,
      impact: BLIND,
      deadLetters: this.receipts.deadLetters,
    }).sendsTo(this.receipts.queue, ENV.receiptsUrl);
    if (sms.deliveryLogs) new DeliveryLogs(this, 'DeliveryLogs', { applications, reader });
  }

  #makeAdvanceCase({ deployment, storage }: DispatchProps): HandlerFunction {
    const { config } = deployment;
    const { urgent, normal, bulk } = this.lanes;
    return new HandlerFunction(this, 'AdvanceCase', {
      deployment,
      entry: 'advance-case',
      does: 'Makes the next move of a case, complaint or contact point: gate, claim, text, outcome.',
      timeout: MOVE_TIMEOUT,
      impact: LATE,
    })
      .writesLedger(storage.table, 'byCustomer')
      .usesVault(storage.dataKey)
      .mayTextPhones()
      .knows(ENV.bank, bankJson(config))
      .knows(ENV.defaults, defaultsJson(config))
      .knows(ENV.sms, smsJson(config))
      .consumes(urgent.queue, config.concurrency.urgent)
      .consumes(normal.queue, config.concurrency.normal)
      .consumes(bulk.queue, config.concurrency.bulk);
  }

  #makeRecordReceipt({ deployment, storage }: DispatchProps): HandlerFunction {
    return new HandlerFunction(this, 'RecordReceipt', {
      deployment,
      entry: 'record-receipt',
      does: 'Notes delivery receipts at their attempts; they never go backwards.',
      timeout: RECEIPT_TIMEOUT,
      impact: BLIND,
    })
      .writesLedger(storage.table)
      .usesVault(storage.dataKey)
      .consumes(this.receipts.queue, deployment.config.concurrency.receipts);
  }
}
