import * as v from 'valibot';
import {
  ATTEMPT_STATES,
  AUDIENCES,
  CALL_STATES,
  CASE_STATUSES,
  CHANNELS,
  COMPLAINT_STAGES,
  INTENTS,
  OUTCOMES,
  PURPOSES,
  RECEIPTS,
  RULE_IDS,
  SEVERITIES,
  VERDICTS,
} from '#domain/words.ts';
import { Amount, Time, Words } from './basics.ts';

export const ReceiptShape = v.object({ at: Time, state: v.picklist(RECEIPTS), corrected: v.optional(v.boolean()) });

export const AttemptShape = v.object({
  id: v.pipe(v.string(), v.description('<caseId>.<n>')),
  step: v.string(),
  channel: v.picklist(CHANNELS),
  audience: v.picklist(AUDIENCES),
  contactId: v.optional(v.string()),
  state: v.picklist([...ATTEMPT_STATES, ...CALL_STATES]),
  reason: v.optional(v.picklist(RULE_IDS)),
  at: Time,
  nextAt: v.optional(Time),
  verdict: v.optional(v.picklist(VERDICTS)),
  decisionId: v.optional(v.pipe(v.string(), v.description('<caseId>#<seq>'))),
  messageId: v.optional(v.string()),
  receipt: v.optional(v.pipe(v.picklist(RECEIPTS), v.description('By now; their history is in receipts'))),
  receipts: v.array(ReceiptShape),
});

export const ReplyShape = v.object({
  at: Time,
  intent: v.picklist(INTENTS),
  trust: v.number(),
  audience: v.picklist(AUDIENCES),
  contactId: v.optional(v.string()),
  token: v.optional(v.string()),
  text: v.optional(v.pipe(v.string(), v.description('As it came; its reading is recorded'))),
  late: v.optional(v.boolean()),
});

export const EntryShape = v.object({
  seq: v.number(),
  at: Time,
  type: v.string(),
  actor: Words,
  facts: Words,
  text: v.optional(v.pipe(v.string(), v.description('What was sent, said or noted; its reading is recorded'))),
});

export const CaseShape = v.object({
  id: v.string(),
  customerId: v.string(),
  accountId: v.optional(v.string()),
  kind: v.string(),
  purpose: v.picklist(PURPOSES),
  severity: v.picklist(SEVERITIES),
  department: v.string(),
  status: v.picklist(CASE_STATUSES),
  outcome: v.optional(v.picklist(OUTCOMES)),
  openedAt: Time,
  resolvedAt: v.optional(Time),
  version: v.number(),
  plan: v.object({ id: v.string(), version: v.number() }),
  step: v.pipe(v.string(), v.description("Step of the plan that is next or under way; 'spent' when none is left")),
  nextAt: v.optional(Time),
  reason: v.object({
    code: v.string(),
    source: v.string(),
    eventId: v.string(),
    at: Time,
    accountId: v.optional(v.string()),
    sequence: v.optional(v.number()),
    amount: v.optional(Amount),
    tail: v.optional(v.string()),
  }),
  joinedAmount: v.optional(
    v.pipe(Amount, v.description('Greatest sum of an event that joined it, above that of its reason')),
  ),
  protectiveHold: v.optional(v.boolean()),
  wrongful: v.optional(
    v.pipe(v.boolean(), v.description('The event behind it was taken back after it led to contact')),
  ),
  complaintId: v.optional(v.string()),
  taskId: v.optional(v.string()),
  stages: v.optional(
    v.pipe(
      v.array(v.object({ stage: v.picklist(COMPLAINT_STAGES), dueAt: Time })),
      v.description('Of a plan that has some: negotiation, mediation, before court'),
    ),
  ),
  attempts: v.array(AttemptShape),
  replies: v.array(ReplyShape),
  proof: v.optional(v.object({ at: Time, attempts: v.array(v.string()), channels: v.array(v.picklist(CHANNELS)) })),
  held: v.optional(
    v.object({ since: Time, ruleIds: v.array(v.picklist(RULE_IDS)), recheckAt: Time, cause: v.string() }),
  ),
  timeline: v.array(EntryShape),
});
export type CaseShape = v.InferOutput<typeof CaseShape>;

/** A case as lists tell it. */
export const CaseLineShape = v.omit(CaseShape, ['stages', 'attempts', 'replies', 'proof', 'timeline']);
export type CaseLineShape = v.InferOutput<typeof CaseLineShape>;
