import type { Instant } from '../time.ts';

/** What came of the time before a reopening: a policy that joins later is told of it. */
export type Round = {
  readonly decidedAt?: Instant;
  readonly resolvedAt?: Instant;
  /** When its customer was asked how content they are. */
  readonly askedAt?: Instant;
  readonly ratedAt?: Instant;
  readonly reopenedAt: Instant;
};

type Rounds = { readonly receivedAt: Instant; readonly rounds?: readonly Round[] };

/** Where the round that is under way began: with the receipt, or with the last reopening. */
export const roundSince = ({ receivedAt, rounds }: Rounds): Instant => rounds?.at(-1)?.reopenedAt ?? receivedAt;
