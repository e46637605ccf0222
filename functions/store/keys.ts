import { DUE_SHARDS, ENTRY_PREFIX, REMOVABLE, SYSTEM_PREFIX, WORKLIST_SHARDS } from './table.contract.ts';

/**
 * The only file that concatenates `#`. Every maker is injective: parts are ids without `#` (refused here) or numbers of
 * fixed width, so no two facts share a key and `parse` undoes `make`.
 */
export type Key = { readonly pk: string; readonly sk: string };

export const SNAPSHOT = 'SNAPSHOT';
/** Wide enough for any instant and sequence, so that text order is number order. */
const INSTANT_DIGITS = 15;
const SEQ_DIGITS = 8;

function part(value: string): string {
  if (value === '' || value.includes('#')) throw new Error('key part: got an empty text or one with #, expected an id');
  return value;
}

const padded = (value: number, digits: number): string => {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error('key number: got a negative or fraction, expected a count');
  return String(value).padStart(digits, '0');
};

export type AggregateKind = 'case' | 'complaint' | 'customer' | 'point' | 'incident';
const PREFIX: Readonly<Record<AggregateKind, string>> = {
  case: 'CASE',
  complaint: 'CMP',
  customer: 'CUS',
  point: 'PT',
  incident: 'INC',
};

const KINDS = ['case', 'complaint', 'customer', 'point', 'incident'] as const satisfies readonly AggregateKind[];

/** `CASE#id` and its like: the name an aggregate has in keys, work messages and audit routes. */
export const aggregateName = (kind: AggregateKind, id: string): string => `${PREFIX[kind]}#${part(id)}`;

/** Inverse of {@link aggregateName}; undefined when the text names no aggregate. */
export function parseAggregateName(name: string): { kind: AggregateKind; id: string } | undefined {
  const [prefix, id, ...rest] = name.split('#');
  const kind = KINDS.find((key) => PREFIX[key] === prefix);
  return kind === undefined || id === undefined || id === '' || rest.length > 0 ? undefined : { kind, id };
}

/** The bare id: `x` of `CASE#x`. */
export const idOfAggregate = (name: string): string => name.slice(name.indexOf('#') + 1);

export const snapshotKey = (kind: AggregateKind, id: string): Key => ({ pk: aggregateName(kind, id), sk: SNAPSHOT });
export const entryKey = (pk: string, seq: number): Key => ({ pk, sk: `${ENTRY_PREFIX}${padded(seq, SEQ_DIGITS)}` });
export const seqOfEntry = (sk: string): number => Number(sk.slice(ENTRY_PREFIX.length));

const ACCOUNT = 'ACC#';
export const accountKey = (id: string): Key => ({ pk: `${ACCOUNT}${part(id)}`, sk: 'STATE' });
export const accountIdOf = (pk: string): string => pk.slice(ACCOUNT.length);
export const contactKey = (customerId: string, contactId: string): Key => ({
  pk: aggregateName('customer', customerId),
  sk: `CONTACT#${part(contactId)}`,
});
export const CONTACT_PREFIX = 'CONTACT#';
export const contactIdOf = (sk: string): string => sk.slice(CONTACT_PREFIX.length);
/** What changed of a customer before anybody had told of them. */
export const earlyKey = (customerId: string): Key => ({ pk: aggregateName('customer', customerId), sk: 'EARLY' });
export const taskKey = (owner: { kind: 'case' | 'complaint'; id: string }, taskId: string): Key => ({
  pk: aggregateName(owner.kind, owner.id),
  sk: `TASK#${part(taskId)}`,
});
export const TASK_PREFIX = 'TASK#';

export const MEMBER_PREFIX = 'MEMBER#';
/** A complaint that belongs to an incident. */
export const memberKey = (incidentId: string, complaintId: string): Key => ({
  pk: aggregateName('incident', incidentId),
  sk: `${MEMBER_PREFIX}${part(complaintId)}`,
});

/** Somebody who was erased, in the list that is kept beside the table. */
export const erasureKey = (customerId: string, contactId?: string): Key => ({
  pk: 'ERASED',
  sk: contactId === undefined ? part(customerId) : `${part(customerId)}#${part(contactId)}`,
});
/** Identity of an event or inbound message; source and id are hashed by the caller when they are open texts. */
export const identityKey = (source: string, id: string): Key => ({ pk: `ID#${part(source)}#${part(id)}`, sk: 'ID' });
export const systemKey = (kind: string, name: string): Key => ({ pk: `${SYSTEM_PREFIX}${part(kind)}`, sk: part(name) });
/** An event that came too late, known by a hash of its identity. */
export const lateName = (hash: string): string => `LATE#${part(hash)}`;
/** What may be removed is granted by these beginnings: table.contract.ts. */
const QUARANTINE = REMOVABLE.quarantine.slice(0, -1);
const ANSWERS = REMOVABLE.answers.slice(0, -1);
export const quarantineKey = (month: string, shard: number, id: string): Key => ({
  pk: `${QUARANTINE}${part(month)}#${padded(shard, 1)}`,
  sk: part(id),
});
export const inboxKey = (day: string, shard: number, id: string): Key => ({
  pk: `INB#${part(day)}#${padded(shard, 1)}`,
  sk: part(id),
});
/** Facts of one UTC day, counted from 1970-01-01. */
export const factsPartition = (day: number): string => `STAT#${padded(day, 6)}`;
export const factsKey = (day: number, batch: string): Key => ({ pk: factsPartition(day), sk: part(batch) });
export const answerKey = (client: string, key: string): Key => ({
  pk: `${ANSWERS}${part(client)}#${part(key)}`,
  sk: 'ANSWER',
});

