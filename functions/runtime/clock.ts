import type { Instant } from '#domain/time.ts';
import { readWireTime } from './wire.ts';

/**
 * Two clocks by name. Business time: hours, timers, shelf life, everything in the domain. Wall time: tokens, signatures,
 * TTL attributes. In production they are one; the local stage bundles `clock.local.ts` in this module's place.
 */
export type Clock = {
  readonly businessNow: () => Instant;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly wallNow: () => number;
  /**
   * Business instant of a time found on the wire (SNS `Timestamp`: RFC 3339; SQS `SentTimestamp`: milliseconds as text).
   * @throws Fault `clock.not-a-time`
   */
  readonly fromWire: (time: string | number) => Instant;
};

/** A clock on the given wall time. */
export function createClock(wallNow: () => number = Date.now): Clock {
  return { businessNow: wallNow, wallNow, fromWire: readWireTime };
}

/** The process's clock. */
export const clock: Clock = createClock();
