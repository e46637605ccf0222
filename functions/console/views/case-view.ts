import * as v from 'valibot';
import type { Case, Reason } from '#domain/case/case.ts';
import type { Instant } from '#domain/time.ts';
import { AUDIENCES, INTENTS, isOpen } from '#domain/words.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { CaseLineShape, CaseShape, EntryShape, ReplyShape } from '../shapes/case.ts';
import { attemptsOf } from './attempts.ts';
import { Decided, Proof, read } from './facts.ts';
import type { StagesOf, StepOf } from './plan-step.ts';
import { moneyIf, shownFacts, time, timeIf } from './shown.ts';

/** Texts of a case's entries that were opened for this reader, by sequence. */
export type Texts = ReadonlyMap<number, string>;

/** A case as lists tell it. */
export function caseLine(of: Case, stepOf: StepOf): CaseLineShape {
  const { id, customerId, accountId, kind, purpose, severity, department, status, outcome, version, plan } = of;
  return {
    id,
    customerId,
    accountId,
    kind,
    purpose,
    severity,
    department,
    status,
    outcome,
    openedAt: time(of.openedAt),
    resolvedAt: timeIf(of.resolvedAt),
    version,
    plan,
    step: stepOf(of) ?? 'spent',
    nextAt: isOpen(status) ? timeIf(of.dueAt ?? ownersTimer(of)) : undefined,
    reason: reasonView(of.reason),
    joinedAmount: moneyIf(of.joinedAmount),
    protectiveHold: of.protectiveHold,
    wrongful: of.wrongful,
    complaintId: of.complaintId,
    taskId: of.taskId,
    ...(of.held === undefined ? {} : { held: heldView(of.held) }),
  };
}

/** While a person has the case: when their task is looked at. */
const ownersTimer = ({ taskId, timers = [] }: Case): Instant | undefined =>
  timers.find(({ task }) => task === taskId)?.at;

const reasonView = ({ at, amount, ...reason }: Reason): CaseLineShape['reason'] => ({
  ...reason,
  at: time(at),
  amount: moneyIf(amount),
});

const heldView = ({ since, ruleIds, recheckAt, cause }: NonNullable<Case['held']>) => ({
  since: time(since),
  ruleIds: [...ruleIds],
  recheckAt: time(recheckAt),
  cause,
});

export type CaseAt = { readonly stepOf: StepOf; readonly stagesOf: StagesOf; readonly now: Instant };

/** One case with everything that happened to it. */
export function caseView(whole: WholeCase, at: CaseAt, texts: Texts): CaseShape {
  const of = whole.stored.state;
  const stages = at.stagesOf(of, zoneOf(whole))?.map(({ stage, dueAt }) => ({ stage, dueAt: time(dueAt) }));
  const proof = proofView(whole);
  return {
    ...caseLine(of, at.stepOf),
    ...(stages === undefined ? {} : { stages }),
    attempts: attemptsOf(whole, at.now),
    replies: whole.entries.flatMap((entry) => replyView(entry, texts)),
    ...(proof === undefined ? {} : { proof }),
    timeline: whole.entries.map((entry) => entryView(entry, texts)),
  };
}

/** Where the customer is, as the newest decision about a contact had it. */
function zoneOf({ entries }: WholeCase): string | undefined {
  const decided = entries.findLast((entry) => read(Decided, entry)?.decision.zone !== undefined);
  return decided === undefined ? undefined : read(Decided, decided)?.decision.zone;
}

function proofView({ stored, entries }: WholeCase): CaseShape['proof'] {
  const { id, proofAt } = stored.state;
  if (proofAt === undefined) return undefined;
  const proof = entries.flatMap((entry) => read(Proof, entry)?.proof ?? []).at(-1);
  return {
    at: time(proofAt),
    attempts: (proof?.attempts ?? []).map((n) => `${id}.${n}`),
    channels: proof?.channels ?? [],
  };
}

const ReplyFact = v.object({
  intent: v.picklist(INTENTS),
  trust: v.number(),
  audience: v.picklist(AUDIENCES),
  contactId: v.optional(v.string()),
  token: v.optional(v.string()),
  late: v.optional(v.boolean()),
});

export function replyView(entry: Entry, texts: Texts): v.InferOutput<typeof ReplyShape>[] {
  const reply = entry.type === 'reply.received' ? read(ReplyFact, entry) : undefined;
  return reply === undefined ? [] : [{ at: time(entry.at), ...reply, text: texts.get(entry.seq) }];
}

/** An entry as the timeline shows it; `at` is the instant it was recorded for. */
export function entryView(entry: Entry, texts: Texts): v.InferOutput<typeof EntryShape> {
  return {
    seq: entry.seq,
    at: time(entry.at),
    type: entry.type,
    actor: { ...entry.actor },
    facts: shownFacts(entry.facts),
    text: texts.get(entry.seq),
  };
}
