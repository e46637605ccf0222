import * as v from 'valibot';

/** Longest text that is read, in UTF-16 units. Source: docs/behaviour.md, Sizes. */
export const REPLY_LIMIT = 1_600;
/** Ids of messages are the provider's: printable, without spaces. */
const MessageId = v.pipe(v.string(), v.regex(/^[\x21-\x7E]{1,128}$/u));

/**
 * A text that came in, as AWS End User Messaging hands it to the topic. Only what is used is checked: its envelope may
 * carry more, and what people type is taken as it is.
 */
export const InboundSms = v.object({
  /** E.164, or what a carrier calls its own senders. */
  originationNumber: v.pipe(v.string(), v.regex(/^[\x20-\x7E]{1,32}$/u)),
  destinationNumber: v.nullish(v.string()),
  messageKeyword: v.nullish(v.string()),
  messageBody: v.pipe(v.string(), v.maxLength(REPLY_LIMIT)),
  inboundMessageId: MessageId,
  previousPublishedMessageId: v.nullish(v.string()),
});
export type InboundSms = v.InferOutput<typeof InboundSms>;
