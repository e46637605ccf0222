import fc from 'fast-check';
import { CLOCK_KINDS, CLOCK_STATES, type Clock, PAUSE_CAUSES, type Pause } from '#domain/complaint/clock.ts';
import {
  type Agreement,
  COMPLAINT_CATEGORIES,
  COMPLAINT_FLAGS,
  COMPLAINT_KINDS,
  COMPLAINT_SEVERITIES,
  type Complaint,
  DECISIONS,
  type Decision,
  type FollowUp,
  type Link,
} from '#domain/complaint/complaint.ts';
import type { Round } from '#domain/complaint/rounds.ts';
import { pointId } from '#domain/ids.ts';
import {
  AUDIENCES,
  COMPLAINT_CHANNELS,
  COMPLAINT_STAGES,
  COMPLAINT_STATUSES,
  DEPARTMENTS,
  JURISDICTIONS,
  LANES,
  LOCALES,
  ROLES,
} from '#domain/words.ts';
import { anyTimers, ownTimers } from './any-case.ts';
import { anyOffer, moment, money } from './any-offer.ts';
import { anyOf } from './fields.ts';

const id = fc.oneof(fc.stringMatching(/^[a-z2-7]{20}$/u), fc.stringMatching(/^[\w.:@/=-]{1,40}$/u));
const word = fc.string({ unit: 'grapheme', maxLength: 20 });

const anyClock = anyOf<Clock>(
  {
    policy: word,
    version: fc.nat({ max: 99 }),
    kind: fc.constantFrom(...CLOCK_KINDS),
    startedAt: moment,
    dueAt: moment,
    state: fc.constantFrom(...CLOCK_STATES),
    pauses: fc.array(
      anyOf<Pause>({ from: moment, to: moment, cause: fc.constantFrom(...PAUSE_CAUSES) }, ['from', 'cause']),
      { maxLength: 2 },
    ),
    extensions: fc.array(
      fc.record({ days: fc.nat({ max: 99 }), approver: word, role: fc.constantFrom(...ROLES), at: moment }),
      { maxLength: 2 },
    ),
    endedAt: moment,
    told: fc.nat({ max: 9 }),
    round: fc.nat({ max: 9 }),
  },
  ['policy', 'version', 'kind', 'startedAt', 'dueAt', 'state', 'pauses', 'extensions', 'told'],
);

const anyDecision = anyOf<Decision>(
  { decision: fc.constantFrom(...DECISIONS), closureCode: word, at: moment, seq: fc.nat({ max: 999 }), of: id },
  ['decision', 'closureCode', 'at', 'seq'],
);

const anyFollowUp = anyOf<FollowUp>(
  { caseId: id, plannedFor: moment, rating: fc.constantFrom(1, 2, 3, 4, 5), ratedAt: moment },
  ['plannedFor'],
);

const anyAgreement = anyOf<Agreement>(
  { id, offerId: id, seq: fc.nat({ max: 999 }), at: moment, heard: fc.constant(true as const), value: money },
  ['id', 'offerId', 'seq', 'at'],
);

const anyLink = anyOf<Link>({ complaintId: id, relation: word, alike: fc.constant(true as const) }, [
  'complaintId',
  'relation',
]);

const anyRound = anyOf<Round>(
  { decidedAt: moment, resolvedAt: moment, askedAt: moment, ratedAt: moment, reopenedAt: moment },
  ['reopenedAt'],
);

/** Any complaint that the rules could produce, and many more. */
export const anyComplaint = anyOf<Complaint>(
  {
    id,
    version: fc.nat({ max: 9_999 }),
    customerId: id,
    contactId: id,
    audience: fc.constantFrom(...AUDIENCES),
    channel: fc.constantFrom(...COMPLAINT_CHANNELS),
    locale: fc.constantFrom(...LOCALES),
    jurisdiction: fc.constantFrom(...JURISDICTIONS),
    timezone: fc.constantFrom('Asia/Shanghai', 'Europe/London'),
    point: fc
      .uint8Array({ minLength: 16, maxLength: 16 })
      .map((bytes) => pointId(Buffer.from(bytes).toString('base64url'))),
    key: fc.uint8Array({ minLength: 1, maxLength: 60 }),
    externalRef: word,
    accountId: id,
    caseId: id,
    kind: fc.constantFrom(...COMPLAINT_KINDS),
    category: fc.constantFrom(...COMPLAINT_CATEGORIES),
    categories: fc.array(
      fc.record({
        category: fc.constantFrom(...COMPLAINT_CATEGORIES),
        confidence: fc.double({ min: 0.0001, max: 1, noNaN: true }),
      }),
      { maxLength: 3 },
    ),
    flags: fc.subarray([...COMPLAINT_FLAGS]),
    severity: fc.constantFrom(...COMPLAINT_SEVERITIES),
    lane: fc.constantFrom(...LANES),
    department: fc.constantFrom(...DEPARTMENTS),
    left: fc.subarray([...DEPARTMENTS], { maxLength: 3 }),
    handler: word,
    formerHandlers: fc.array(word, { maxLength: 2 }),
    hadBy: fc.array(word, { minLength: 1, maxLength: 2 }),
    status: fc.constantFrom(...COMPLAINT_STATUSES),
    stage: fc.constantFrom(...COMPLAINT_STAGES),
    receivedAt: moment,
    dueAt: moment,
    timers: anyTimers,
    clocks: fc.array(anyClock, { maxLength: 4 }),
    decision: anyDecision,
    resolvedAt: moment,
    acknowledgedAt: moment,
    mediationSince: moment,
    reopened: fc.nat({ max: 9 }),
    rounds: fc.array(anyRound, { minLength: 1, maxLength: 2 }),
    linked: fc.array(anyLink, { maxLength: 2 }),
    offers: fc.array(anyOffer, { maxLength: 3 }),
    offerCount: fc.nat({ max: 99 }),
    agreements: fc.array(anyAgreement, { maxLength: 2 }),
    followUp: anyFollowUp,
  },
  [
    'id',
    'version',
    'audience',
    'channel',
    'jurisdiction',
    'timezone',
    'kind',
    'category',
    'categories',
    'flags',
    'severity',
    'lane',
    'department',
    'left',
    'formerHandlers',
    'status',
    'stage',
    'receivedAt',
    'clocks',
    'reopened',
    'linked',
    'offers',
    'offerCount',
    'agreements',
  ],
).map(ownTimers);
