import type { AccountId, CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Instant } from '../time.ts';

type FromAccount = {
  readonly accountId: AccountId;
  readonly customerId: CustomerId;
  readonly source: string;
  readonly eventId: string;
  readonly sequence: number;
  /** 32 bits over type and data: tells a redelivery from a sequence that was used twice. */
  readonly hash: number;
  /** When it was true or happened; never later than it was received. */
  readonly at: Instant;
  /** Told for the record only: nobody is contacted for it. */
  readonly contactOff?: true;
};

/** What a source says of the account as a whole; a field it leaves out stays as it was. */
export type Statement = FromAccount & {
  readonly kind: 'state-changed' | 'overdue-flagged' | 'overdue-cleared';
  readonly product?: string;
  readonly status?: string;
  readonly balance?: Money;
  readonly overdue?: Money;
  readonly daysPastDue?: number;
};

/** Money that moved, or is about to. */
export type Movement = FromAccount & {
  readonly kind: 'transaction';
  /** 32-bit hash of the transaction's id: a pending transaction and its posting are one. */
  readonly ref: number;
  readonly amount: Money;
  readonly direction: 'debit' | 'credit';
  readonly pending: boolean;
  readonly counterparty?: string;
  readonly channel?: string;
  readonly category?: string;
  readonly location?: string;
};

/** An event of an account's one rising sequence. */
export type AccountEvent = Statement | Movement;
