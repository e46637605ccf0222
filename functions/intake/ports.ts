import type { PolicyBook } from '#domain/policy/book.ts';
import type { Instant } from '#domain/time.ts';
import type { Locale } from '#domain/words.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import type { readPhone } from '#runtime/numbering/phone.ts';
import type { AccountStore, accountPut } from '#store/account-store.ts';
import type { CaseStore, caseChange } from '#store/case-store.ts';
import type { Advance, Change, Ledger, Op } from '#store/ledger.ts';
import type { CustomerChange, PersonStore, pointerTouch } from '#store/people/customer-store.ts';
import type { EarlyChanges, earlyOps } from '#store/people/early-change.ts';
import type { ErasedPeople } from '#store/people/erasure.ts';
import type { Registry } from '#store/people/registry.ts';
import type { PointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import type { FeedStore } from '#store/received/feed-store.ts';
import type { IdentityStore, identityPut } from '#store/received/identity-store.ts';
import type { InboxStore } from '#store/received/inbox-store.ts';
import type { lateEntry } from '#store/received/late-entry.ts';
import type { Vault } from '#store/vault/subject-keys.ts';

/** How facts are read. */
type Reads = {
  readonly cases: Pick<CaseStore, 'load' | 'loadAll' | 'task' | 'whole' | 'idsOfCustomer'>;
  readonly people: Pick<PersonStore, 'load'>;
  readonly erased: Pick<ErasedPeople, 'customer'>;
  readonly early: EarlyChanges;
  readonly points: Pick<PointStore, 'load'>;
  readonly identities: IdentityStore;
};

/** How facts are written: each gives a part of one transaction, the ledger commits it. */
type Writes = {
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly feeds: Pick<FeedStore, 'beat'>;
  /** Where staff read what is said of a customer nobody has told us of. */
  readonly inbox: Pick<InboxStore, 'put'>;
  /** An id that rises with time. */
  readonly sortable: (now: number) => string;
  readonly accountPut: typeof accountPut;
  readonly caseChange: typeof caseChange;
  readonly customerChange: (change: CustomerChange) => Promise<Advance>;
  readonly earlyOps: typeof earlyOps;
  readonly pointerTouch: typeof pointerTouch;
  readonly pointAdvance: typeof pointAdvance;
  readonly unknownPoint: typeof unknownPoint;
  readonly identityPut: typeof identityPut;
  readonly lateEntry: typeof lateEntry;
  /** Seals a text into an entry of a case under its customer's wrapped key. */
  readonly seal: (wrapped: Uint8Array, at: { caseId: string; seq: number }, text: string) => Promise<Uint8Array>;
};

/** What a normal event of an account asks of the world: it bears on no case. */
export type AccountNeeds = {
  readonly accounts: AccountStore;
  readonly sha256: (text: string) => Uint8Array;
  readonly pause: (upToMs: number) => Promise<void>;
  readonly now: () => Instant;
  readonly metrics: Meter;
};

/** The same, and the rest when an event asks for it: most never do, so it is loaded with the first that does. */
export type EventNeeds = AccountNeeds & { readonly whole: () => Promise<IntakeNeeds> };

/** Everything intake asks of the world. */
export type IntakeNeeds = AccountNeeds &
  Reads &
  Writes & {
    readonly book: PolicyBook;
    readonly caseIdOf: (of: { customerId: string; accountId?: string; kind: string; window: string }) => string;
    readonly pointOf: Vault['pointOf'];
    /** Reads telephone numbers; their plans are loaded when first needed. */
    readonly phones: () => Promise<typeof readPhone>;
    readonly wallNow: () => number;
    /** Language of people whose record does not say. */
    readonly locale: Locale;
  };

export type { Change, Op };
