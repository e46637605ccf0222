import type { Instant } from '../time.ts';
import type { Channel } from '../words.ts';

/** The customer could not be reached, by the rule of the purpose: which attempts show it. */
export type Proof = {
  readonly at: Instant;
  /** Numbers of the attempts within the case. */
  readonly attempts: readonly number[];
  readonly channels: readonly Channel[];
};
