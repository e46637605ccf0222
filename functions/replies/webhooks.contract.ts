import * as v from 'valibot';
import { Id, Mail, Phone, Time, textUpTo } from '../intake/fields.contract.ts';

/** Channels that other systems of the bank hand in, each signed with secrets of its own. */
export const WEBHOOK_CHANNELS = ['mail', 'chat', 'social', 'web'] as const;
export type WebhookChannel = (typeof WEBHOOK_CHANNELS)[number];

/** Name of the secret that a channel's messages are signed with, in AWS Secrets Manager. */
export const secretName = (stage: string, channel: WebhookChannel): string => `liaison/${stage}/webhooks/${channel}`;

/** Source: docs/behaviour.md, Sizes. */
const MAX_TEXT = 8_000;
const MAX_SUBJECT = 998;

/** Ids of messages are the provider's: printable, without spaces. A mail's may stand in angle brackets. */
const MessageId = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,256}$/u), v.description('1 to 256 printable characters'));

/** A message of a person, as the system that runs its channel hands it in: `POST /v1/webhooks/{channel}`. */
export const WebhookMessage = v.strictObject({
  messageId: MessageId,
  /** Mail address, or the name a person has in the channel. */
  from: textUpTo(254),
  subject: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_SUBJECT))),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  at: Time,
  /** Whom the channel has signed in. */
  customerId: v.exactOptional(Id),
  /** A number the person claims: never the record. */
  phone: v.exactOptional(Phone),
  /** Id of the message of ours that is answered. */
  inReplyTo: v.exactOptional(MessageId),
});
export type WebhookMessage = v.InferOutput<typeof WebhookMessage>;

/** A mail names its sender by an address. */
export const MailMessage = v.pipe(
  WebhookMessage,
  v.forward(
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || v.is(Mail, dataset.value.from)) return;
      addIssue({ expected: 'mail address', message: 'mail address' });
    }),
    ['from'],
  ),
);

/** Answer to a message that was taken, now or before: a repeat gets the same. */
export const WebhookAnswer = v.strictObject({ accepted: v.literal(true) });

/** What the door of webhooks answers of its own, with its status. */
export const PROBLEMS = {
  'webhook.channel-unknown': 404,
  'webhook.unsigned': 401,
  'webhook.too-old': 401,
  'webhook.signature-wrong': 401,
} as const;
