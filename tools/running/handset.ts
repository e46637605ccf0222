import { randomUUID } from 'node:crypto';
import { PublishCommand } from '@aws-sdk/client-sns';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { topicClient } from './clients.ts';
import { readTexts } from './outbox.ts';

/** The bank's number where none is named: any will do, answers are matched by who texts. */
export const BANK_NUMBER = '+12025550100';

export interface Texted {
  /** E.164. */
  readonly from: string;
  readonly body: string;
  readonly to?: string;
  /** The provider's id of it; the same id is the same text. */
  readonly id?: string;
}

/** Texts the bank as a handset does: what the provider would publish on the inbound topic. */
export async function textIn(stage: StageClient, texted: Texted): Promise<{ readonly inboundMessageId: string }> {
  const inboundMessageId = texted.id ?? randomUUID();
  const message = {
    originationNumber: texted.from,
    destinationNumber: texted.to ?? BANK_NUMBER,
    messageKeyword: 'KEYWORD_LIAISON',
    messageBody: texted.body,
    inboundMessageId,
  };
  const TopicArn = requireOutput(stage.outputs, 'InboundSmsTopicArn');
  await topicClient(stage).send(new PublishCommand({ TopicArn, Message: JSON.stringify(message) }));
  return { inboundMessageId };
}

/** Names of End User Messaging. Source: its developer guide, "Event types for SMS". */
type Named = { readonly eventType: string; readonly messageStatus: string; readonly isFinal: boolean };
export const receiptStatuses = ['sent', 'delivered', 'undelivered', 'expired'] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

const statuses: Readonly<Record<ReceiptStatus, Named>> = {
  sent: { eventType: 'TEXT_SENT', messageStatus: 'SENT', isFinal: false },
  delivered: { eventType: 'TEXT_DELIVERED', messageStatus: 'DELIVERED', isFinal: true },
  undelivered: { eventType: 'TEXT_CARRIER_UNREACHABLE', messageStatus: 'CARRIER_UNREACHABLE', isFinal: true },
  expired: { eventType: 'TEXT_TTL_EXPIRED', messageStatus: 'TTL_EXPIRED', isFinal: true },
};

/** Says, as the provider does, what became of a text. Whom it went to is looked up where the provider keeps it. */
export async function giveReceipt(
  stage: StageClient,
  receipt: { readonly messageId: string; readonly status: ReceiptStatus; readonly to?: string },
): Promise<{ readonly accepted: boolean }> {
  const { messageId, status } = receipt;
  const to = receipt.to ?? (await readTexts(stage)).find((sent) => sent.messageId === messageId)?.to ?? 'UNKNOWN';
  const wallNow = Date.now();
  const message = {
    ...statuses[status],
    eventVersion: '1.0',
    eventTimestamp: wallNow,
    originationPhoneNumber: BANK_NUMBER,
    destinationPhoneNumber: to,
    messageId,
    messageRequestTimestamp: wallNow,
    messageEncoding: 'UCS-2',
    messageType: 'TRANSACTIONAL',
    messageStatusDescription: statuses[status].messageStatus,
    context: {},
    totalMessageParts: 1,
  };
  const TopicArn = requireOutput(stage.outputs, 'DeliveryReceiptsTopicArn');
  const { MessageId } = await topicClient(stage).send(
    new PublishCommand({ TopicArn, Message: JSON.stringify(message) }),
  );
  return { accepted: MessageId !== undefined };
}
