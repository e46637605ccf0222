import { DEFAULT_SOURCE } from '../doors/read-events.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { testPhone } from './customers.ts';
import type { Row } from './records.ts';

/** An event of a file, ready to be pushed. */
export interface FileEvent {
  readonly id: string;
  /** The type as the contract names it. */
  readonly type: string;
  readonly customerId: string;
  /** Set where the account's sequence is its identity. */
  readonly accountId?: string;
  /** RFC 3339, as the file has it. */
  readonly time: string;
  readonly deliveredAt: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A file of account events: `sim.csv.gz` has many types and delivery times, `fdh.csv.gz` card transactions alone. */
export type FileShape = 'sim' | 'fdh';

export const CURRENCY_OF_CARDS = 'CNY';
const simColumns = ['event_id', 'customer_id', 'account_id', 'type', 'time', 'delivered_at', 'amount'];
const fdhColumns = ['event_id', 'customer_id', 'time', 'amount', 'payee_id'];

/** Which shape a file has. Refuses what has neither's columns, naming those that are missing. */
export function shapeOf(row: Row | undefined): FileShape {
  const has = (columns: readonly string[]): boolean => columns.every((name) => row !== undefined && name in row);
  if (has(simColumns)) return 'sim';
  if (has(fdhColumns)) return 'fdh';
  const missing = simColumns.filter((name) => row === undefined || !(name in row));
  throw new LocalStageFailure(
    `The file lacks the columns ${missing.join(', ')}; replay reads files shaped like sim.csv or fdh.csv.`,
  );
}

/** The events of a file's rows, in the order of the file, without the labels it may carry. */
export function eventsOf(rows: readonly Row[]): readonly FileEvent[] {
  const shape = shapeOf(rows[0]);
  const sequences = sequencesOf(rows, shape);
  return rows.map((row) => (shape === 'fdh' ? cardEvent(row, sequences) : simEvent(row, sequences)));
}

const field = (row: Row, name: string): string => row[name] ?? '';
const accountOf = (row: Row, shape: FileShape): string =>
  shape === 'fdh' ? field(row, 'customer_id') : field(row, 'account_id');

/** Types that share the account's rising sequence. */
const typeOf: Readonly<Record<string, string>> = {
  'transaction.posted': 'liaison.account.transaction-posted.v1',
  'loan.overdue_flagged': 'liaison.account.overdue-flagged.v1',
  'loan.repaid': 'liaison.account.overdue-cleared.v1',
};

/**
 * Event id → sequence: its rank by time, then id, among its account's sequenced events. Ranked over the whole file, so that
 * a part of it, replayed first, does not give other numbers than the whole.
 */
function sequencesOf(rows: readonly Row[], shape: FileShape): ReadonlyMap<string, number> {
  const sequenced = rows.filter((row) => shape === 'fdh' || field(row, 'type') in typeOf);
  const byAccount = Map.groupBy(sequenced, (row) => accountOf(row, shape));
  const ranks = new Map<string, number>();
  for (const members of byAccount.values()) {
    const ordered = members
      .map((row) => ({ id: field(row, 'event_id'), at: instantOf(row, 'time') }))
      .toSorted((one, other) => (one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at - other.at));
    for (const [index, { id }] of ordered.entries()) ranks.set(id, index + 1);
  }
  return ranks;
}

function instantOf(row: Row, name: string): number {
  const at = Date.parse(field(row, name));
  if (Number.isNaN(at)) {
    throw new LocalStageFailure(`Event ${field(row, 'event_id')} has no time in ${name}: ${field(row, name)}.`);
  }
  return at;
}

type Sequences = ReadonlyMap<string, number>;

function cardEvent(row: Row, sequences: Sequences): FileEvent {
  const customerId = field(row, 'customer_id');
  const account = { accountId: customerId, customerId, sequence: sequences.get(field(row, 'event_id')) };
  const data = {
    ...account,
    transactionId: field(row, 'event_id'),
    amount: { amount: decimals(field(row, 'amount')), currency: CURRENCY_OF_CARDS },
    direction: 'debit',
    counterparty: field(row, 'payee_id'),
    channel: 'card',
    postedAt: field(row, 'time'),
  };
  return { ...baseOf(row, typeOf['transaction.posted'] ?? '', 'time'), accountId: customerId, data };
}

function simEvent(row: Row, sequences: Sequences): FileEvent {
  const accountId = field(row, 'account_id');
  const account = { accountId, customerId: field(row, 'customer_id'), sequence: sequences.get(field(row, 'event_id')) };
  const type = field(row, 'type');
  const sequenced = typeOf[type];
  if (sequenced !== undefined) {
    const data = type === 'transaction.posted' ? transactionData(row) : overdueData(row, type);
    return { ...baseOf(row, sequenced, 'delivered_at'), accountId, data: { ...account, ...data } };
  }
  const told = otherTypes[type];
  if (told === undefined)
    throw new LocalStageFailure(`Event ${field(row, 'event_id')} has the type ${type}, which replay does not know.`);
  return { ...baseOf(row, told.type, 'delivered_at'), data: told.data(row) };
}

function baseOf(row: Row, type: string, delivered: string): Omit<FileEvent, 'data'> {
  return {
    id: field(row, 'event_id'),
    type,
    customerId: field(row, 'customer_id'),
    time: field(row, 'time'),
    deliveredAt: instantOf(row, delivered),
  };
}

/** `16.8` is 16.80: the door wants the decimals the currency has at most, and a fixed form keeps repeats equal. */
const decimals = (amount: string): string => Number(amount).toFixed(2);
const optional = (name: string, value: string): Record<string, string> => (value === '' ? {} : { [name]: value });
const placeOf = (row: Row): string => (field(row, 'lat') === '' ? '' : `${field(row, 'lat')},${field(row, 'lon')}`);
const moneyOf = (row: Row) => ({ amount: decimals(field(row, 'amount')), currency: field(row, 'currency') });

const transactionData = (row: Row) => ({
  transactionId: field(row, 'event_id'),
  amount: moneyOf(row),
  direction: 'debit',
  ...optional('counterparty', field(row, 'payee_id')),
  ...optional('channel', field(row, 'channel')),
  ...optional('category', field(row, 'category')),
  ...optional('location', placeOf(row)),
  postedAt: field(row, 'time'),
});

function overdueData(row: Row, type: string) {
  const asOf = field(row, 'time');
  const zero = { overdueAmount: { amount: '0.00', currency: field(row, 'currency') }, daysPastDue: 0 };
  if (type === 'loan.repaid') return { ...zero, asOf };
  return { overdueAmount: moneyOf(row), daysPastDue: daysPastDue(row), asOf };
}

/** Whole days from `due=2024-07-03` to the event, in the event's own zone. */
function daysPastDue(row: Row): number {
  const due = Date.parse(field(row, 'detail').replace('due=', ''));
  const day = Date.parse(field(row, 'time').slice(0, 10));
  const days = Math.round((day - due) / (24 * 3_600_000));
  return Number.isNaN(days) ? 1 : Math.max(1, days);
}

interface OtherType {
  readonly type: string;
  readonly data: (row: Row) => Readonly<Record<string, unknown>>;
}

const otherTypes: Readonly<Record<string, OtherType>> = {
  'profile.changed': {
    type: 'liaison.customer.profile-changed.v1',
    data: (row) => ({
      customerId: field(row, 'customer_id'),
      field: field(row, 'detail') === 'email' ? 'mail' : field(row, 'detail'),
      at: field(row, 'time'),
    }),
  },
  'help.requested': {
    type: 'liaison.customer.help-requested.v1',
    data: (row) => ({
      customerId: field(row, 'customer_id'),
      kind: field(row, 'detail'),
      ...optional('location', placeOf(row)),
      at: field(row, 'time'),
    }),
  },
  'contact.delivery_failed': {
    type: 'liaison.contact-point.delivery-failed.v1',
    data: (row) => ({
      address: testPhone(field(row, 'customer_id')),
      customerId: field(row, 'customer_id'),
      ...optional('reason', field(row, 'detail')),
      at: field(row, 'time'),
    }),
  },
};

/** As the door takes it. */
export const cloudEventOf = ({ id, type, time, data }: FileEvent): Readonly<Record<string, unknown>> => ({
  specversion: '1.0',
  id,
  source: DEFAULT_SOURCE,
  type,
  time,
  data,
});
