import * as v from 'valibot';
import type { FollowUp } from '#domain/complaint/complaint.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { FollowUpShape } from '../../shapes/complaint.ts';
import { read } from '../facts.ts';
import { time, timeIf } from '../shown.ts';

type Told = v.InferOutput<typeof FollowUpShape>;

const Asked = v.object({ caseId: v.string() });
/** In digits, or in words: then it is only known that they answered. */
const RatedAgain = v.object({ rating: v.union([v.number(), v.string()]) });

/** Every asking afterwards, oldest first: the snapshot keeps the running one, the timeline tells those before a reopening. */
export function followUpsOf({ stored, entries }: WholeComplaint): Told[] {
  const past: Told[] = [];
  let asked: Told | undefined;
  for (const entry of entries) {
    const asking = entry.type === 'complaint.asked' ? read(Asked, entry) : undefined;
    if (asking !== undefined) asked = { caseId: asking.caseId, plannedFor: time(entry.at) };
    if (entry.type !== 'complaint.reopened') continue;
    const rating = read(RatedAgain, entry)?.rating;
    if (asked !== undefined || rating !== undefined) {
      const said = rating === undefined ? {} : { ratedAt: time(entry.at) };
      past.push({ ...asked, ...said, ...(typeof rating === 'number' ? { rating } : {}) });
    }
    asked = undefined;
  }
  const { followUp } = stored.state;
  return followUp === undefined ? past : [...past, followUpView(followUp)];
}

const followUpView = ({ plannedFor, ratedAt, ...of }: FollowUp): Told => ({
  ...of,
  plannedFor: time(plannedFor),
  ratedAt: timeIf(ratedAt),
});
