import * as v from 'valibot';
import {
  Count,
  fits,
  Id,
  Money,
  OpenString,
  Purpose,
  Sequence,
  Severity,
  SignedMoney,
  Time,
  textUpTo,
} from './fields.contract.ts';
import { ContactRecord, ContactRemoval, CustomerRecord } from './registry.contract.ts';

/** Source: docs/behaviour.md, Sizes. */
export const MAX_EVENTS = 100;
export const MAX_EVENT_BYTES = 64 * 1_024;
const MAX_EVIDENCE_BYTES = 4 * 1_024;

/** The two media types of CloudEvents over HTTP. Source: CloudEvents HTTP binding 1.0.2, §3.2 and §3.3. */
export const STRUCTURED = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';

/** A URI reference or an opaque id of the producer: printable, no spaces. */
const Mark = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/u), v.description('1 to 128 printable characters'));

const ofAccount = { accountId: Id, customerId: Id, sequence: Sequence };
const overdue = {
  ...ofAccount,
  overdueAmount: v.exactOptional(Money),
  daysPastDue: v.exactOptional(Count(36_500)),
  asOf: Time,
};

export const AccountStateChanged = v.strictObject({
  ...overdue,
  product: v.exactOptional(OpenString),
  status: v.exactOptional(OpenString),
  balance: v.exactOptional(SignedMoney),
});
export const TransactionPosted = v.strictObject({
  ...ofAccount,
  transactionId: Id,
  amount: Money,
  direction: v.picklist(['debit', 'credit']),
  status: v.exactOptional(v.picklist(['pending', 'posted'])),
  counterparty: v.exactOptional(textUpTo(128)),
  channel: v.exactOptional(OpenString),
  category: v.exactOptional(OpenString),
  location: v.exactOptional(OpenString),
  postedAt: Time,
});
export const Overdue = v.strictObject(overdue);

/** What a sender may decide itself; else the policy of the kind does. */
const decided = {
  purpose: v.exactOptional(Purpose),
  severity: v.exactOptional(Severity),
  at: v.exactOptional(Time),
};

const jsonBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
const Evidence = v.pipe(
  v.union([textUpTo(4_000), v.array(v.unknown()), v.record(v.string(), v.unknown())]),
  fits((value) => jsonBytes(value) <= MAX_EVIDENCE_BYTES, `at most ${MAX_EVIDENCE_BYTES} bytes`),
  v.description('At most 4 KB of JSON'),
);

export const AnomalyReported = v.strictObject({
  customerId: Id,
  accountId: v.exactOptional(Id),
  kind: OpenString,
  evidence: v.exactOptional(Evidence),
  amount: v.exactOptional(Money),
  ...decided,
});
export const HelpRequested = v.strictObject({
  customerId: Id,
  kind: OpenString,
  note: v.exactOptional(textUpTo(4_000)),
  location: v.exactOptional(OpenString),
  ...decided,
});
export const CustomerUnreachable = v.strictObject({
  customerId: Id,
  reason: v.exactOptional(OpenString),
  kind: v.exactOptional(OpenString),
  ...decided,
});
export const ProfileChanged = v.strictObject({
  customerId: Id,
  field: v.picklist(['phone', 'mail', 'address', 'password', 'device']),
  at: Time,
});
export const DeliveryFailed = v.strictObject({
  address: textUpTo(254),
  customerId: v.exactOptional(Id),
  reason: v.exactOptional(OpenString),
  at: Time,
});
export const EventRetracted = v.strictObject({
  source: Mark,
  id: Mark,
  customerId: Id,
  accountId: v.exactOptional(Id),
  reason: v.exactOptional(textUpTo(256)),
});
export const FeedHeartbeat = v.strictObject({ asOf: Time });

/** Every type and the schema of its data. */
export const EVENT_DATA = {
  'liaison.customer.upserted.v1': CustomerRecord,
  'liaison.contact.upserted.v1': ContactRecord,
  'liaison.contact.removed.v1': ContactRemoval,
  'liaison.account.state-changed.v1': AccountStateChanged,
  'liaison.account.transaction-posted.v1': TransactionPosted,
  'liaison.account.overdue-flagged.v1': Overdue,
  'liaison.account.overdue-cleared.v1': Overdue,
  'liaison.customer.profile-changed.v1': ProfileChanged,
  'liaison.customer.help-requested.v1': HelpRequested,
  'liaison.customer.unreachable.v1': CustomerUnreachable,
  'liaison.anomaly.reported.v1': AnomalyReported,
  'liaison.contact-point.delivery-failed.v1': DeliveryFailed,
  'liaison.event.retracted.v1': EventRetracted,
  'liaison.feed.heartbeat.v1': FeedHeartbeat,
} as const;
export type EventType = keyof typeof EVENT_DATA;

/** An extension's value. Source: CloudEvents 1.0.2, type system. */
const Extension = v.union([v.pipe(v.string(), v.maxLength(1_024)), v.number(), v.boolean(), v.null()]);

/** A CloudEvent 1.0 of one type: our data is strict, the envelope may carry extensions. */
const event = <const T extends EventType>(type: T) =>
  v.objectWithRest(
    {
      specversion: v.literal('1.0'),
      id: Mark,
      source: Mark,
      type: v.literal(type),
      time: v.exactOptional(Time),
      subject: v.exactOptional(textUpTo(256)),
      datacontenttype: v.exactOptional(v.pipe(v.string(), v.regex(/^application\/(?:[\w.-]+\+)?json(?:;.*)?$/iu))),
      dataschema: v.exactOptional(v.pipe(v.string(), v.maxLength(256))),
      data: EVENT_DATA[type],
    },
    Extension,
  );

/** Events that share the account's rising sequence; (account, sequence) is their identity. */
export const AccountEvents = v.variant('type', [
  event('liaison.account.state-changed.v1'),
  event('liaison.account.transaction-posted.v1'),
  event('liaison.account.overdue-flagged.v1'),
  event('liaison.account.overdue-cleared.v1'),
]);
/** All others; (source, id) is their identity. */
export const OtherEvents = v.variant('type', [
  event('liaison.customer.upserted.v1'),
  event('liaison.contact.upserted.v1'),
  event('liaison.contact.removed.v1'),
  event('liaison.customer.profile-changed.v1'),
  event('liaison.customer.help-requested.v1'),
  event('liaison.customer.unreachable.v1'),
  event('liaison.anomaly.reported.v1'),
  event('liaison.contact-point.delivery-failed.v1'),
  event('liaison.event.retracted.v1'),
  event('liaison.feed.heartbeat.v1'),
]);
export const BankEvent = v.variant('type', [AccountEvents, OtherEvents]);
export type BankEvent = v.InferOutput<typeof BankEvent>;
export type AccountBankEvent = v.InferOutput<typeof AccountEvents>;
/** An event of one type. */
export type EventOf<T extends EventType> = Extract<BankEvent, { type: T }>;

/** A refused event of a batch: its place, its id where it had one, and why. */
export const Rejection = v.object({
  index: v.number(),
  id: v.exactOptional(v.string()),
  code: v.string(),
  issues: v.exactOptional(v.array(v.object({ pointer: v.string(), detail: v.string() }))),
});
/** Answer of `POST /v1/events`. */
export const EventsAnswer = v.object({
  accepted: v.number(),
  duplicates: v.number(),
  rejected: v.array(Rejection),
});
export type EventsAnswer = v.InferOutput<typeof EventsAnswer>;
