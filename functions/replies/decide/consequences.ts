import type { Meant } from '#domain/reply/meaning.ts';
import { movePoint, type PointMove } from '#domain/reply/point-moves.ts';
import { asksForSilence } from '#domain/reply/reading/reading.ts';
import type { Instant } from '#domain/time.ts';
import type { Bearing } from '../hear/bearing.ts';
import type { Heard } from '../hear/gather.ts';

type Move = {
  readonly heard: Heard;
  readonly on: Bearing;
  readonly meant: Meant;
  /** A complaint says that nobody known is at this number. */
  readonly namesWrongContact: boolean;
};

/** What changes on the number itself; undefined where nothing does. */
export function pointMoveOf({ heard, on, meant, namesWrongContact }: Move, now: Instant): PointMove | undefined {
  const { message, read } = heard;
  const before = heard.point.state;
  const move = movePoint(
    before,
    {
      optOut: asksForSilence(read),
      optIn: read.intent === 'start',
      quarantine: namesWrongContact || read.intent === 'wrong_person',
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
