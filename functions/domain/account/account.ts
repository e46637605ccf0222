import type { AccountId, CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Instant } from '../time.ts';

/** Newest known state by sequence; a field is absent until a source has said it. */
export type AccountState = {
  readonly sequence: number;
  readonly asOf: Instant;
  readonly source: string;
  readonly product?: string;
  readonly status?: string;
  readonly balance?: Money;
  readonly overdue?: Money;
  readonly daysPastDue?: number;
  /** Sequence of the event that said a field, where it is older than `sequence`. */
  readonly older?: Readonly<Partial<Record<StateField, number>>>;
  /** Whose word stands on the debt and on the status, and when it was true; absent where it is the newest statement's. */
  readonly words?: Readonly<Partial<Record<StateMatter, Word>>>;
};

/** What a reason may rest on: is anything overdue, and what is the account's status? */
export type StateMatter = 'debt' | 'status';
export type Word = { readonly asOf: Instant; readonly source: string };

export type StateField = 'product' | 'status' | 'balance' | 'overdue' | 'daysPastDue';

/** Sum of credits that are pending, or posted since the account's word on its debt; the newest of them at `at`. */
export type Pending = { readonly sum: Money; readonly at: Instant; readonly open?: readonly OpenTransaction[] };

/**
 * A transaction of the last five days: `ref` is a 32-bit hash of its id, `minor` 0 for a debit and for a credit that a
 * newer word on the debt has counted, `posted` the sequence of a credit's posting.
 */
export type OpenTransaction = {
  readonly ref: number;
  readonly minor: number;
  readonly at: Instant;
  readonly posted?: number;
};

/** The last 48 sequences, newest first, each with a 32-bit hash of type and data. */
export type SequenceWindow = readonly { readonly sequence: number; readonly hash: number }[];

export type Account = {
  readonly id: AccountId;
  readonly customerId: CustomerId;
  /** Rises with every write of the item: the optimistic lock. */
  readonly version: number;
  /**
   * Moves only when status, overdue amount, days past due or pending cover change, so that a card payment does not
   * starve a claim that rests on the reason.
   */
  readonly reasonVersion: number;
  readonly state?: AccountState;
  readonly pending?: Pending;
  readonly window: SequenceWindow;
  readonly gaps: number;
  readonly baseline: Uint8Array;
  readonly lastActivityAt?: Instant;
  /** First overdue flag of the running episode; cleared with it. */
  readonly flaggedAt?: Instant;
  /** `flaggedAt` is only the latest it can have been, for words on the debt came out of order: the next flag counts. */
  readonly flaggedAtMost?: boolean;
  readonly openCases: readonly { readonly caseId: string; readonly kind: string }[];
};
