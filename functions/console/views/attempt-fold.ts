import type * as v from 'valibot';
import { factName } from '#domain/ids.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { AttemptShape } from '../shapes/case.ts';
import {
  Answered,
  CallOutcome,
  Dropped,
  Messaged,
  PlannedAnswer,
  ReceiptFact,
  read,
  Settled,
  Showed,
  Skipped,
  Taken,
} from './facts.ts';
import { time } from './shown.ts';

type AttemptView = v.InferOutput<typeof AttemptShape>;
/** An attempt as far as the timeline has told it. */
export type Told = Omit<AttemptView, 'id'>;
export type Fold = { readonly caseId: string; readonly told: Map<number, Told>; last: number };

/** What one entry says of the case's attempts. */
export function take(fold: Fold, entry: Entry): void {
  for (const skip of read(Skipped, entry)?.skipped ?? []) {
    begin(fold, fold.last + 1, {
      ...opened(entry, { step: skip.id, channel: skip.channel, audience: skip.audience, contactId: skip.contactId }),
      state: 'SKIPPED',
      reason: skip.ruleIds[0],
      verdict: skip.decision?.verdict,
      decisionId: factName(fold.caseId, entry.seq),
    });
  }
  takeTurn(fold, entry);
  takeAnswer(fold, entry);
  takeOutcome(fold, entry);
}

const STATE_OF: Readonly<Record<string, AttemptView['state']>> = {
  'contact.claimed': 'CLAIMED',
  'contact.deferred': 'DEFERRED',
  'call.queued': 'QUEUED',
};

function takeTurn(fold: Fold, entry: Entry): void {
  const taken = read(Taken, entry);
  const state = STATE_OF[entry.type];
  if (taken === undefined || state === undefined) return;
  const { id: step, ...person } = taken.at;
  begin(fold, taken.attempt, {
    ...opened(entry, { step, ...person }),
    state,
    verdict: taken.decision.verdict,
    decisionId: factName(fold.caseId, entry.seq),
  });
}

function takeAnswer(fold: Fold, entry: Entry): void {
  const planned = entry.type === 'reply.received' ? read(PlannedAnswer, entry) : undefined;
  if (planned !== undefined) {
    const { audience, contactId, answer } = planned;
    begin(fold, answer.attempt, opened(entry, { step: answer.template, channel: 'sms', audience, contactId }));
  }
  const claimed = entry.type === 'answer.claimed' ? read(Answered, entry) : undefined;
  if (claimed === undefined) return;
  const { attempt, decision } = claimed;
  change(fold, attempt, {
    state: 'CLAIMED',
    verdict: decision.verdict,
    decisionId: factName(fold.caseId, entry.seq),
  });
}

function takeOutcome(fold: Fold, entry: Entry): void {
  const [settled, messaged] = [read(Settled, entry), read(Messaged, entry)];
  if (settled !== undefined) change(fold, settled.attempt, { state: settled.state });
  if (messaged !== undefined) change(fold, messaged.attempt, { messageId: messaged.messageId });
  const dropped = entry.type === 'answer.dropped' ? read(Dropped, entry) : undefined;
  if (dropped !== undefined) change(fold, dropped.attempt, { state: 'SKIPPED', reason: dropped.rule });
  const called = entry.type === 'call.concluded' ? read(CallOutcome, entry) : undefined;
  if (called !== undefined) change(fold, called.attempt, { state: called.outcome });
  const showed = entry.type === 'reply.received' ? read(Showed, entry) : undefined;
  if (showed !== undefined) change(fold, showed.attempt, { state: 'ACCEPTED' });
  const receipt = entry.type === 'receipt.recorded' ? read(ReceiptFact, entry) : undefined;
  if (receipt === undefined) return;
  const { state, corrected, reportedAt = entry.at } = receipt;
  change(fold, receipt.attempt, {
    ...(receipt.settles === undefined ? {} : { state: 'ACCEPTED' as const }),
    receipts: [...(fold.told.get(receipt.attempt)?.receipts ?? []), { at: time(reportedAt), state, corrected }],
  });
}

type Opened = Pick<Told, 'step' | 'channel' | 'audience' | 'contactId'>;
const opened = (entry: Entry, step: Opened): Told => ({ ...step, state: 'PLANNED', at: time(entry.at), receipts: [] });

function begin(fold: Fold, n: number, told: Told): void {
  fold.told.set(n, told);
  fold.last = Math.max(fold.last, n);
}

function change(fold: Fold, n: number, to: Partial<Told>): void {
  const before = fold.told.get(n);
  if (before !== undefined) fold.told.set(n, { ...before, ...to });
}
