import * as v from 'valibot';

/**
 * What the event bus puts around an event. Its own id and time say nothing of the event: the event's identity is its own.
 * Source: EventBridge user guide, "Event structure".
 */
export const BusEnvelope = v.object({
  /** Whom PutEvents was called as: what the bus's policy was asked about. */
  source: v.pipe(v.string(), v.maxLength(256)),
  'detail-type': v.string(),
  detail: v.unknown(),
});
export type BusEnvelope = v.InferOutput<typeof BusEnvelope>;
