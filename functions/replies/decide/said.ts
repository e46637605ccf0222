import type { ReplyFacts } from '#domain/case/reply.ts';
import { hasNewerHolder } from '#domain/contact/gate/address.ts';
import type { Address } from '#domain/customer/customer.ts';
import type { MeantForComplaint } from '#domain/reply/complaint-contact.ts';
import { type Meant, meaningOf, type Said } from '#domain/reply/meaning.ts';
import type { Intent, Trust } from '#domain/words.ts';
import type { Bearing } from '../hear/bearing.ts';
import type { Heard } from '../hear/gather.ts';
import type { Message, ReplyNeeds } from '../ports.ts';
import { meantOfContact } from './complaints.ts';

/**
 * As far as the way it came deserves; a third party is trusted with nothing, nor is a number that somebody else has
 * since, and whoever is signed in as somebody else with no more than a mail. Source: docs/behaviour.md, Replies.
 */
function trustOf({ trust, customerId }: Message, on: Bearing, isTheirs: boolean): Trust {
  if (on.audience !== 'customer' || !isTheirs) return 0;
  return customerId === undefined || customerId === on.stored.state.customerId ? trust : UNSURE;
}
const UNSURE = 1;

/** What the reply means for the case it bears on. */
export async function meantOnCase(heard: Heard, on: Bearing, needs: ReplyNeeds): Promise<MeantForComplaint> {
  const said = saidOf(heard, on, needs);
  if (heard.ambiguous && on.audience === 'customer' && AN_ANSWER.includes(heard.read.intent)) return whichOne(said);
  return (await meantOfContact(said, { heard, on }, needs)) ?? meaningOf(said, needs.book, needs.now());
}

function saidOf(heard: Heard, on: Bearing, needs: ReplyNeeds): Said {
  const { point, message, read } = heard;
  const address = addressOf(message, on);
  // A number that left the record, or is known to be wrong, is as good as changed just now.
  const changed = address === undefined || point.state.quarantine !== undefined ? needs.now() : address.since;
  return {
    read,
    of: on.stored.state,
    audience: on.audience,
    trust: trustOf(message, on, !isSomebodyElses(heard, on)),
    open: on.open,
    certain: on.certain,
    ...(changed > 0 ? { numberChangedAt: changed } : {}),
    optedOut: point.state.optOut !== undefined,
    complaintId: needs.ids.hashedId(['complaint', message.point, message.id]),
  };
}

function addressOf(message: Message, { person }: Bearing): Address | undefined {
  const { phones = [], mails = [] } = person?.customer.state ?? {};
  return [...phones, ...mails].find((one) => one.point === message.point);
}

/** The gate sends nothing to such a number; what comes from it is not the customer's word either. */
const isSomebodyElses = ({ point, message }: Pick<Heard, 'point' | 'message'>, on: Bearing): boolean =>
  hasNewerHolder(point.state, {
    customerId: on.stored.state.customerId,
    verifiedAt: addressOf(message, on)?.verifiedAt,
  });

/** Words that answer a question and say nothing without it. */
const AN_ANSWER: readonly Intent[] = ['confirm', 'deny', 'accept', 'decline', 'rating', 'counter', 'unclear'];

/** Several questions and an answer that names none: asked back once, then a person. */
function whichOne({ of, optedOut }: Said): Meant {
  if (optedOut) return { meaning: { do: 'person' } };
  return { meaning: { do: 'clarify' }, answer: of.clarified === true ? 'answer.thanks' : 'answer.which' };
}

/** The reply as it is recorded on the case; its words go sealed beside it. */
export const factsOf = ({ message, read, point }: Heard, on: Bearing): ReplyFacts => ({
  inboundId: message.id,
  intent: read.intent,
  trust: trustOf(message, on, !isSomebodyElses({ point, message }, on)),
  ...(read.token === undefined ? {} : { token: read.token }),
  audience: on.audience,
  ...(on.contactId === undefined ? {} : { contactId: on.contactId }),
  ...(on.attempt === undefined ? {} : { attempt: on.attempt }),
  point: message.point,
  at: message.at,
  why: read.why,
});
