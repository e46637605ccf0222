import { homeOf } from '#domain/complaint/home.ts';
import type { ComplaintInput } from '#domain/complaint/life/received.ts';
import { isComplaintRefusal } from '#domain/complaint/transition.ts';
import type { TriageContext, TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import type { MeantForComplaint } from '#domain/reply/complaint-contact.ts';
import type { Said } from '#domain/reply/meaning.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { Bearing } from '../hear/bearing.ts';
import type { Heard } from '../hear/gather.ts';
import type { Message, ReplyNeeds } from '../ports.ts';
import type { ComplaintDraft } from './draft.ts';

/** An answer to an offer or a rating, with what it does to its complaint. Undefined: it is neither. */
export async function meantOfContact(
  said: Said,
  { heard, on }: { readonly heard: Heard; readonly on: Bearing },
  needs: ReplyNeeds,
): Promise<MeantForComplaint | undefined> {
  if (on.complaint === undefined || on.person === undefined) return undefined;
  const { meant, book } = await needs.complaints();
  const text = heard.message.text.reveal();
  const reply = { said, complaint: on.complaint.state, heard: wordsOf(heard.message, said, needs), text };
  return meant(reply, { now: needs.now(), book, hash: needs.hash, policies: needs.book });
}

/** Of a number its last four digits tell whose words they were; of anything else nothing is told. */
function wordsOf(message: Message, { trust }: Said, { hash }: ReplyNeeds) {
  const tail = message.channel === 'sms' ? { from: message.address.reveal().slice(-4) } : {};
  return {
    inboundMessageId: message.id,
    point: message.point,
    trust,
    textHash: hash(message.text.reveal()),
    receivedAt: message.at,
    ...tail,
  };
}

/** What was heard as a complaint is one, however few its words: triage says of what, and how grave. */
export async function triageOf(message: Message, context: TriageContext, needs: ReplyNeeds): Promise<TriageVerdict> {
  const verdict = (await needs.complaints()).triage(message.text.reveal(), context);
  const least = context.category === 'not_owed' ? 'P2' : 'P3';
  return { ...verdict, kind: 'complaint', severity: verdict.severity < least ? verdict.severity : least };
}

export type Complaining = {
  readonly message: Message;
  readonly person: PersonRecord;
  readonly triage: TriageVerdict;
  /** An automatic text tells them that it was heard. */
  readonly told: boolean;
} & Pick<ComplaintInput, 'id' | 'audience' | 'contactId' | 'caseId' | 'accountId' | 'purpose'>;

/**
 * Taken down as an aggregate of its own, with the clocks of its receipt. Its holds are put on the customer who complains,
 * not on one complained about.
 */
export async function openComplaint(of: Complaining, needs: ReplyNeeds): Promise<ComplaintDraft> {
  const { message, person, ...known } = of;
  const { receive, book } = await needs.complaints();
  const customer = person.customer.state;
  const input: ComplaintInput = {
    ...known,
    channel: message.channel,
    receivedAt: message.at,
    customerId: customer.id,
    point: message.point,
    locale: message.locale ?? customer.locale,
    inboundId: message.id,
    ...homeOf(customer, needs.home(), needs.book),
  };
  const received = receive(input, { now: needs.now(), book });
  if (isComplaintRefusal(received)) throw new Error(`complaint: got ${received.refused}, expected one taken down`);
  return { transition: received, person };
}
