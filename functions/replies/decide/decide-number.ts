import { holdForComplaint, receiveComplaint } from '#domain/complaint/receive.ts';
import type { TemplateName } from '#domain/policy/template-names.ts';
import { movePoint, type PointChange } from '#domain/reply/point-moves.ts';
import type { Instant } from '#domain/time.ts';
import type { Heard } from '../hear/gather.ts';
import type { ReplyNeeds } from '../ports.ts';
import { answerAllowed } from './answer-budget.ts';
import type { Draft } from './draft.ts';
import { refreshHolders } from './refresh-holders.ts';

/**
 * A text that answers no case: wishes about the number itself are carried out, a complaint of a customer is taken down,
 * anything else waits for staff. A number nobody knows gets one neutral answer a day, and learns nothing from it.
 */
export function decideOnNumber(heard: Heard, needs: ReplyNeeds): Draft {
  const { message, point, read } = heard;
  const before = point.state;
  const acts = actOf(heard);
  const { accepted = false } = acts.change;
  const wish = { answer: acts.answer, accepted, at: message.at, channel: message.channel };
  const pending = answerAllowed(wish, before, { now: needs.now(), limits: needs.book.limits });
  const complaint = acts.complains ? complaintOf(heard, needs) : {};
  const move = movePoint(
    before,
    { ...acts.change, ...(pending === undefined ? {} : { pending }) },
    {
      heard: {
        inboundId: message.id,
        at: message.at,
        ...(message.locale === undefined ? {} : { locale: message.locale }),
      },
      now: needs.now(),
    },
  );
  return {
    cases: acts.change.quarantine === true ? refreshHolders({ point: before, message }, needs) : [],
    protectedFirst: [],
    ...complaint,
    ...(move.entry === undefined ? {} : { point: move }),
    ...(acts.keeps ? { inbox: holdersOf(heard) } : {}),
    told: {
      intent: read.intent,
      matched: !acts.keeps,
      optedOut: acts.change.optOut === true && before.optOut === undefined,
      quarantined: acts.change.quarantine === true && before.quarantine === undefined,
      settled: false,
    },
  };
}

type Acts = {
  readonly change: PointChange;
  readonly answer: TemplateName;
  readonly complains: boolean;
  /** Staff read it in the inbox. */
  readonly keeps: boolean;
};

function actOf({ read, point, holder }: Heard): Acts {
  const listed = point.state.holders.length > 0;
  const { intent } = read;
  const silence = read.suppress && intent !== 'wrong_person' ? { optOut: true, accepted: true } : {};
  if (intent === 'complaint' && holder !== undefined) {
    const answer = read.suppress ? 'answer.stopped' : 'answer.complaint';
    return { change: { ...silence, accepted: true }, answer, complains: true, keeps: false };
  }
  if (read.suppress && intent !== 'wrong_person') {
    return { change: silence, answer: 'answer.stopped', complains: false, keeps: intent !== 'stop' };
  }
  if (intent === 'start' && (listed || point.state.optOut !== undefined)) {
    return { change: { optIn: true, accepted: true }, answer: 'answer.started', complains: false, keeps: false };
  }
  if (intent === 'wrong_person' && listed) {
    return { change: { quarantine: true, accepted: true }, answer: 'answer.wrong', complains: false, keeps: false };
  }
  const answer = intent === 'help' && listed ? 'answer.help' : 'answer.neutral';
  return { change: {}, answer, complains: false, keeps: true };
}

function complaintOf({ message, holder }: Heard, needs: ReplyNeeds): Pick<Draft, 'complaint' | 'hold'> {
  if (holder === undefined) return {};
  const now: Instant = needs.now();
  const received = receiveComplaint(
    {
      id: needs.ids.hashedId(['complaint', message.point, message.id]),
      channel: message.channel,
      receivedAt: message.at,
      audience: 'customer',
      customerId: holder.customer.state.id,
      inboundId: message.id,
    },
    now,
  );
  return {
    complaint: { ...received, person: holder },
    hold: { ...holdForComplaint(holder.customer.state, received.next, now), person: holder },
  };
}

/** Who has this number on record; staff see them beside the text. */
function holdersOf({ point, message }: Heard): NonNullable<Draft['inbox']> {
  const { holders } = point.state;
  const customer = holders.find((one) => one.kind === 'customer');
  const contact = holders.find((one) => one.kind === 'contact');
  const customerId = customer?.customerId ?? contact?.customerId ?? message.customerId;
  return {
    ...(customerId === undefined ? {} : { customerId }),
    ...(contact?.contactId === undefined ? {} : { matchedContactId: contact.contactId }),
  };
}
