import * as v from 'valibot';

const Millis = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A delivery event of AWS End User Messaging SMS, as its topic brings it; it may carry more.
 * Source: AWS End User Messaging SMS user guide, "Example event data".
 */
export const ReceiptEvent = v.object({
  eventType: v.pipe(v.string(), v.maxLength(64)),
  eventTimestamp: Millis,
  isFinal: v.optional(v.boolean()),
  destinationPhoneNumber: v.pipe(v.string(), v.maxLength(32)),
  messageId: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  messageRequestTimestamp: v.optional(Millis),
  /** What the sender attached: `attemptId` where the provider's interface lets us attach it. */
  context: v.optional(v.record(v.string(), v.string())),
});
export type ReceiptEvent = v.InferOutput<typeof ReceiptEvent>;

/**
 * A record of the delivery-status log of SNS, for a text or a push; it may carry more.
 * Source: SNS developer guide, "Viewing CloudWatch metrics and logs for SMS deliveries" and "... for mobile push".
 */
export const DeliveryLog = v.object({
  notification: v.object({
    messageId: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    /** UTC, `2016-06-28 00:40:34.558`: when the text was asked for. */
    timestamp: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?$/u)),
  }),
  delivery: v.object({
    /** A number in E.164, or an endpoint's ARN. */
    destination: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    providerResponse: v.optional(v.pipe(v.string(), v.maxLength(2048))),
    statusCode: v.optional(v.number()),
  }),
  status: v.picklist(['SUCCESS', 'FAILURE']),
});
export type DeliveryLog = v.InferOutput<typeof DeliveryLog>;

const When = v.optional(v.object({ timestamp: v.optional(v.pipe(v.string(), v.isoTimestamp())) }));

/**
 * An event of SES as its configuration set publishes it; it may carry more.
 * Source: SES developer guide, "Examples of event data that Amazon SES publishes to Amazon SNS".
 */
export const MailEvent = v.object({
  eventType: v.pipe(v.string(), v.maxLength(64)),
  mail: v.object({
    messageId: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    timestamp: v.pipe(v.string(), v.isoTimestamp()),
    destination: v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.minLength(1), v.maxLength(50)),
    tags: v.optional(v.record(v.string(), v.array(v.string()))),
  }),
  delivery: When,
  bounce: v.optional(
    v.object({
      bounceType: v.pipe(v.string(), v.maxLength(32)),
      timestamp: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    }),
  ),
  complaint: When,
});
export type MailEvent = v.InferOutput<typeof MailEvent>;

/** Whatever the receipts topic and queue bring. */
export const ReceiptMessage = v.union([ReceiptEvent, MailEvent, DeliveryLog]);
export type ReceiptMessage = v.InferOutput<typeof ReceiptMessage>;
