import type * as v from 'valibot';
import type { Account } from '#domain/account/account.ts';
import { wordOn } from '#domain/account/state.ts';
import { factName } from '#domain/ids.ts';
import { formatMoney } from '#domain/money.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { DecisionShape, LaterChangeShape, WhyShape } from '../shapes/why.ts';
import { Cleared, Decided, type Decision, OfTask, read, Skipped, SkippedAgain, Taken } from './facts.ts';
import { time } from './shown.ts';

type LaterChange = v.InferOutput<typeof LaterChangeShape>;

/** Entries whose decision put a contact under way. A queued call is none: it is decided again when it is dialled. */
const CONTACTS: ReadonlySet<string> = new Set(['contact.claimed', 'call.dialled']);

/**
 * What the bank knew when it contacted somebody about this case, from the decisions as they were recorded, and what has
 * become known since. `account`: its newest known state.
 */
export function whyView(whole: WholeCase, account: Account | undefined): WhyShape {
  const { id } = whole.stored.state;
  const decided = whole.entries.flatMap((entry) => decisionOf(whole, entry));
  const contacts = decided.filter((one) => one.contact);
  return {
    caseId: id,
    contacts: contacts.map((one) => one.shown),
    refused: [...whole.entries.flatMap((entry) => skipsOf(id, entry)), ...decided.flatMap((one) => refusal(one))],
    laterChanges: [
      ...whole.entries.flatMap(changeOf),
      ...newerState(
        account,
        decided.map((one) => one.decision),
      ),
    ],
  };
}

type Made = { readonly contact: boolean; readonly decision: Decision; readonly shown: DecisionShape };

const refusal = (made: Made): DecisionShape[] =>
  made.contact || made.decision.verdict === 'ALLOW' ? [] : [made.shown];

function decisionOf({ stored, tasks }: WholeCase, entry: Entry): Made[] {
  const { id } = stored.state;
  const decision = read(Decided, entry)?.decision;
  if (decision === undefined || entry.type === 'answer.claimed') return [];
  const taken = read(Taken, entry);
  const task = tasks.find((one) => one.id === read(OfTask, entry)?.task);
  const shown: DecisionShape = {
    ...shownDecision(id, entry, decision),
    attemptId: attemptId(id, taken?.attempt ?? task?.attempt),
    channel: taken?.at.channel ?? (task === undefined ? undefined : 'call'),
    audience: taken?.at.audience ?? task?.audience,
    contactId: taken?.at.contactId ?? task?.contactId,
  };
  return [{ contact: CONTACTS.has(entry.type), decision, shown }];
}

const attemptId = (caseId: string, n: number | undefined): string | undefined =>
  n === undefined ? undefined : `${caseId}.${n}`;

function skipsOf(caseId: string, entry: Entry): DecisionShape[] {
  const passed = [...(read(Skipped, entry)?.skipped ?? []), ...(read(SkippedAgain, entry)?.skippedAgain ?? [])];
  return passed.flatMap(({ decision, ruleIds, channel, audience, contactId }) =>
    decision === undefined
      ? []
      : [{ ...shownDecision(caseId, entry, { ...decision, rules: ruleIds }), channel, audience, contactId }],
  );
}

const shownDecision = (caseId: string, entry: Entry, decision: Decision): DecisionShape => ({
  ...decision,
  decisionId: factName(caseId, entry.seq),
  at: time(entry.at),
  evidence: decision.evidence.map((item) => ({ ...item, asOf: time(item.asOf) })),
});

/** What the timeline itself says was learned later: the reason cleared, or the event behind it taken back. */
function changeOf(entry: Entry): LaterChange[] {
  if (entry.type === 'case.retracted') return [{ asOf: time(entry.at), what: 'event.retracted' }];
  const cleared = entry.type === 'case.cleared' ? read(Cleared, entry) : undefined;
  if (cleared === undefined) return [];
  return [{ sequence: cleared.sequence, asOf: time(cleared.asOf), what: cleared.what }];
}

/** The account's newest state, where it spoke of debt or status after every state a decision rested on. */
function newerState(account: Account | undefined, decisions: readonly Decision[]): LaterChange[] {
  const state = account?.state;
  const sequences = decisions.flatMap((one) => one.evidence.flatMap((item) => item.sequence ?? []));
  const said = Math.max(wordOn(state, 'debt')?.sequence ?? -1, wordOn(state, 'status')?.sequence ?? -1);
  if (state === undefined || sequences.length === 0 || said <= Math.max(...sequences)) return [];
  return [
    {
      sequence: state.sequence,
      asOf: time(state.asOf),
      what: 'account.state',
      status: state.status,
      overdueAmount: state.overdue === undefined ? undefined : formatMoney(state.overdue),
    },
  ];
}
