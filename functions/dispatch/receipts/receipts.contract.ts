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
