import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import { contactPoints } from '#domain/customer/emergency-contact.ts';
import { recordPoints } from '#domain/customer/holders.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { Fault } from '#domain/errors.ts';
import type { ErasureHold } from '#domain/subject/holds.ts';
import type { Instant } from '#domain/time.ts';
import type { Change } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import { type Ended, endOf } from './afterwards.ts';
import type { PrivacyNeeds } from './ports.ts';
import { holdsOf, mattersOf, type Subject } from './record.ts';

/** Who orders it and why, and who approved it; `again`: it was done before, and a restore has undone it. */
export type Ordered = {
  readonly by: string;
  readonly reason: string;
  readonly approvedBy?: string;
  readonly again?: true;
};
export type Erased =
  | ({ readonly kind: 'erased'; readonly at: Instant } & Ended)
  | { readonly kind: 'held'; readonly holds: readonly ErasureHold[] }
  | { readonly kind: 'unknown' };

const TRIES = 3;

/**
 * Erases somebody: their key, their registry and a line in the list of erasures, in one transaction that rests on the
 * record as it was judged. From then on no claim of a contact can be won; what was open is closed after it. Asked again
 * it finishes what was cut short, and changes nothing else.
 * @throws Fault `store.conflict` when the record moves faster than it can be judged
 */
export async function erase(subject: Subject, ordered: Ordered, needs: PrivacyNeeds): Promise<Erased> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const found = await find(subject, needs);
    if (found === undefined) {
      // A restore to an instant before their record came brought back cases that had been opened before it.
      if (ordered.again === true) await endOf(subject, needs);
      return { kind: 'unknown' };
    }
    if ('since' in found) return { kind: 'erased', at: found.since, ...(await endOf(subject, needs)) };
    const matters = await mattersOf(subject.customerId, needs);
    const holds = standing(await holdsOf(subject, matters, needs), ordered);
    if (holds.length > 0) return { kind: 'held', holds };
    if ((await needs.commit(await changeOf(found, ordered, needs))) === 'committed') {
      return { kind: 'erased', at: needs.now(), ...(await endOf(subject, needs, matters)) };
    }
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

/** What was judged once is not judged again on an older record; an order of a court that came since is. */
const standing = (holds: readonly ErasureHold[], { again }: Ordered): readonly ErasureHold[] =>
  again === undefined ? holds : holds.filter(({ rule }) => rule === 'hold.legal');

type Standing = { readonly person: PersonRecord; readonly contact?: EmergencyContact };

async function find(
  { customerId, contactId }: Subject,
  needs: PrivacyNeeds,
): Promise<Standing | { readonly since: Instant } | undefined> {
  const [person, since] = await Promise.all([
    needs.people.load(customerId),
    contactId === undefined ? needs.erased.customer(customerId) : needs.erased.contact(customerId, contactId),
  ]);
  if (since !== undefined) return { since };
  if (person === undefined) return undefined;
  if (contactId === undefined) return { person };
  const contact = person.contacts.find((one) => one.contactId === contactId);
  return contact === undefined ? undefined : { person, contact };
}

/** Source: TransactWriteItems limits. A record has at most 10 contacts, and as many places of removed ones as came and went. */
const MOST_CONTACTS = 80;

async function changeOf({ person, contact }: Standing, ordered: Ordered, needs: PrivacyNeeds): Promise<Change> {
  const at = needs.now();
  const { state } = person.customer;
  const entry = entryOf({ person, ...(contact === undefined ? {} : { contact }) }, ordered, at);
  const gone = contact === undefined ? person.contacts.slice(0, MOST_CONTACTS) : [contact];
  const { by, reason, again } = ordered;
  const named = { customerId: state.id, ...(contact === undefined ? {} : { contactId: contact.contactId }) };
  const line = again === undefined ? [await needs.list.put({ ...named, at, by, reason })] : [];
  return {
    advances: [
      contact === undefined ? needs.customerErased(person.customer, entry) : await withoutContact(person, entry, needs),
    ],
    also: [...gone.map((one) => needs.contactErased(one, at)), ...line, needs.noLegalHold(state.id)],
  };
}

/** The customer stays; whatever was decided on the contact does not. */
function withoutContact({ customer, key }: PersonRecord, entry: EntryDraft, needs: PrivacyNeeds) {
  const after: Customer = { ...customer.state, gateVersion: customer.state.gateVersion + 1 };
  return needs.customerChange({ before: { stored: customer, key }, after, entry });
}

/** The record keeps who ordered it, who approved it, and whose numbers they were, as keyed hashes: what comes after it finds them here. */
function entryOf({ person, contact }: Standing, { by, approvedBy }: Ordered, at: Instant): EntryDraft {
  const { state } = person.customer;
  const actor = { kind: 'staff', id: by } as const;
  const approved = approvedBy === undefined ? {} : { approvedBy };
  if (contact === undefined) {
    const points = recordPoints(state, person.contacts);
    const facts = { points, contacts: person.contacts.length, ...approved };
    return { type: 'customer.erased', actor, at, facts, effects: [] };
  }
  const facts = { contactId: contact.contactId, points: contactPoints(contact), ...approved };
  return { type: 'contact.erased', actor, at, facts, effects: [{ do: 'wake', customerId: state.id }] };
}
