import * as v from 'valibot';
import type { FollowUp } from '#domain/complaint/complaint.ts';
import { isComplaintOpen } from '#domain/complaint/transition.ts';
import type { Instant } from '#domain/time.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { FollowUpShape } from '../../shapes/complaint.ts';
import { read } from '../facts.ts';
import { time, timeIf } from '../shown.ts';

type Told = v.InferOutput<typeof FollowUpShape>;

const Asked = v.object({ caseId: v.string() });
/** The asking that a resolution opened for the next morning. */
const Asks = v.object({ asks: v.object({ caseId: v.string(), at: v.number() }) });
/** In digits, or in words: then it is only known that they answered. */
const RatedAgain = v.object({ rating: v.union([v.number(), v.string()]) });

/** Every asking afterwards, oldest first: the snapshot keeps the running one, the timeline tells those before a reopening. */
export function followUpsOf({ stored, entries }: WholeComplaint): Told[] {
  const past: Told[] = [];
  let asked: { readonly caseId: string; readonly at: Instant } | undefined;
  for (const entry of entries) {
    asked = entry.type === 'complaint.gave-way' ? undefined : (askedBy(entry) ?? asked);
    if (entry.type !== 'complaint.reopened') continue;
    // Reopened before the morning came: nobody was asked.
    if (asked !== undefined && asked.at > entry.at) asked = undefined;
    const rating = read(RatedAgain, entry)?.rating;
    if (asked !== undefined || rating !== undefined) {
      const said = rating === undefined ? {} : { ratedAt: time(entry.at) };
      const by = asked === undefined ? {} : { caseId: asked.caseId, plannedFor: time(asked.at) };
      past.push({ ...by, ...said, ...(typeof rating === 'number' ? { rating } : {}) });
    }
    asked = undefined;
  }
  const { followUp, status } = stored.state;
  // Reopened, it keeps when it last asked: that round is told already.
  return followUp === undefined || isComplaintOpen(status) ? past : [...past, followUpView(followUp)];
}

function askedBy(entry: Entry): { readonly caseId: string; readonly at: Instant } | undefined {
  if (entry.type === 'complaint.resolved') return read(Asks, entry)?.asks;
  const asked = entry.type === 'complaint.asked' ? read(Asked, entry) : undefined;
  return asked === undefined ? undefined : { ...asked, at: entry.at };
}

const followUpView = ({ plannedFor, ratedAt, ...of }: FollowUp): Told => ({
  ...of,
  plannedFor: time(plannedFor),
  ratedAt: timeIf(ratedAt),
});
