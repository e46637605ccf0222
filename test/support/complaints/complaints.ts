import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintInput } from '#domain/complaint/life/received.ts';
import { type ComplaintRefusal, type ComplaintTransition, isComplaintRefusal } from '#domain/complaint/transition.ts';
import type { TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import { complaintBook } from '#policies/complaints.ts';
import { NOON } from '../cases.ts';
import { clockedOf } from './clocks.ts';

export { complaintBook };

/** A complaint of customer u1 in China, in work at collections, received at noon of 2026-03-02; its clocks run. */
export function complaintOf(change: Partial<Complaint> = {}): Complaint {
  const { jurisdiction, timezone, receivedAt, clocks } = clockedOf('CN', '2026-03-02');
  return {
    id: 'm1',
    version: 3,
    customerId: 'u1',
    audience: 'customer',
    channel: 'sms',
    locale: 'zh-CN',
    jurisdiction,
    timezone,
    kind: 'complaint',
    category: 'repayment_hardship',
    categories: [{ category: 'repayment_hardship', confidence: 0.9 }],
    flags: [],
    severity: 'P3',
    lane: 'normal',
    department: 'hardship',
    left: [],
    handler: 'a1',
    formerHandlers: [],
    status: 'IN_WORK',
    stage: 'NEGOTIATION',
    receivedAt,
    clocks,
    reopened: 0,
    linked: [],
    offers: [],
    offerCount: 0,
    agreements: [],
    ...change,
  };
}

/** Throws where the rules refuse: for tests that expect no refusal. */
export function moved(result: ComplaintTransition | ComplaintRefusal | undefined): ComplaintTransition {
  if (result === undefined || isComplaintRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

/** What triage makes of most texts: a complaint of the hardship desk. */
export const TRIAGED: TriageVerdict = {
  kind: 'complaint',
  category: 'repayment_hardship',
  categories: [{ category: 'repayment_hardship', confidence: 0.9 }],
  flags: [],
  severity: 'P3',
  lang: 'zh',
  department: 'hardship',
  autoRoute: true,
  why: [],
};

/** A complaint of customer u1 as it comes in by text. */
export const toldComplaint = (
  change: Partial<Omit<ComplaintInput, 'triage'>> & { readonly triage?: Partial<TriageVerdict> } = {},
): ComplaintInput => {
  const { triage, ...input } = change;
  return {
    id: 'm1',
    channel: 'sms',
    receivedAt: NOON,
    audience: 'customer',
    customerId: 'u1',
    jurisdiction: 'CN',
    timezone: 'Asia/Shanghai',
    ...input,
    triage: { ...TRIAGED, ...triage },
  };
};
