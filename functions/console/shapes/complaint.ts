import * as v from 'valibot';
import type { ComplaintCategory, ComplaintSeverity } from '#domain/complaint/complaint.ts';
import { AUDIENCES, COMPLAINT_CHANNELS, COMPLAINT_STAGES, COMPLAINT_STATUSES, DEPARTMENTS } from '#domain/words.ts';
import { Time, Words } from './basics.ts';
import { EntryShape } from './case.ts';

/** Every category once: one that is missing here does not compile. */
const CATEGORY: Readonly<Record<ComplaintCategory, true>> = {
  not_owed: true,
  collection_conduct: true,
  repayment_hardship: true,
  credit_record: true,
  fraud_unauthorised: true,
  fees_interest: true,
  transaction_dispute: true,
  transfer_payment: true,
  account_operation: true,
  application_decision: true,
  loan_servicing: true,
  sales_terms: true,
  service_quality: true,
  privacy_contact: true,
  other: true,
};
export const COMPLAINT_CATEGORIES = Object.keys(CATEGORY).filter((name): name is ComplaintCategory => name in CATEGORY);
export const COMPLAINT_SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly ComplaintSeverity[];

const Category = v.picklist(COMPLAINT_CATEGORIES);
/** Filled once complaints are worked on; empty until then. */
const Later = v.array(Words);

export const ComplaintShape = v.object({
  id: v.string(),
  customerId: v.optional(v.string()),
  contactId: v.optional(v.string()),
  audience: v.picklist(AUDIENCES),
  channel: v.picklist(COMPLAINT_CHANNELS),
  kind: v.literal('complaint'),
  category: Category,
  categories: v.array(v.object({ category: Category, confidence: v.number() })),
  flags: v.array(v.string()),
  severity: v.picklist(COMPLAINT_SEVERITIES),
  department: v.picklist(DEPARTMENTS),
  status: v.picklist(COMPLAINT_STATUSES),
  stage: v.picklist(COMPLAINT_STAGES),
  receivedAt: Time,
  caseId: v.optional(v.pipe(v.string(), v.description('The case it came out of'))),
  version: v.number(),
  clocks: Later,
  evidence: v.pipe(
    v.array(
      v.object({
        decisionId: v.string(),
        reasonTrueAtSend: v.boolean(),
        sequence: v.optional(v.number()),
        asOf: v.optional(Time),
      }),
    ),
    v.description('Every contact of the case it came out of, and what the reason rested on'),
  ),
  replies: Later,
  offers: Later,
  agreements: Later,
  linked: Later,
  followUps: Later,
  timeline: v.array(EntryShape),
});
export type ComplaintShape = v.InferOutput<typeof ComplaintShape>;
