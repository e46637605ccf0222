import { localTime } from '../calendar/zone.ts';
import type { ContactAbout } from '../case/contacts/about.ts';
import { ended } from '../case/transition.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { type Rating, rateComplaint } from '../complaint/life/follow-up.ts';
import type { Heard } from '../complaint/offers/agreement.ts';
import { type AnswerAt, acceptOffer, counterOffer, declineOffer, noteLateAnswer } from '../complaint/offers/answer.ts';
import { offerOf } from '../complaint/offers/move.ts';
import { readCounter } from '../complaint/offers/reading/counter.ts';
import { valueOf } from '../complaint/offers/terms.ts';
import { type ComplaintRefusal, type ComplaintTransition, isComplaintRefusal } from '../complaint/transition.ts';
import type { PolicyBook } from '../policy/book.ts';
import { trustToConfirm } from '../policy/confirming.ts';
import type { TemplateName } from '../policy/template-names.ts';
import type { Intent } from '../words.ts';
import type { Meant, Said } from './meaning.ts';

/** A reply to a text or question of a complaint, with the complaint it is about. */
export type ComplaintReply = {
  readonly said: Said;
  readonly complaint: Complaint;
  readonly heard: Heard;
  readonly text: string;
};

export type ReplyAt = Omit<AnswerAt, 'by'> & { readonly policies: PolicyBook };

/**
 * What the reply means for its case, and the move of the complaint that goes with it in one transaction. Whatever the move
 * tells by a contact of its own is told by the automatic answer instead, where one may go.
 */
export type MeantForComplaint = Meant & { readonly move?: ComplaintTransition };

/**
 * Answers to an offer and ratings. Undefined: the words say something else, and mean what they would for any case.
 */
export function meantForComplaint(reply: ComplaintReply, at: ReplyAt): MeantForComplaint | undefined {
  const { said } = reply;
  const { about } = said.of;
  if (said.audience !== 'customer' || about === undefined) return undefined;
  if (about.what === 'offer') return onOffer(reply, about, at);
  return about.what === 'follow-up' && said.read.intent === 'rating' ? onFollowUp(reply, at) : undefined;
}

type OfferAsked = Extract<ContactAbout, { what: 'offer' }>;

/** An answer names its question by token or message, or was the only one asked lately. */
const isNamed = ({ certain, read }: Said): boolean => certain || read.token !== undefined;

function onOffer(reply: ComplaintReply, about: OfferAsked, at: ReplyAt): MeantForComplaint | undefined {
  const { said } = reply;
  if (!isNamed(said)) return undefined;
  switch (said.read.intent) {
    case 'accept':
    case 'confirm':
      return mayAgree(said, about, at) ? agreed(reply, about, at) : undefined;
    case 'decline':
    case 'deny':
      return answered(reply, declineOffer(reply.complaint, answerTo(reply, about), at), { about, at });
    case 'counter':
      return answered(reply, counterOffer(reply.complaint, counterTo(reply, about), at), { about, at });
    default:
      return undefined;
  }
}

const answerTo = ({ heard }: ComplaintReply, { offerId }: OfferAsked) => ({ offerId, heard });

/** The terms named in the text, in the offer's currency where it names none, by the calendar where the customer is. */
function counterTo(reply: ComplaintReply, about: OfferAsked) {
  const { complaint, heard, text } = reply;
  const currency = valueOf(about.terms)?.currency;
  const today = localTime(complaint.timezone, heard.receivedAt).day;
  return {
    ...answerTo(reply, about),
    ...readCounter(text, { today, ...(currency === undefined ? {} : { currency }) }),
  };
}

/** An agreement needs the trust that a confirmation of the same sum needs. */
function mayAgree({ of, trust, numberChangedAt }: Said, about: OfferAsked, { policies, now }: ReplyAt): boolean {
  const amount = valueOf(about.terms);
  const confirming = {
    rules: policies.purpose(of.purpose),
    ...(amount === undefined ? {} : { amount }),
    ...(numberChangedAt === undefined ? {} : { numberChangedAt }),
  };
  return trust >= trustToConfirm(policies, confirming, now);
}

const agreed = (reply: ComplaintReply, about: OfferAsked, at: ReplyAt): MeantForComplaint =>
  answered(reply, acceptOffer(reply.complaint, answerTo(reply, about), at), { about, at });

/** The question is answered and its case settled; what came after the end of the offer settles nothing. */
function answered(
  reply: ComplaintReply,
  result: ComplaintTransition | ComplaintRefusal,
  by: { readonly about: OfferAsked; readonly at: ReplyAt },
): MeantForComplaint {
  if (isComplaintRefusal(result)) return tooLate(reply, by);
  const answer = NEXT_TEXT[reply.said.read.intent];
  const meant: Meant = { meaning: settled(reply.said), accepted: true, answered: true };
  return { ...meant, ...(answer === undefined ? {} : { answer }), move: result };
}

/** Who agrees gets it in writing, who names other terms hears that they were read; a plain no needs no further text. */
const NEXT_TEXT: Readonly<Partial<Record<Intent, TemplateName>>> = {
  accept: 'complaint.agreed',
  confirm: 'complaint.agreed',
  counter: 'answer.thanks',
};

const settled = ({ of }: Said): Meant['meaning'] => (ended(of) ? { do: 'late', reopen: false } : { do: 'settle' });

/** Said twice it is noted. Whoever answers an offer that is over is told so, and somebody of the department calls. */
function tooLate(
  { complaint, heard, said }: ComplaintReply,
  { about, at }: { readonly about: OfferAsked; readonly at: ReplyAt },
): MeantForComplaint {
  const late: Meant = { meaning: { do: 'late', reopen: false }, answer: 'answer.thanks', accepted: true };
  const wants = said.read.intent !== 'decline' && said.read.intent !== 'deny';
  if (!wants || offerOf(complaint, about.offerId)?.state === 'ACCEPTED') return late;
  return { ...late, answer: 'answer.late', move: noteLateAnswer(complaint, { offerId: about.offerId, heard }, at) };
}

const isRating = (value: number | undefined): value is Rating =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 5;

/** One to five, once: what does not move the complaint any more is noted. */
function onFollowUp({ said, complaint }: ComplaintReply, at: ReplyAt): MeantForComplaint | undefined {
  const { rating } = said.read;
  if (!isNamed(said) || !isRating(rating)) return undefined;
  const rated = rateComplaint(complaint, { rating, heard: true }, at);
  const noted: Meant = { meaning: { do: 'late', reopen: false }, answer: 'answer.thanks', accepted: true };
  // Clocks that cannot be counted are no reason to overhear somebody: a person takes it on.
  if (isComplaintRefusal(rated)) return rated.refused === 'complaint.calendar-missing' ? undefined : noted;
  const meant: Meant = { meaning: settled(said), accepted: true, answered: true };
  return {
    ...meant,
    ...(rated.next.status === 'FOLLOWED_UP_SATISFIED' ? {} : { answer: 'answer.thanks' }),
    move: rated,
  };
}
