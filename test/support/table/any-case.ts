import fc from 'fast-check';
import type { Attempt, Case, Held, Reason, Task } from '#domain/case/case.ts';
import type { TaskTimer } from '#domain/task/timer.ts';
import {
  ATTEMPT_STATES,
  AUDIENCES,
  CALL_STATES,
  CASE_STATUSES,
  CHANNELS,
  DEPARTMENTS,
  LANES,
  OUTCOMES,
  PURPOSES,
  RECEIPTS,
  RULE_IDS,
  SEVERITIES,
  TASK_KINDS,
  TASK_STATES,
} from '#domain/words.ts';
import { anyAbout } from './any-offer.ts';
import { anyOf } from './fields.ts';

const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
const ids = fc.oneof(fc.stringMatching(/^[a-z2-7]{20}$/u), fc.stringMatching(/^[\w.:@/+=-]{1,64}$/u));
const word = fc.string({ unit: 'grapheme', maxLength: 40 });
const points = fc.oneof(
  fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.stringMatching(/^[\w-]{1,22}$/u),
);

const anyReason = anyOf<Reason>(
  {
    code: word,
    source: word,
    eventId: word,
    at: moment,
    accountId: fc.oneof(ids, fc.constant('a1')),
    sequence: fc.maxSafeNat(),
    amount: fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('CNY', 'USD') }),
    tail: fc.stringMatching(/^\d{4}$/u),
  },
  ['code', 'source', 'eventId', 'at'],
);

const anyAttempt = anyOf<Attempt>(
  {
    n: fc.nat({ max: 99 }),
    step: fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/u),
    channel: fc.constantFrom(...CHANNELS),
    audience: fc.constantFrom(...AUDIENCES),
    contactId: ids,
    point: points,
    state: fc.constantFrom(...ATTEMPT_STATES, ...CALL_STATES),
    rule: fc.constantFrom(...RULE_IDS),
    at: moment,
    until: moment,
    receipt: fc.constantFrom(...RECEIPTS),
    message: fc.integer({ min: 1, max: 2 ** 28 - 1 }),
    decisionSeq: fc.nat({ max: 9_999 }),
    answer: fc.constant(true),
    refused: fc.constant(true),
  },
  ['n', 'step', 'channel', 'audience', 'state', 'at'],
);

const anyHeld: fc.Arbitrary<Held> = fc.record({
  since: moment,
  ruleIds: fc.subarray([...RULE_IDS], { maxLength: 4 }),
  recheckAt: moment,
  cause: word,
  rechecks: fc.nat({ max: 3 }),
});

const flag = fc.constant(true);

/** Timers of tasks of this aggregate: their ids begin with its own. */
export const ownTimers = <T extends { readonly id: string; readonly timers?: readonly TaskTimer[] }>(of: T): T =>
  of.timers === undefined ? of : { ...of, timers: of.timers.map((one, n) => ({ ...one, task: `${of.id}.t${n + 1}` })) };

export const anyTimers = fc.array(fc.record({ task: fc.constant(''), at: moment }), { minLength: 1, maxLength: 4 });

/** Any case that the rules could produce, and many more. */
export const anyCase = anyOf<Case>(
  {
    id: ids,
    version: fc.nat(),
    customerId: ids,
    accountId: fc.oneof(ids, fc.constant('a1')),
    kind: word,
    purpose: fc.constantFrom(...PURPOSES),
    severity: fc.constantFrom(...SEVERITIES),
    lane: fc.constantFrom(...LANES),
    department: fc.constantFrom(...DEPARTMENTS),
    status: fc.constantFrom(...CASE_STATUSES),
    outcome: fc.constantFrom(...OUTCOMES),
    openedAt: moment,
    plan: fc.record({ id: word, version: fc.nat({ max: 99 }) }),
    step: fc.nat({ max: 9 }),
    round: fc.nat({ max: 9 }),
    dueAt: moment,
    reason: anyReason,
    attempts: fc.array(anyAttempt, { maxLength: 8 }),
    attemptCount: fc.nat({ max: 99 }),
    uncounted: fc.nat({ max: 99 }),
    dials: fc.array(moment, { maxLength: 8 }),
    talks: fc.array(moment, { maxLength: 8 }),
    held: anyHeld,
    token: fc.constantFrom('4K', '9X'),
    clarified: flag,
    protectiveHold: flag,
    proofAt: moment,
    heardAt: moment,
    taskId: ids,
    timers: anyTimers,
    resolvedAt: moment,
    mergedCount: fc.nat({ max: 999 }),
    joinedAmount: fc.record({ minor: fc.maxSafeNat(), currency: fc.constantFrom('CNY', 'USD') }),
    wrongful: flag,
    complaintId: ids,
    about: anyAbout,
    key: fc.uint8Array({ minLength: 1, maxLength: 65 }),
  },
  [
    'id',
    'version',
    'customerId',
    'kind',
    'purpose',
    'severity',
    'lane',
    'department',
    'status',
    'openedAt',
    'plan',
    'step',
    'round',
    'reason',
    'attempts',
    'attemptCount',
    'mergedCount',
  ],
).map(ownTimers);

export const anyTask = anyOf<Task>(
  {
    id: ids,
    caseId: ids,
    complaintId: ids,
    customerId: ids,
    kind: fc.constantFrom(...TASK_KINDS),
    state: fc.constantFrom(...TASK_STATES),
    queue: fc.constantFrom(...DEPARTMENTS),
    audience: fc.constantFrom(...AUDIENCES),
    contactId: ids,
    attempt: fc.nat({ max: 99 }),
    assignee: word,
    dueAt: moment,
    notBefore: moment,
    claimBy: moment,
    leaseUntil: moment,
    severity: fc.constantFrom(...SEVERITIES),
    tries: fc.nat({ max: 9 }),
    maxTries: fc.nat({ max: 9 }),
    note: word,
    askedBy: word,
    escalated: flag,
    reminders: fc.nat({ max: 9 }),
    createdAt: moment,
    decisionSeq: fc.nat({ max: 99 }),
  },
  ['id', 'customerId', 'kind', 'state', 'queue', 'audience', 'dueAt', 'severity', 'tries', 'maxTries', 'createdAt'],
);
