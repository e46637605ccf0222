import type { QueueSender } from '#channels/queue.ts';
import type { Account } from '#domain/account/account.ts';
import type { Case, Task } from '#domain/case/case.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { OfferBook } from '#domain/complaint/offers/move.ts';
import type { Address, Customer } from '#domain/customer/customer.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { PointId } from '#domain/ids.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Budget, SpentSoFar } from '#domain/spend/budget.ts';
import type { Instant } from '#domain/time.ts';
import type { Locale } from '#domain/words.ts';
import type { QueueOfDeployment } from '#runtime/env.contract.ts';
import type { Log } from '#runtime/log.ts';
import type { readPhone } from '#runtime/numbering/phone.ts';
import type { parseWith } from '#runtime/wire.ts';
import type { Audit } from '#store/audit.ts';
import type { CaseStore } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { ComplaintStore } from '#store/complaint-store.ts';
import type { CustomerCases } from '#store/customer-cases.ts';
import type { Op } from '#store/ledger.ts';
import type { QueueCases } from '#store/lists/queue-cases.ts';
import type { Timeline } from '#store/lists/timeline.ts';
import type { PauseStore } from '#store/operations/pause-store.ts';
import type { PersonRecord, PersonStore } from '#store/people/customer-store.ts';
import type { Registry } from '#store/people/registry.ts';
import type { PointStore } from '#store/point-store.ts';
import type { AnswerStore } from '#store/received/idempotency-store.ts';
import type { InboxStore } from '#store/received/inbox-store.ts';
import type { QuarantineStore } from '#store/received/quarantine-store.ts';
import type { TaskStore } from '#store/task-store.ts';
import type { ReplayMessage } from '../intake/replay.contract.ts';
import type { CallAsked, CaseMove, PointBefore, SealedComplaintMove, Written } from './changes.ts';
import type { Cursors } from './request/sealed-cursors.ts';

/** Everything the staff API asks of the world. */
export type ConsoleNeeds = {
  readonly cases: Pick<CaseStore, 'load' | 'loadAll' | 'task' | 'whole'>;
  readonly queueCases: QueueCases;
  readonly tasks: TaskStore;
  readonly customerCases: CustomerCases;
  readonly people: PersonStore;
  readonly registry: Pick<Registry, 'upsertCustomer' | 'upsertContact' | 'removeContact'>;
  /** Reads telephone numbers; their plans are loaded when first needed. */
  readonly phones: () => Promise<typeof readPhone>;
  /** Language of a person whose record names none. */
  readonly locale: Locale;
  readonly accounts: { readonly load: (id: string) => Promise<Account | undefined> };
  readonly points: Pick<PointStore, 'load' | 'loadAll'>;
  readonly complaints: ComplaintStore;
  /** Clocks, calendars and authority of complaints; read with the first move. */
  readonly complaintBook: () => Promise<OfferBook>;
  /** The complaint, its tasks, the contact it opens, those it ends, the customer's holds: together or not at all. */
  readonly changeComplaint: (move: SealedComplaintMove) => Promise<Written>;
  /** Wrapped key that the words of a complaint are sealed under: the customer's, else its own; undefined: it is gone. */
  readonly keyOf: (of: Complaint) => Promise<Uint8Array | undefined>;
  /** Same parts, same id. */
  readonly hashedId: (parts: readonly string[]) => string;
  readonly inbox: Pick<InboxStore, 'page'>;
  readonly quarantine: Pick<QuarantineStore, 'page' | 'get' | 'remove'>;
  /** Asks for what lies in quarantine under this id to be applied again, as whoever sent it first. */
  readonly replay: (message: ReplayMessage) => Promise<void>;
  readonly pauses: PauseStore;
  /** Every queue of the deployment, and how many messages one holds. */
  readonly queues: readonly QueueOfDeployment[];
  readonly depth: QueueSender['depth'];
  /** What texts may cost, and what the day and hour have used of it. */
  readonly budget: () => Promise<SpentSoFar & Pick<Budget, 'partsPerDay' | 'partsPerHour'>>;
  readonly audit: Audit;
  readonly answers: AnswerStore;
  readonly move: (move: CaseMove) => Promise<Written>;
  /** Puts on record that somebody read what is under this customer's or number's seal. */
  readonly noteCustomer: (person: PersonRecord, entry: EntryDraft) => Promise<Written>;
  readonly notePoint: (of: PointBefore, entry: EntryDraft) => Promise<Written>;
  /** One entry, where a snapshot or another entry names it. */
  readonly entryOf: Timeline['entry'];
  /** Notes that an emergency contact will not be asked again; undefined when that stands already. */
  readonly refuseContact: (
    of: { readonly customerId: string; readonly contactId: string },
    at: Instant,
  ) => Promise<Op | undefined>;
  /** What a move of a case adds to the calls and conversations of its customer, and of the number that was called. */
  readonly countCalls: (
    of: { readonly before: Case; readonly after: Case },
    called?: PointBefore,
  ) => Promise<readonly Op[]>;
  /** Newest entries of a customer, newest first. */
  readonly customerEntries: (customerId: string, limit: number) => Promise<readonly Entry[]>;
  readonly seal: (
    key: Uint8Array,
    at: { aggregate: 'case' | 'complaint'; id: string; seq: number },
    text: string,
  ) => Promise<Uint8Array>;
  /** What a change rests on while nobody knows this customer; undefined: they were erased. */
  readonly unknownStands: (customerId: string) => Promise<Op | undefined>;
  /** Wrapped key for words about somebody nobody knows. */
  readonly newKey: () => Promise<Uint8Array>;
  /** Text of an entry; undefined when it was sealed under another's key or the key is gone. */
  readonly open: (key: Uint8Array, entry: Entry) => Promise<string | undefined>;
  readonly askCall: (of: Case, task: Task, now: Instant) => Promise<CallAsked>;
  /** First instant from then on at which the hours of that call are open. */
  readonly callOpensAt: (of: Case, task: Task, from: Instant) => Promise<Instant>;
  readonly pointOf: (address: string) => Promise<PointId>;
  /** The app's endpoints of a customer as addresses. */
  readonly pushesOf: (of: Customer) => Promise<readonly Address[]>;
  /** Absent where every place of a list may be seen by whoever reads it. */
  readonly cursors?: Cursors;
  /** What a cursor of each list may hold. */
  readonly positions: Readonly<Record<'opened' | 'inbox' | 'worklist' | 'quarantine', RegExp>>;
  readonly book: PolicyBook;
  readonly parse: typeof parseWith;
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
  /** For what has no record of its own: who took which message out of quarantine. */
  readonly log: Pick<Log, 'info'>;
  readonly version: string;
};
