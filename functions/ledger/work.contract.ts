import * as v from 'valibot';
import { LANES } from '#domain/words.ts';
import { DUE_SHARDS } from '#store/table.contract.ts';

/**
 * A message on a work queue: which aggregate to look at, and what it was made for. Ids and numbers only; the consumer
 * reads the snapshot strongly, and a message that no longer fits it does nothing.
 */
export const WorkMessage = v.strictObject({
  /** `CASE#id`, `CMP#id`, `PT#id`, or `CUS#id` (re-gate the cases held for the customer). */
  a: v.pipe(v.string(), v.regex(/^(?:CASE|CMP|PT|CUS)#[^#]{1,128}$/u)),
  /** Entry that asked for it, from the relay: to follow a message by; consumers do not look at it. */
  seq: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Due instant it was made for: from the sweep always, from the relay where the effect names one. */
  due: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Hops behind it: 8 are refused. Relay and sweep say 0. */
  hops: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)),
});
export type WorkMessage = v.InferOutput<typeof WorkMessage>;

/** One lane's shard to sweep, with the lane's share of admission. */
export const SweepMessage = v.strictObject({
  lane: v.picklist(LANES),
  shard: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DUE_SHARDS - 1)),
  admit: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Read the shard from its beginning: re-sends what is overdue by 15 minutes. */
  rescue: v.boolean(),
  /** How fast the lane's consumers are, and after how many seconds they are through with what waits already. */
  pace: v.optional(
    v.strictObject({
      perSecond: v.pipe(v.number(), v.minValue(0), v.notValue(0)),
      from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(900)),
    }),
  ),
});
export type SweepMessage = v.InferOutput<typeof SweepMessage>;
