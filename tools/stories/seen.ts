import * as v from 'valibot';

/** Answers of the API as far as stories look at them; what else they say is left to their own tests. */
export const CaseList = v.object({ items: v.array(v.object({ id: v.string() })) });

const Attempt = v.object({
  id: v.string(),
  step: v.string(),
  channel: v.string(),
  audience: v.string(),
  state: v.string(),
  at: v.string(),
});
const Entry = v.object({ seq: v.number(), at: v.string(), type: v.string() });

export const CaseSeen = v.object({
  id: v.string(),
  status: v.string(),
  outcome: v.optional(v.string()),
  nextAt: v.optional(v.string()),
  held: v.optional(v.object({ ruleIds: v.array(v.string()), recheckAt: v.string() })),
  attempts: v.array(Attempt),
  replies: v.array(v.object({ at: v.string(), intent: v.string(), trust: v.number(), text: v.optional(v.string()) })),
  proof: v.optional(v.object({ at: v.string(), attempts: v.array(v.string()), channels: v.array(v.string()) })),
  timeline: v.array(Entry),
});
export type CaseSeen = v.InferOutput<typeof CaseSeen>;

const Task = v.object({ id: v.string(), kind: v.string(), state: v.string(), queue: v.string() });
export const TaskList = v.object({ items: v.array(Task) });
export type TaskSeen = v.InferOutput<typeof Task>;

const Decision = v.object({
  decisionId: v.string(),
  at: v.string(),
  verdict: v.string(),
  rules: v.array(v.string()),
  evidence: v.array(
    v.object({
      kind: v.string(),
      source: v.string(),
      sequence: v.optional(v.number()),
      asOf: v.string(),
      hash: v.string(),
    }),
  ),
  templateId: v.optional(v.string()),
});
export const WhySeen = v.object({
  caseId: v.string(),
  contacts: v.array(Decision),
  refused: v.array(Decision),
  laterChanges: v.array(v.object({ sequence: v.optional(v.number()), asOf: v.string(), what: v.string() })),
});
export type WhySeen = v.InferOutput<typeof WhySeen>;

export const DialSeen = v.object({ number: v.string(), script: v.string(), disclosureLevel: v.number() });
export const CustomerSeen = v.object({
  phones: v.array(v.looseObject({ number: v.string(), quarantine: v.optional(v.unknown()) })),
});
