import * as v from 'valibot';
import { AUDIENCES, CHANNELS, RULE_IDS, VERDICTS } from '#domain/words.ts';
import { Amount, Time } from './basics.ts';

export const DecisionShape = v.object({
  decisionId: v.pipe(v.string(), v.description('<caseId>#<seq>')),
  at: Time,
  attemptId: v.optional(v.string()),
  channel: v.optional(v.picklist(CHANNELS)),
  audience: v.optional(v.picklist(AUDIENCES)),
  contactId: v.optional(v.string()),
  localTime: v.optional(Time),
  zone: v.optional(v.string()),
  verdict: v.picklist(VERDICTS),
  rules: v.array(v.picklist(RULE_IDS)),
  evidence: v.array(
    v.object({
      kind: v.string(),
      source: v.string(),
      sequence: v.optional(v.number()),
      asOf: Time,
      hash: v.string(),
    }),
  ),
  counters: v.array(v.object({ rule: v.picklist(RULE_IDS), before: v.number(), limit: v.number() })),
  templateId: v.optional(v.string()),
  textHash: v.optional(v.string()),
  policy: v.optional(
    v.object({ plan: v.string(), jurisdictions: v.array(v.string()), limits: v.optional(v.string()) }),
  ),
});
export type DecisionShape = v.InferOutput<typeof DecisionShape>;

export const LaterChangeShape = v.object({
  sequence: v.optional(v.number()),
  asOf: Time,
  what: v.string(),
  status: v.optional(v.string()),
  overdueAmount: v.optional(Amount),
});

export const WhyShape = v.object({
  caseId: v.string(),
  contacts: v.pipe(v.array(DecisionShape), v.description('Decisions that led to a contact')),
  refused: v.pipe(v.array(DecisionShape), v.description('Decisions that kept one from going out')),
  laterChanges: v.array(LaterChangeShape),
});
export type WhyShape = v.InferOutput<typeof WhyShape>;
