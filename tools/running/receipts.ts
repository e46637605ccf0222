import { PublishCommand } from '@aws-sdk/client-sns';
import { AwsCallError, callAws } from '../local/aws-call.ts';
import type { StageClient } from '../local/client.ts';
import { localAccount } from '../local/emulator.ts';
import { requireOutput } from '../local/outputs.ts';
import { topicClient } from './clients.ts';
import { type Handed, readHanded } from './handed.ts';
import { BANK_NUMBER } from './handset.ts';

export const receiptStatuses = ['sent', 'delivered', 'undelivered', 'expired'] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

export interface ReceiptGiven {
  readonly messageId: string;
  readonly status: ReceiptStatus;
  /** Default: whom the outbox names. */
  readonly to?: string;
  /** A text's receipt as a line of the delivery-status log of SNS, not as an event of End User Messaging. */
  readonly log?: boolean;
}

type Told = Pick<Handed, 'to' | 'messageId'> & { readonly status: ReceiptStatus };

/**
 * Says, as its provider does, what became of a message: of a text End User Messaging or the log of SNS, of a mail SES, of
 * a push the log of SNS. What it went by and to is looked up where the provider keeps it.
 */
export async function giveReceipt(stage: StageClient, given: ReceiptGiven): Promise<{ readonly accepted: boolean }> {
  const { messageId, status } = given;
  const sent = (await readHanded(stage)).find((one) => one.messageId === messageId);
  const told: Told = { messageId, status, to: given.to ?? sent?.to ?? 'UNKNOWN' };
  if (sent?.channel === 'mail') return publish(stage, mailEvent(told));
  if (sent?.channel === 'push' || given.log === true) return writeLog(stage, told);
  return publish(stage, textEvent(told));
}

async function publish(stage: StageClient, message: object): Promise<{ readonly accepted: boolean }> {
  const TopicArn = requireOutput(stage.outputs, 'DeliveryReceiptsTopicArn');
  const command = new PublishCommand({ TopicArn, Message: JSON.stringify(message) });
  return { accepted: (await topicClient(stage).send(command)).MessageId !== undefined };
}

/** Source: AWS End User Messaging SMS user guide, "Event types for SMS". */
const OF_TEXT = {
  sent: { eventType: 'TEXT_SENT', messageStatus: 'SENT', isFinal: false },
  delivered: { eventType: 'TEXT_DELIVERED', messageStatus: 'DELIVERED', isFinal: true },
  undelivered: { eventType: 'TEXT_CARRIER_UNREACHABLE', messageStatus: 'CARRIER_UNREACHABLE', isFinal: true },
  expired: { eventType: 'TEXT_TTL_EXPIRED', messageStatus: 'TTL_EXPIRED', isFinal: true },
} as const satisfies Readonly<Record<ReceiptStatus, object>>;

function textEvent({ messageId, status, to }: Told): object {
  const wallNow = Date.now();
  return {
    ...OF_TEXT[status],
    eventVersion: '1.0',
    eventTimestamp: wallNow,
    originationPhoneNumber: BANK_NUMBER,
    destinationPhoneNumber: to,
    messageId,
    messageRequestTimestamp: wallNow,
    messageEncoding: 'UCS-2',
    messageType: 'TRANSACTIONAL',
    messageStatusDescription: OF_TEXT[status].messageStatus,
    context: {},
    totalMessageParts: 1,
  };
}

/** Source: SES developer guide, "Examples of event data that Amazon SES publishes to Amazon SNS". */
function mailEvent({ messageId, status, to }: Told): object {
  const timestamp = new Date().toISOString();
  const mail = { timestamp, messageId, destination: [to], tags: {} };
  switch (status) {
    case 'sent':
      return { eventType: 'Send', mail, send: {} };
    case 'delivered':
      return { eventType: 'Delivery', mail, delivery: { timestamp, recipients: [to] } };
    case 'undelivered':
      return { eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent', timestamp } };
    case 'expired':
      return { eventType: 'Bounce', mail, bounce: { bounceType: 'Transient', timestamp } };
  }
}

/** Source: SNS developer guide, "Viewing CloudWatch metrics and logs for SMS deliveries", and the same for mobile push. */
async function writeLog(stage: StageClient, { messageId, status, to }: Told): Promise<{ readonly accepted: boolean }> {
  const arrived = status === 'sent' || status === 'delivered';
  const application = /:endpoint\/([^/]+\/[^/]+)\//u.exec(to)?.[1];
  const source = application === undefined ? 'DirectPublishToPhoneNumber' : `app/${application}`;
  const logGroupName = `sns/${stage.outputs.region}/${localAccount}/${source}${arrived ? '' : '/Failure'}`;
  const asked = new Date().toISOString().replace('T', ' ').replace('Z', '');
  const line = {
    notification: { messageId, timestamp: asked },
    delivery: {
      destination: to,
      providerResponse: arrived ? 'Message has been accepted' : 'Message was not delivered',
    },
    status: arrived ? 'SUCCESS' : 'FAILURE',
  };
  const stream = { logGroupName, logStreamName: 'liaison-tools' };
  await callAws(stage, { service: 'logs', operation: 'CreateLogStream', input: stream }).catch(existsAlready);
  const logEvents = [{ timestamp: Date.now(), message: JSON.stringify(line) }];
  await callAws(stage, { service: 'logs', operation: 'PutLogEvents', input: { ...stream, logEvents } });
  return { accepted: true };
}

function existsAlready(error: unknown): void {
  if (error instanceof AwsCallError && error.code === 'ResourceAlreadyExistsException') return;
  throw error;
}
