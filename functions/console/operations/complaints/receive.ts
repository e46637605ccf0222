import { DAY, MINUTE, parseInstant } from '#domain/time.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { takeDown } from '../../moves/receive-complaint.ts';
import { invalidAt } from '../../request/invalid.ts';
import { door } from '../../request/operation.ts';
import { type Answer, refuse } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { ReceivedShape } from '../../shapes/complaint.ts';
import { ReceiveBody } from '../../shapes/complaint-moves.ts';

/** Clocks of other systems may be this far ahead of ours. */
const AHEAD = 5 * MINUTE;
/**
 * Six years, leap days counted in: nobody is held to answer a complaint of what lies longer back, so that an older receipt
 * is a slip of the pen. Source: FCA DISP 2.8.2 R (2); docs/behaviour.md, Deliberate readings.
 */
const OLDEST = (6 * 365 + 2) * DAY;

export const receiveComplaintDoor = door({
  summary: {
    en: 'Takes down a complaint of any channel: sorted, on its clocks, held for at once; the same text finds the same complaint',
    zh: '登记任一渠道的投诉:自动分类、起算时限、即时暂停相关触达;同一人的同一内容不重复登记',
  },
  query: NoQuery,
  body: ReceiveBody,
  answer: ReceivedShape,
  statuses: [201, 200],
  problems: ['complaint.reference-used', 'complaint.calendar-missing'],
  run: async ({ caller, body, key }, needs: ComplaintNeeds): Promise<Answer> => {
    const now = needs.now();
    const told = parseInstant(body.receivedAt ?? '') ?? now;
    if (told > now + AHEAD) return invalidAt('/receivedAt', 'expected a time that is not to come');
    if (told < now - OLDEST) return invalidAt('/receivedAt', 'expected a time within the last six years');
    const receivedAt = Math.min(now, told);
    const received = await takeDown({ body, receivedAt, staff: caller.staff, key }, needs);
    if ('refused' in received) {
      return refuse(
        received.refused,
        'got a complaint whose clocks cannot be counted, expected a calendar of that year',
      );
    }
    switch (received.kind) {
      case 'created':
        return { status: 201, body: { id: received.id } };
      case 'exists':
        return { status: 200, body: { id: received.id } };
      case 'reference-used':
        return refuse('complaint.reference-used', 'got another text under a reference that stands, expected the same');
    }
  },
});
