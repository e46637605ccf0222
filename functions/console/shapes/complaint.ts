import * as v from 'valibot';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_FLAGS,
  COMPLAINT_KINDS,
  COMPLAINT_SEVERITIES,
  DECISIONS,
} from '#domain/complaint/complaint.ts';
import {
  AUDIENCES,
  COMPLAINT_CHANNELS,
  COMPLAINT_STAGES,
  COMPLAINT_STATUSES,
  DEPARTMENTS,
  JURISDICTIONS,
} from '#domain/words.ts';
import { Time } from './basics.ts';
import { EntryShape, ReplyShape } from './case.ts';
import { ClockShape } from './clock.ts';
import { AgreementShape, OfferShape } from './offer.ts';

const Category = v.picklist(COMPLAINT_CATEGORIES);

export const DecisionOfComplaintShape = v.object({
  decision: v.picklist(DECISIONS),
  closureCode: v.string(),
  at: Time,
  of: v.optional(
    v.pipe(v.string(), v.description('The linked complaint whose decision it is: the answer stands there')),
  ),
  answer: v.optional(v.pipe(v.string(), v.description('As it was told; its reading is recorded'))),
  externalRefs: v.pipe(
    v.array(v.string()),
    v.description('References of regulators that this decision answers, of linked complaints too'),
  ),
});

const alike = v.pipe(v.literal(true), v.description('Whoever linked them could not have moved the other'));
const LinkShape = v.object({ complaintId: v.string(), relation: v.string(), alike: v.optional(alike) });

export const FollowUpShape = v.object({
  caseId: v.optional(v.pipe(v.string(), v.description('The case that asks'))),
  plannedFor: v.optional(Time),
  rating: v.optional(v.number()),
  ratedAt: v.optional(Time),
});

export const EvidenceShape = v.object({
  decisionId: v.string(),
  reasonTrueAtSend: v.boolean(),
  sequence: v.optional(v.number()),
  asOf: v.optional(Time),
});

export const ComplaintShape = v.object({
  id: v.string(),
  customerId: v.optional(v.string()),
  contactId: v.optional(v.string()),
  audience: v.picklist(AUDIENCES),
  channel: v.picklist(COMPLAINT_CHANNELS),
  jurisdiction: v.picklist(JURISDICTIONS),
  timezone: v.string(),
  externalRef: v.optional(v.pipe(v.string(), v.description('Reference of the regulator or other sender'))),
  accountId: v.optional(v.string()),
  caseId: v.optional(v.pipe(v.string(), v.description('The case it came out of'))),
  kind: v.picklist(COMPLAINT_KINDS),
  category: Category,
  categories: v.pipe(
    v.array(v.object({ category: Category, confidence: v.number() })),
    v.description('What triage held possible, likeliest first'),
  ),
  flags: v.array(v.picklist(COMPLAINT_FLAGS)),
  severity: v.picklist(COMPLAINT_SEVERITIES),
  department: v.picklist(DEPARTMENTS),
  left: v.pipe(v.array(v.picklist(DEPARTMENTS)), v.description('Departments it left: they may still read it')),
  handler: v.optional(v.string()),
  status: v.picklist(COMPLAINT_STATUSES),
  stage: v.picklist(COMPLAINT_STAGES),
  receivedAt: Time,
  acknowledgedAt: v.optional(Time),
  mediationSince: v.optional(Time),
  resolvedAt: v.optional(Time),
  reopened: v.pipe(v.number(), v.description('How often')),
  nextDueAt: v.optional(v.pipe(Time, v.description('Earliest due instant of what is still owed'))),
  version: v.number(),
  clocks: v.array(ClockShape),
  decision: v.optional(DecisionOfComplaintShape),
  evidence: v.pipe(
    v.array(EvidenceShape),
    v.description('Every contact of the case it came out of, and what the reason rested on'),
  ),
  replies: v.array(ReplyShape),
  offers: v.array(OfferShape),
  agreements: v.array(AgreementShape),
  linked: v.array(LinkShape),
  followUps: v.array(FollowUpShape),
  timeline: v.array(EntryShape),
});
export type ComplaintShape = v.InferOutput<typeof ComplaintShape>;

/** A complaint as boards tell it: without anybody's words, and without what only its own page needs. */
export const ComplaintLineShape = v.omit(ComplaintShape, [
  'decision',
  'evidence',
  'replies',
  'offers',
  'agreements',
  'followUps',
  'timeline',
]);
export type ComplaintLineShape = v.InferOutput<typeof ComplaintLineShape>;

export const ReceivedShape = v.object({ id: v.string() });

/** A complaint after a move of one of its offers, and that offer. */
export const OfferMovedShape = v.object({
  ...ComplaintShape.entries,
  offerId: v.string(),
  state: OfferShape.entries.state,
});
