import type { Home } from '#domain/complaint/home.ts';
import type { receiveComplaint } from '#domain/complaint/life/receive.ts';
import type { OfferBook } from '#domain/complaint/offers/move.ts';
import type { Triage } from '#domain/complaint/triage/verdict.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { PointId } from '#domain/ids.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { meantForComplaint } from '#domain/reply/complaint-contact.ts';
import type { Grammar } from '#domain/reply/grammar.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import type { Instant } from '#domain/time.ts';
import type { Locale, Trust } from '#domain/words.ts';
import type { caseIdOf, hashedId, Ids } from '#runtime/ids.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import type { CaseStore, caseChange } from '#store/case-store.ts';
import type { ComplaintStore } from '#store/complaint-store.ts';
import type { ComplaintMoveInput, ComplaintWrites } from '#store/complaints/complaint-change.ts';
import type { AggregateKind } from '#store/keys.ts';
import type { Ledger, Op } from '#store/ledger.ts';
import type { ContactRecord, PersonStore } from '#store/people/customer-store.ts';
import type { PointStore, pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import type { IdentityStore, identityPut } from '#store/received/identity-store.ts';
import type { InboxStore } from '#store/received/inbox-store.ts';
import type { WebhookChannel } from './webhooks.contract.ts';

/** A message that came in, as replies look at it. */
export type Message = {
  /** The provider's id of it. */
  readonly id: string;
  readonly channel: HeardBy;
  /** What makes it one message: each is taken once, the first names the delivery, a second the message inside. */
  readonly identities: readonly { readonly source: string; readonly id: string }[];
  /** Number, mail address, or name in a channel. */
  readonly address: Sensitive<string>;
  readonly point: PointId;
  /** What was typed, without what no record can hold and without what it quotes. */
  readonly text: Sensitive<string>;
  /** Business instant at which it came in. */
  readonly at: Instant;
  /** How far a customer is believed who writes this way. */
  readonly trust: Trust;
  readonly answeredMessageId?: string;
  /** Reference beside the words: in the subject of a mail. */
  readonly token?: string;
  /** Whom the channel has signed in. */
  readonly customerId?: string;
  /** Language it is written in, where it tells. */
  readonly locale?: Locale;
  /** Keyed hash of address and text: the same id with another is another message. */
  readonly hash: Uint8Array;
};

/** How a message came in. */
export type HeardBy = 'sms' | WebhookChannel;

/** The store as replies use it: strong reads, and the writes that a change is made of. */
export type ReplyStore = {
  readonly points: Pick<PointStore, 'load'>;
  readonly cases: Pick<CaseStore, 'load' | 'loadAll' | 'task'>;
  readonly people: PersonStore;
  readonly identities: IdentityStore;
  readonly inbox: Pick<InboxStore, 'put'>;
  readonly ledger: Ledger;
  readonly caseChange: typeof caseChange;
  readonly complaints: Pick<ComplaintStore, 'load'>;
  readonly contactPut: (before: ContactRecord, after: ContactRecord['contact']) => Promise<Op>;
  readonly unknownPoint: typeof unknownPoint;
  readonly pointTouch: typeof pointTouch;
  readonly pointAdvance: typeof pointAdvance;
  readonly identityPut: typeof identityPut;
  /** Seals a text into an entry under a subject's key. */
  readonly seal: (
    wrappedKey: Uint8Array,
    at: { readonly kind: AggregateKind; readonly id: string; readonly seq: number },
    text: string,
  ) => Promise<Uint8Array>;
  /** Wrapped key for a number that has none yet. */
  readonly newKey: () => Promise<NonNullable<ContactPoint['key']>>;
};

/** What complaints are judged by: read when the first one comes, because most texts are none. */
export type ComplaintRules = {
  readonly triage: Triage;
  readonly book: OfferBook;
  readonly receive: typeof receiveComplaint;
  readonly meant: typeof meantForComplaint;
  /** A move as writes: the complaint, its tasks, what it holds on the customer. */
  readonly change: (move: ComplaintMoveInput) => Promise<ComplaintWrites>;
};

export type ReplyNeeds = {
  readonly store: ReplyStore;
  readonly book: PolicyBook;
  /** How texts are read: its dictionaries are loaded when the first one comes. */
  readonly grammar: () => Promise<Grammar>;
  readonly complaints: () => Promise<ComplaintRules>;
  /** Law and zone of people whose record does not say. */
  readonly home: () => Home;
  /** SHA-256 in hexadecimal. */
  readonly hash: (text: string) => string;
  /** Keyed hash of a number, or of any text that must not be guessed from its hash. */
  readonly pointOf: (text: string) => Promise<PointId>;
  readonly ids: Pick<Ids, 'sortable'> & {
    readonly caseIdOf: typeof caseIdOf;
    readonly hashedId: typeof hashedId;
  };
  readonly count: Meter['count'];
  readonly now: () => Instant;
  readonly wallNow: () => number;
};
