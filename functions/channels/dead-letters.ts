import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A message nobody could work off, as it came, and who sent it when. */
export type DeadLetter = {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly senderId: string;
  /** Names this receiving of it: whoever has it may take the message away. */
  readonly receipt: string;
};

export type DeadLetters = {
  /** At most ten; none may mean that there are few. Nobody else sees them for two minutes. */
  readonly take: (url: string, most: number) => Promise<readonly DeadLetter[]>;
  /** Sends bodies as they are; answers the positions that were not sent. */
  readonly send: (url: string, bodies: readonly string[]) => Promise<readonly number[]>;
  readonly remove: (url: string, receipts: readonly string[]) => Promise<void>;
};

/** Longer than moving ten messages takes, so that two who redrive at once do not meet. */
const HIDDEN_SECONDS = 120;

export function deadLettersOf(client: () => SQSClient): DeadLetters {
  return {
    take: async (QueueUrl, most) => {
      const { Messages = [] } = await client().send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: Math.min(10, most),
          VisibilityTimeout: HIDDEN_SECONDS,
          WaitTimeSeconds: 1,
          MessageSystemAttributeNames: ['SenderId', 'SentTimestamp'],
        }),
      );
      return Messages.map(({ MessageId = '', Body = '', ReceiptHandle = '', Attributes = {} }) => ({
        id: MessageId,
        body: Body,
        sentAt: Number(Attributes.SentTimestamp ?? 0),
        senderId: Attributes.SenderId ?? '',
        receipt: ReceiptHandle,
      }));
    },
    send: async (QueueUrl, bodies) => {
      const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
      const { Failed = [] } = await client().send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      return Failed.map(({ Id }) => Number(Id));
    },
    remove: async (QueueUrl, receipts) => {
      const Entries = receipts.map((ReceiptHandle, at) => ({ Id: String(at), ReceiptHandle }));
      if (Entries.length > 0) await client().send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    },
  };
}
