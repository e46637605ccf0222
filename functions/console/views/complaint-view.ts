import type * as v from 'valibot';
import type { Clock } from '#domain/complaint/clock.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { Instant } from '#domain/time.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { ClockShape } from '../shapes/clock.ts';
import type { ComplaintLineShape, ComplaintShape } from '../shapes/complaint.ts';
import { entryView, type Texts } from './case-view.ts';
import { agreementView, offerView } from './offer-view.ts';
import { readableTexts, wordOf } from './said.ts';
import { time, timeIf } from './shown.ts';
import { evidenceOf } from './told/evidence.ts';
import { offersOf } from './told/offers.ts';
import { followUpsOf } from './told/rounds.ts';

/** A complaint as boards tell it. */
export function complaintLine(of: Complaint): ComplaintLineShape {
  return {
    id: of.id,
    customerId: of.customerId,
    contactId: of.contactId,
    audience: of.audience,
    channel: of.channel,
    jurisdiction: of.jurisdiction,
    timezone: of.timezone,
    externalRef: of.externalRef,
    accountId: of.accountId,
    caseId: of.caseId,
    kind: of.kind,
    category: of.category,
    severity: of.severity,
    department: of.department,
    handler: of.handler,
    status: of.status,
    stage: of.stage,
    reopened: of.reopened,
    version: of.version,
    categories: of.categories.map((one) => ({ ...one })),
    flags: [...of.flags],
    left: [...of.left],
    receivedAt: time(of.receivedAt),
    acknowledgedAt: timeIf(of.acknowledgedAt),
    mediationSince: timeIf(of.mediationSince),
    resolvedAt: timeIf(of.resolvedAt),
    nextDueAt: timeIf(nextDue(of.clocks)),
    clocks: of.clocks.map(clockView),
    linked: of.linked.map((one) => ({ ...one })),
  };
}

/** Earliest due instant of what is still owed; what is breached and not done yet stands first. */
function nextDue(clocks: readonly Clock[]): Instant | undefined {
  const owed = clocks.filter(({ state, endedAt }) => OWED.includes(state) && endedAt === undefined);
  return owed.length === 0 ? undefined : Math.min(...owed.map(({ dueAt }) => dueAt));
}
const OWED: readonly Clock['state'][] = ['RUNNING', 'PAUSED', 'BREACHED'];

const clockView = ({ told: _told, ...of }: Clock): v.InferOutput<typeof ClockShape> => ({
  ...of,
  startedAt: time(of.startedAt),
  dueAt: time(of.dueAt),
  endedAt: timeIf(of.endedAt),
  pauses: of.pauses.map(({ from, to, cause }) => ({ from: time(from), to: timeIf(to), cause })),
  extensions: of.extensions.map(({ at, ...extension }) => ({ ...extension, at: time(at) })),
});

/** What was read beside the complaint: the case it came out of, references of those linked to it, what people answered. */
export type Beside = {
  readonly from: WholeCase | undefined;
  readonly linkedRefs: readonly string[];
  readonly answers?: ComplaintShape['replies'];
  /** Words of the decision, where they are known without being opened. */
  readonly answer?: string | undefined;
};

/** One complaint with its clocks, offers and whole timeline. */
export function complaintView(whole: WholeComplaint, beside: Beside, opened: Texts): ComplaintShape {
  const { stored, entries } = whole;
  const of = stored.state;
  const seq = of.decision?.seq;
  const answer = beside.answer ?? (seq === undefined ? undefined : wordOf(entries, opened, { seq, name: 'answer' }));
  const decision = decisionView(of, { ...beside, answer });
  const texts = readableTexts(entries, opened);
  return {
    ...complaintLine(of),
    ...(decision === undefined ? {} : { decision }),
    evidence: beside.from === undefined ? [] : evidenceOf(beside.from),
    replies: [...(beside.answers ?? [])],
    offers: offersOf(whole).map((offer) => offerView(offer, texts)),
    agreements: of.agreements.map((agreement) => agreementView(agreement, { entries, texts })),
    followUps: followUpsOf(whole),
    timeline: entries.map((entry) => entryView(entry, texts)),
  };
}

function decisionView(
  of: Complaint,
  { linkedRefs, answer }: Pick<Beside, 'linkedRefs'> & { readonly answer: string | undefined },
): ComplaintShape['decision'] {
  if (of.decision === undefined) return undefined;
  const { decision, closureCode, at, of: leader } = of.decision;
  const refs = [...(of.externalRef === undefined ? [] : [of.externalRef]), ...linkedRefs];
  return { decision, closureCode, at: time(at), of: leader, answer, externalRefs: [...new Set(refs)] };
}
