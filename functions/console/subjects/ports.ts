import type { Retention } from '#domain/subject/holds.ts';
import type { complaintAdvance } from '#store/complaint-store.ts';
import type { Advance, Change } from '#store/ledger.ts';
import type { CustomerChange } from '#store/people/customer-store.ts';
import type {
  contactErased,
  customerErased,
  ErasedPeople,
  legalHoldLifted,
  legalHoldPut,
  noLegalHold,
} from '#store/people/erasure.ts';
import type { ErasureList } from '#store/people/erasure-list.ts';
import type { ErasureOrders } from '#store/people/erasure-orders.ts';
import type { pointAdvance } from '#store/point-store.ts';
import type { Written } from '../changes.ts';
import type { ConsoleNeeds } from '../ports.ts';

/** How each part of an erasure is written; the ledger commits them together. */
type Writes = {
  readonly commit: (change: Change) => Promise<Written>;
  readonly customerErased: typeof customerErased;
  readonly contactErased: typeof contactErased;
  readonly noLegalHold: typeof noLegalHold;
  readonly legalHoldPut: typeof legalHoldPut;
  readonly legalHoldLifted: typeof legalHoldLifted;
  readonly pointAdvance: typeof pointAdvance;
  readonly complaintAdvance: typeof complaintAdvance;
  readonly customerChange: (change: CustomerChange) => Promise<Advance>;
  /** Seals words into the next entry of a customer, under the customer's key. */
  readonly sealForCustomer: (key: Uint8Array, at: { id: string; seq: number }, text: string) => Promise<Uint8Array>;
};

/** Everything the privacy desk's routes ask of the world. */
export type PrivacyNeeds = Writes &
  Pick<
    ConsoleNeeds,
    | 'accounts'
    | 'answers'
    | 'book'
    | 'cases'
    | 'complaints'
    | 'cursors'
    | 'customerCases'
    | 'customerEntries'
    | 'entryOf'
    | 'inbox'
    | 'move'
    | 'now'
    | 'open'
    | 'parse'
    | 'pause'
    | 'people'
    | 'points'
    | 'pushesOf'
  > & {
    readonly retention: Retention;
    readonly erased: ErasedPeople;
    readonly list: ErasureList;
    readonly orders: ErasureOrders;
    /** An id that rises with time. */
    readonly sortable: (now: number) => string;
    readonly wallNow: () => number;
    /** Takes so many persons from what one member of staff may erase alone in a day; false: not so many are left. */
    readonly countAlone: (staff: string, persons: number) => Promise<boolean>;
    /** What a cursor of the list may hold. */
    readonly positions: { readonly erasures: RegExp };
  };
