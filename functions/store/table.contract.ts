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

/** Beginning of the partition of what the product keeps about itself; the kind follows. */
export const SYSTEM_PREFIX = 'SYS#';
/** The purposes that are paused. */
export const PAUSE_KIND = 'pause';

/**
 * All that is ever taken away, by the partition it stands in (`*`: whatever follows). Each function is granted removal
 * of what it removes and of nothing else, so that no fault of a program can take an entry out of the record.
 */
export const REMOVABLE = {
  /** Answers to an `Idempotency-Key` that came to nothing. */
  answers: 'KEY#*',
  /** Quarantined events that were taken or discarded. */
  quarantine: 'QUA#*',
  /** Pauses that are over. */
  pauses: `${SYSTEM_PREFIX}${PAUSE_KIND}`,
} as const;
export type Removable = keyof typeof REMOVABLE;

export const DUE_SHARDS = 8;
export const WORKLIST_SHARDS = 4;
