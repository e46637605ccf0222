import * as v from 'valibot';
import type { EntryDraft } from '#domain/effects.ts';
import { AUDIENCES, CALL_STATES, CHANNELS, RECEIPTS, RULE_IDS, VERDICTS } from '#domain/words.ts';

/**
 * What the timeline's entries say, as far as views read it. An entry that fits none of these is still shown in the
 * timeline; it just makes no attempt.
 */
export const Decision = v.object({
  verdict: v.picklist(VERDICTS),
  rules: v.optional(v.array(v.picklist(RULE_IDS)), []),
  evidence: v.optional(
    v.array(
      v.object({
        kind: v.string(),
        source: v.string(),
        sequence: v.optional(v.number()),
        asOf: v.number(),
        hash: v.string(),
      }),
    ),
    [],
  ),
  counters: v.optional(v.array(v.object({ rule: v.picklist(RULE_IDS), before: v.number(), limit: v.number() })), []),
  localTime: v.optional(v.string()),
  zone: v.optional(v.string()),
  templateId: v.optional(v.string()),
  textHash: v.optional(v.string()),
  policy: v.optional(
    v.object({ plan: v.string(), jurisdictions: v.array(v.string()), limits: v.optional(v.string()) }),
  ),
});
export type Decision = v.InferOutput<typeof Decision>;

const StepRef = {
  id: v.string(),
  channel: v.picklist(CHANNELS),
  audience: v.picklist(AUDIENCES),
  contactId: v.optional(v.string()),
};

/** An entry that made or moved one attempt of the plan. */
export const Taken = v.object({ attempt: v.number(), at: v.object(StepRef), decision: Decision });
const Passed = v.array(
  v.object({
    ...StepRef,
    ruleIds: v.array(v.picklist(RULE_IDS)),
    decision: v.fallback(v.optional(Decision), undefined),
  }),
);
/** Steps, addresses and persons passed over on the way; part of a turn's entry. */
export const Skipped = v.object({ skipped: Passed });
/** Those that an earlier turn had passed over already: no attempts of their own. */
export const SkippedAgain = v.object({ skippedAgain: Passed });
export const Decided = v.object({ decision: Decision });
export const PlannedAnswer = v.object({
  answer: v.object({ attempt: v.number(), template: v.string() }),
  audience: v.picklist(AUDIENCES),
  contactId: v.optional(v.string()),
});
export const Answered = v.object({ attempt: v.number(), decision: Decision });
export const Dropped = v.object({ attempt: v.number(), rule: v.picklist(RULE_IDS) });
export const Settled = v.object({ attempt: v.number(), state: v.picklist(['ACCEPTED', 'NOT_SENT', 'IN_DOUBT']) });
export const Messaged = v.object({ attempt: v.number(), messageId: v.string() });
export const ReceiptFact = v.object({
  attempt: v.number(),
  state: v.picklist(RECEIPTS),
  corrected: v.optional(v.boolean()),
  settles: v.optional(v.string()),
  reportedAt: v.optional(v.number()),
});
/** A reply that showed of a text of which nothing was known that it was taken. */
export const Showed = v.object({ attempt: v.number(), settles: v.string() });
export const CallOutcome = v.object({ attempt: v.number(), outcome: v.picklist(CALL_STATES) });
/** A call that was dialled: the number it was dialled to. */
export const Dialled = v.object({ decision: v.object({ point: v.string() }) });
/** An entry about a task: a call that was dialled, for one. */
export const OfTask = v.object({ task: v.string() });
export const Cleared = v.object({ what: v.string(), asOf: v.number(), sequence: v.optional(v.number()) });
export const Proof = v.object({
  proof: v.object({ attempts: v.array(v.number()), channels: v.array(v.picklist(CHANNELS)) }),
});

/** The facts when they fit, else undefined. */
export function read<const S extends v.GenericSchema>(
  schema: S,
  entry: Pick<EntryDraft, 'facts'>,
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, entry.facts);
  return result.success ? result.output : undefined;
}
