import type { EmergencyContact } from '#domain/customer/customer.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import { caseView } from '../views/case-view.ts';
import { complaintView } from '../views/complaint-view.ts';
import { contactView } from '../views/customer-view.ts';
import { holdView } from '../views/hold-view.ts';
import { time } from '../views/shown.ts';
import { inboxOf, standing, textsUnder, wholeCases, wholeComplaints } from './held.ts';
import { withoutOthers } from './others.ts';
import type { PrivacyNeeds } from './ports.ts';
import { holdsOf, mattersOf } from './record.ts';

/**
 * Everything held about an emergency contact: their own record, how they were contacted, what they said, and what they
 * complained of.
 */
export async function exportContact(
  person: PersonRecord,
  contact: EmergencyContact,
  needs: PrivacyNeeds,
): Promise<unknown> {
  const { id } = person.customer.state;
  const { contactId } = contact;
  const matters = await mattersOf(id, needs);
  const theirs = matters.complaints.filter((one) => one.contactId === contactId);
  const [point, cases, complaints, inbox, holds] = await Promise.all([
    contact.phone === undefined ? undefined : needs.points.load(contact.phone.point),
    wholeCases(matters, needs),
    wholeComplaints({ complaints: theirs }, needs),
    inboxOf({ customerId: id, contactId }, needs),
    holdsOf({ customerId: id, contactId }, matters, needs),
  ]);
  const key = person.contactKeys?.get(contactId);
  return withoutOthers({
    subject: { customerId: id, contactId },
    exportedAt: time(needs.now()),
    registry: contactView(contact, point?.state),
    contacts: await Promise.all(cases.map((whole) => withContact(whole, { contactId, key, needs }))).then((all) =>
      all.flat(),
    ),
    complaints: await Promise.all(complaints.map((one) => complaintOf(one, person, needs))),
    inbox,
    holds: holds.map(holdView),
  });
}

/** What they complained of, and what became of it; the case that it came out of is the customer's. */
async function complaintOf(whole: WholeComplaint, person: PersonRecord, needs: PrivacyNeeds): Promise<object> {
  const keys = [person.key, whole.stored.state.key];
  const texts = await Promise.all(keys.map((key) => textsUnder(key, whole.entries, needs)));
  return complaintView(whole, { from: undefined, linkedRefs: [] }, new Map(texts.flatMap((some) => [...some])));
}

type Of = { readonly contactId: string; readonly key: Uint8Array | undefined; readonly needs: PrivacyNeeds };

/** What one case did with a contact: attempts, and replies in their own words. */
async function withContact(whole: WholeCase, { contactId, key, needs }: Of): Promise<readonly object[]> {
  const theirs = whole.entries.filter(({ facts }) => facts['contactId'] === contactId);
  const texts = await textsUnder(key, theirs, needs);
  const { attempts, replies, id } = caseView(whole, standing(needs), texts);
  const of = <T extends { readonly contactId?: string | undefined }>(some: readonly T[]): T[] =>
    some.filter((one) => one.contactId === contactId);
  const shown = { caseId: id, attempts: of(attempts), replies: of(replies) };
  return shown.attempts.length + shown.replies.length === 0 ? [] : [shown];
}