/** Parts leased on one UTC day, counted from 1970-01-01, in one of its shards. */
export const spendKey = (day: number, shard: number): Key => ({
  pk: `SPEND#${padded(day, 6)}#${padded(shard, 2)}`,
  sk: 'PARTS',
});
/** Parts leased in one hour for numbers that begin alike. */
export const rangeKey = (hour: number, range: string): Key => ({
  pk: `RANGE#${padded(hour, 7)}#${part(range)}`,
  sk: 'PARTS',
});
const pacePartition = (hour: number): string => `PACE#${padded(hour, 7)}`;
/** What one member of staff did in one hour. */
export const paceKey = (hour: number, name: string): Key => ({ pk: pacePartition(hour), sk: part(name) });

/** FNV-1a over the id: the same id always falls into the same shard. */
export function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % shards;
}

export const duePartition = (lane: string, shard: number): string => `${part(lane)}#${padded(shard, 1)}`;
export const dueSort = (dueAt: number, aggregate: string): string => `${padded(dueAt, INSTANT_DIGITS)}#${aggregate}`;
/** Before everything that can fall due. */
export const dueMin = padded(0, INSTANT_DIGITS);
/** Bounds of everything due at or before an instant. */
export const dueUpTo = (instant: number): string => `${padded(instant, INSTANT_DIGITS)}#~`;
export function parseDueSort(sort: string): { dueAt: number; aggregate: string } {
  return { dueAt: Number(sort.slice(0, INSTANT_DIGITS)), aggregate: sort.slice(INSTANT_DIGITS + 1) };
}

export const dueKeys = (lane: string, aggregate: string, dueAt: number): { dq: string; ds: string } => ({
  dq: duePartition(lane, shardOf(aggregate, DUE_SHARDS)),
  ds: dueSort(dueAt, aggregate),
});

export const worklistPartition = (queue: string, state: string, shard: number): string =>
  `${part(queue)}#${part(state)}#${padded(shard, 1)}`;
export const worklistKeys = (at: {
  queue: string;
  state: string;
  id: string;
  dueAt: number;
}): { wq: string; ws: string } => ({
  wq: worklistPartition(at.queue, at.state, shardOf(at.id, WORKLIST_SHARDS)),
  ws: dueSort(at.dueAt, part(at.id)),
});
/** Last on a board: nothing is owed. Fits the digits of an instant. */
const NEVER_DUE = 10 ** INSTANT_DIGITS - 1;
/** One partition a department: a board is one question. Its complaints are hundreds of thousands, not millions. */
export const boardPartition = (department: string, resolved: boolean): string =>
  worklistPartition(department, resolved ? 'complaint-resolved' : 'complaint', 0);
/** A complaint on its department's board, soonest due first. */
export const boardKeys = (at: {
  department: string;
  resolved: boolean;
  id: string;
  dueAt: number | undefined;
}): { wq: string; ws: string } => ({
  wq: boardPartition(at.department, at.resolved),
  ws: dueSort(at.dueAt ?? NEVER_DUE, part(at.id)),
});
/** Position in a worklist: due instant, then task or case. What a cursor of the staff API may hold. */
export const WORKLIST_POSITION = /^\d{15}#[\w.:@/+=-]{1,128}$/u;
/** Position in the list of a customer: opened at, then case or complaint. */
export const OPENED_POSITION = /^\d{15}#(?:CASE|CMP)#[\w.:@/+=-]{1,64}$/u;
/** Sort of the `byCustomer` index: opened at, then the aggregate. */
export const openedSort = (openedAt: number, aggregate: string): string => dueSort(openedAt, aggregate);
/** Position in the list of erasures: customer, or customer and contact. */
export const ERASURE_POSITION = /^[\w.:@/+=-]{1,64}(?:#[\w.:@/+=-]{1,64})?$/u;
/** Instant of arrival and hashed name: what a cursor of the staff API, a replay message and a route may hold. */
export const QUARANTINE_ID = /^\d{15}\.[A-Za-z0-9_-]{22}$/u;
/** Position in the inbox: day and message. */
export const INBOX_POSITION = /^\d{4}-\d{2}-\d{2} [0-9A-Za-z._-]{1,64}$/u;
