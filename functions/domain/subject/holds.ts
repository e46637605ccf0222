import type { Case } from '../case/case.ts';
import { type Complaint, hasEnded } from '../complaint/complaint.ts';
import { DAY, type Instant } from '../time.ts';
import { isOpen, type Jurisdiction } from '../words.ts';

/** How long the law or the bank's own rules keep what a person would have erased. Source: docs/privacy.md, Holds. */
export type Retention = {
  /** Days after which an agreement may be forgotten. */
  readonly agreementDays: number;
  /** Days after its end that a complaint's file is kept. */
  readonly complaintDays: Readonly<Record<Jurisdiction, number>>;
  /** Persons whom one order may erase without a second person. */
  readonly ordersAlone: number;
};

export const ERASURE_RULES = [
  'complaint.open',
  'complaint.kept',
  'agreement.kept',
  'court.near',
  'hold.legal',
] as const;
export type ErasureRule = (typeof ERASURE_RULES)[number];

/** Why somebody cannot be erased yet; without `until` nobody knows how long. `of`: complaint or case it is about. */
export type ErasureHold = { readonly rule: ErasureRule; readonly of?: string; readonly until?: Instant };

/** What is on record about somebody, as far as it may keep them there. */
export type OnRecord = {
  readonly complaints: readonly Complaint[];
  readonly cases: readonly Case[];
  readonly legalHold: boolean;
};

/** Everything that stands against erasing somebody now. A hold that has run out is none. */
export function erasureHolds(of: OnRecord, at: { now: Instant; retention: Retention }): readonly ErasureHold[] {
  return [
    ...(of.legalHold ? [{ rule: 'hold.legal' as const }] : []),
    ...of.cases.flatMap(beforeCourt),
    ...of.complaints.flatMap((complaint) => ofComplaint(complaint, at)),
  ];
}

const beforeCourt = ({ id, purpose, status }: Case): readonly ErasureHold[] =>
  purpose === 'pre_litigation' && isOpen(status) ? [{ rule: 'court.near', of: id }] : [];

function ofComplaint(of: Complaint, at: { now: Instant; retention: Retention }): readonly ErasureHold[] {
  if (!hasEnded(of)) return [{ rule: 'complaint.open', of: of.id }];
  const { agreementDays, complaintDays } = at.retention;
  const agreed = of.agreements.map((one) => one.at + agreementDays * DAY);
  // Whatever ran a deadline is kept as a complaint, also where somebody found later that it was none.
  const file =
    of.kind === 'complaint' || of.clocks.length > 0
      ? [(of.resolvedAt ?? of.receivedAt) + complaintDays[of.jurisdiction] * DAY]
      : [];
  return [...keptUntil('agreement.kept', of.id, agreed), ...keptUntil('complaint.kept', of.id, file)].filter(
    ({ until = 0 }) => until > at.now,
  );
}

const keptUntil = (rule: ErasureRule, of: string, ends: readonly Instant[]): readonly ErasureHold[] =>
  ends.length === 0 ? [] : [{ rule, of, until: Math.max(...ends) }];
