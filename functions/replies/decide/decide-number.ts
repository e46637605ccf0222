import type { TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import type { TemplateName } from '#domain/policy/template-names.ts';
import { movePoint, type PointChange } from '#domain/reply/point-moves.ts';
import { asksForSilence } from '#domain/reply/reading/reading.ts';
import type { Locale } from '#domain/words.ts';
import type { Heard } from '../hear/gather.ts';
import type { ReplyNeeds } from '../ports.ts';
import { answerAllowed } from './answer-budget.ts';
import { silenced } from './case-complaint.ts';
import { complained, openComplaint } from './complaints.ts';
import type { Draft } from './draft.ts';
import { refreshHolders } from './refresh-holders.ts';

/**
 * A text that answers no case: wishes about the number itself are carried out, a complaint of a customer is taken down,
 * anything else waits for staff. A number nobody knows gets one neutral answer a day, and learns nothing from it; what
 * nobody known complains of by mail, chat, post or form is taken down without a customer.
 */
export async function decideOnNumber(gathered: Heard, needs: ReplyNeeds): Promise<Draft> {
  const triage = await complained(gathered, needs);
  const heard = silenced(gathered, triage);
  const { message, point, read } = heard;
  const before = point.state;
  const acts = actOf(heard, triage);
  const { accepted = false } = acts.change;
  const wish = { answer: acts.answer, accepted, at: message.at, channel: message.channel };
  const pending = answerAllowed(wish, before, { now: needs.now(), limits: needs.book.limits });
  const complaint = await complaintOf(heard, { triage, told: pending === 'answer.complaint' }, needs);
  const move = movePoint(
    before,
    { ...acts.change, ...(pending === undefined ? {} : { pending }) },
    {
      heard: {
        inboundId: message.id,
        at: message.at,
        ...languageOf(heard),
      },
      now: needs.now(),
    },
  );
  return {
    cases:
      read.intent === 'wrong_person' && acts.change.quarantine === true
        ? refreshHolders({ point: before, message }, needs)
        : [],
    protectedFirst: [],
    ...complaint,
    ...(move.entry === undefined ? {} : { point: move }),
    ...(acts.keeps ? { inbox: holdersOf(heard) } : {}),
    told: {
      intent: read.intent,
      matched: !acts.keeps || complaint.complaint !== undefined,
      optedOut: acts.change.optOut === true && before.optOut === undefined,
      quarantined: acts.change.quarantine === true && before.quarantine === undefined,
      settled: false,
    },
  };
}

/** A token or a digit shows no language: then that of whoever has the number. */
function languageOf({ message, holder }: Heard): { readonly locale?: Locale } {
  const locale = message.locale ?? holder?.customer.state.locale;
  return locale === undefined ? {} : { locale };
}

type Acts = {
  readonly change: PointChange;
  readonly answer: TemplateName;
  /** Staff read it in the inbox. */
  readonly keeps: boolean;
};

function actOf({ read, point, holder }: Heard, triage: TriageVerdict | undefined): Acts {
  const listed = point.state.holders.length > 0;
  const { intent } = read;
  const silence = asksForSilence(read) ? { optOut: true, accepted: true } : {};
  if (triage !== undefined) {
    const answer = read.suppress ? 'answer.stopped' : 'answer.complaint';
    const wrong = triage.flags.includes('wrong_contact') ? { quarantine: true } : {};
    // Whom to answer stands beside the words of somebody nobody knows.
    return { change: { ...silence, ...wrong, accepted: true }, answer, keeps: holder === undefined };
  }
  if (asksForSilence(read)) {
    return { change: silence, answer: 'answer.stopped', keeps: intent !== 'stop' };
  }
  if (intent === 'start' && (listed || point.state.optOut !== undefined)) {
    return { change: { optIn: true, accepted: true }, answer: 'answer.started', keeps: false };
  }
  if (intent === 'wrong_person' && listed) {
    return { change: { quarantine: true, accepted: true }, answer: 'answer.wrong', keeps: false };
  }
  const answer = intent === 'help' && listed ? 'answer.help' : 'answer.neutral';
  return { change: {}, answer, keeps: true };
}

async function complaintOf(
  { message, holder: person }: Heard,
  { triage, told }: { readonly triage: TriageVerdict | undefined; readonly told: boolean },
  needs: ReplyNeeds,
): Promise<Pick<Draft, 'complaint'>> {
  if (triage === undefined) return {};
  const id = needs.ids.hashedId(['complaint', message.point, message.id]);
  const by = person === undefined ? {} : { person };
  return { complaint: await openComplaint({ id, message, ...by, triage, told, audience: 'customer' }, needs) };
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
