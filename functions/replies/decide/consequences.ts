import { holdForComplaint, receiveComplaint } from '#domain/complaint/receive.ts';
import type { Meant } from '#domain/reply/meaning.ts';
import { movePoint, type PointMove } from '#domain/reply/point-moves.ts';
import type { Instant } from '#domain/time.ts';
import type { Bearing, Heard } from '../hear/gather.ts';
import type { Draft } from './draft.ts';

type Move = { readonly heard: Heard; readonly on: Bearing; readonly meant: Meant };

/** A complaint is an aggregate of its own. Its hold is put on the customer who complains, not on one complained about. */
export function complaintOf({ heard, on, meant }: Move, now: Instant): Pick<Draft, 'complaint' | 'hold'> {
  const { person } = on;
  if (meant.meaning.do !== 'complaint' || person === undefined) return {};
  const of = on.stored.state;
  const received = receiveComplaint(
    {
      id: meant.meaning.complaintId,
      channel: heard.message.channel,
      receivedAt: heard.message.at,
      audience: on.audience,
      customerId: of.customerId,
      ...(on.contactId === undefined ? {} : { contactId: on.contactId }),
      caseId: of.id,
      purpose: of.purpose,
      ...meant.complaint,
      inboundId: heard.message.id,
    },
    now,
  );
  const complaint = { ...received, person };
  if (on.audience === 'contact') return { complaint };
  return { complaint, hold: { ...holdForComplaint(person.customer.state, received.next, now), person } };
}

/** What changes on the number itself; undefined where nothing does. */
export function pointOf({ heard, on, meant }: Move, now: Instant): PointMove | undefined {
  const { message, read } = heard;
  const before = heard.point.state;
  const move = movePoint(
    before,
    {
      optOut: read.suppress && read.intent !== 'wrong_person',
      optIn: read.intent === 'start',
      quarantine: read.intent === 'wrong_person',
      ...(meant.answered === true && on.token !== undefined ? { answeredToken: on.token } : {}),
      accepted: meant.accepted === true,
    },
    {
      heard: {
        inboundId: message.id,
        at: message.at,
        audience: on.audience,
        ...(on.contactId === undefined ? {} : { contactId: on.contactId }),
        caseId: on.stored.state.id,
        ...(message.locale === undefined ? {} : { locale: message.locale }),
      },
      now,
    },
  );
  const same =
    move.after.questions.length === before.questions.length &&
    move.after.answers.unanswered === before.answers.unanswered;
  return move.entry === undefined && same ? undefined : move;
}
