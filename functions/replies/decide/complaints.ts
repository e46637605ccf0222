import { contactParts } from '#domain/complaint/contact-parts.ts';
import { homeOf } from '#domain/complaint/home.ts';
import type { ComplaintInput } from '#domain/complaint/life/received.ts';
import { isComplaintRefusal } from '#domain/complaint/transition.ts';
import type { TriageContext, TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import type { MeantForComplaint } from '#domain/reply/complaint-contact.ts';
import type { Said } from '#domain/reply/meaning.ts';
import type { Intent } from '#domain/words.ts';
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
  const caseId = needs.ids.hashedId(contactParts(on.complaint.state));
  return meant(reply, { now: needs.now(), book, hash: needs.hash, caseId, policies: needs.book });
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

/** Wishes about the address itself are carried out as such; whether any other words complain, triage tells. */
const WISHES: readonly Intent[] = ['stop', 'start', 'wrong_person'];

/**
 * A complaint, with what triage makes of it. A text on the telephone needs somebody whose it is, and says so itself; what
 * is written elsewhere is long enough for triage to find it.
 */
export async function complained(
  { message, read, holder }: Heard,
  needs: ReplyNeeds,
): Promise<TriageVerdict | undefined> {
  const says = read.intent === 'complaint';
  if (message.channel === 'sms') return says && holder !== undefined ? triageOf(message, {}, needs) : undefined;
  if (WISHES.includes(read.intent)) return undefined;
  const found = says || (await needs.complaints()).triage(message.text.reveal(), {}).kind === 'complaint';
  return found ? triageOf(message, {}, needs) : undefined;
}

export type Complaining = {
  readonly message: Message;
  /** Absent: nobody we know, whose words get a key of their own, as do those of an emergency contact. */
  readonly person?: PersonRecord;
  readonly triage: TriageVerdict;
  /** An automatic text tells them that it was heard. */
  readonly told: boolean;
} & Pick<ComplaintInput, 'id' | 'audience' | 'contactId' | 'caseId' | 'accountId' | 'purpose'>;

/**
 * Taken down as an aggregate of its own, with the clocks of its receipt. Its holds are put on the customer who complains,
 * not on one complained about; of somebody nobody knows nothing is held.
 */
export async function openComplaint(of: Complaining, needs: ReplyNeeds): Promise<ComplaintDraft> {
  const { message, person, ...known } = of;
  const { receive, book } = await needs.complaints();
  const customer = person?.customer.state;
  const locale = message.locale ?? customer?.locale;
  // An emergency contact's words are theirs: they go with them, not with the customer.
  const isOwn = person === undefined || known.audience === 'contact';
  const key = isOwn ? await needs.store.newKey() : person.key;
  const input: ComplaintInput = {
    ...known,
    channel: message.channel,
    receivedAt: message.at,
    ...(customer === undefined ? {} : { customerId: customer.id }),
    ...(isOwn ? { key } : {}),
    point: message.point,
    ...(locale === undefined ? {} : { locale }),
    inboundId: message.id,
    ...homeOf(customer, needs.home(), needs.book),
  };
  const received = receive(input, { now: needs.now(), book });
  if (isComplaintRefusal(received)) throw new Error(`complaint: got ${received.refused}, expected one taken down`);
  return { transition: received, key, ...(person === undefined ? {} : { person }) };
}
