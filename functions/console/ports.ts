import type { Account } from '#domain/account/account.ts';
import type { Case, Task } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import type { Allow, Verdict } from '#domain/contact/evidence.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { PointId } from '#domain/ids.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import type { Instant } from '#domain/time.ts';
import type { DisclosureLevel } from '#domain/words.ts';
import type { parseWith } from '#runtime/wire.ts';
import type { Audit } from '#store/audit.ts';
import type { CaseStore } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { CustomerCases } from '#store/customer-cases.ts';
import type { Op, Stored } from '#store/ledger.ts';
import type { PointStore } from '#store/point-store.ts';
import type { AnswerStore } from '#store/received/idempotency-store.ts';
import type { InboxStore } from '#store/received/inbox-store.ts';
import type { TaskStore } from '#store/task-store.ts';

/** A customer with the emergency contacts and the wrapped key their texts are sealed with. */
export type Person = {
  readonly customer: Stored<Customer>;
  readonly key: Uint8Array;
  readonly contacts: readonly EmergencyContact[];
};

/** What a move of a case writes: the transition, a text for its entry, conditions it rests on. */
export type CaseMove = {
  readonly from: Stored<Case>;
  readonly transition: Transition;
  readonly sealed?: Uint8Array;
  readonly also?: readonly Op[];
};
export type Written = 'committed' | 'stale';

/** What may be said on a call the gate allowed, and what the claim of it has to find unchanged. */
export type AllowedCall = {
  readonly verdict: Allow;
  readonly number: Sensitive<string>;
  readonly level: DisclosureLevel;
  readonly script: Sensitive<string>;
  readonly voicemail: Sensitive<string>;
  readonly templateId: string;
  readonly textHash: string;
  readonly also: readonly Op[];
};
export type CallAsked = AllowedCall | { readonly refused: Verdict } | { readonly missing: 'plan' | 'text' };

/** Everything the staff API asks of the world. */
export type ConsoleNeeds = {
  readonly cases: Pick<CaseStore, 'load' | 'loadAll' | 'task' | 'whole'>;
  readonly tasks: TaskStore;
  readonly customerCases: CustomerCases;
  readonly people: { readonly load: (customerId: string) => Promise<Person | undefined> };
  readonly accounts: { readonly load: (id: string) => Promise<Account | undefined> };
  readonly points: Pick<PointStore, 'load' | 'loadAll'>;
  readonly inbox: Pick<InboxStore, 'page'>;
  readonly audit: Audit;
  readonly answers: AnswerStore;
  readonly move: (move: CaseMove) => Promise<Written>;
  /** Puts on record that somebody read what is under this customer's or number's seal. */
  readonly noteCustomer: (person: Person, entry: EntryDraft) => Promise<Written>;
  readonly notePoint: (point: Stored<ContactPoint>, entry: EntryDraft) => Promise<Written>;
  /** Newest entries of a customer, newest first. */
  readonly customerEntries: (customerId: string, limit: number) => Promise<readonly Entry[]>;
  readonly seal: (
    key: Uint8Array,
    at: { aggregate: 'case'; id: string; seq: number },
    text: string,
  ) => Promise<Uint8Array>;
  /** Text of an entry; undefined when it was sealed under another's key or the key is gone. */
  readonly open: (key: Uint8Array, entry: Entry) => Promise<string | undefined>;
  readonly askCall: (of: Case, task: Task, now: Instant) => Promise<CallAsked>;
  readonly pointOf: (address: string) => Promise<PointId>;
  readonly book: PolicyBook;
  readonly parse: typeof parseWith;
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
  readonly version: string;
};
