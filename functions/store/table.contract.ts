/** Names of the one table, shared by `lib` (which builds it) and the store (which asks it). */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Wall-time seconds; readers filter by the business expiry beside it. */
  expiry: 'exp',
} as const;

export const INDEX = {
  /** All cases and complaints of a customer, newest last. */
  byCustomer: { name: 'byCustomer', partitionKey: 'cu', sortKey: 'oa', include: ['pu'] },
  /** Tasks, cases and complaints of a queue by due time. */
  worklist: { name: 'worklist', partitionKey: 'wq', sortKey: 'ws' },
  /** What is due in a lane's shard: the only timer. */
  due: { name: 'due', partitionKey: 'dq', sortKey: 'ds' },
} as const;

/** Sort-key prefix of timeline entries; the stream filter and the relay rely on it. */
export const ENTRY_PREFIX = 'E#';

export const DUE_SHARDS = 8;
export const WORKLIST_SHARDS = 4;
