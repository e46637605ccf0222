import type { Instant } from '../time.ts';
import { nextClockTime } from './clocks/marks.ts';
import type { SlaBook } from './clocks/policy.ts';
import { type Complaint, hasEnded } from './complaint.ts';
import { isPending } from './offer.ts';

/**
 * The one instant at which a complaint looks at itself next: a notice of its clocks, the end of an offer, the asking
 * afterwards. One that has ended looks once more where a clock ran out and nobody was told before it ended.
 */
export function complaintTimer(of: Complaint, book: SlaBook): Instant | undefined {
  if (hasEnded(of)) return nextClockTime({ clocks: of.clocks.filter(({ state }) => state === 'BREACHED') }, book);
  const { followUp } = of;
  const asks = followUp !== undefined && followUp.caseId === undefined && followUp.ratedAt === undefined;
  const times = [
    nextClockTime(of, book),
    ...of.offers.filter(isPending).map((offer) => offer.expiresAt),
    asks && of.status === 'RESOLVED' ? followUp.plannedFor : undefined,
  ].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
