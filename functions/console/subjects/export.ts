import type { EmergencyContact } from '#domain/customer/customer.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import { accountView } from '../operations/registry/account.ts';
import { registryView } from '../operations/registry/customer.ts';
import { caseView, type Texts } from '../views/case-view.ts';
import { complaintView } from '../views/complaint-view.ts';
import { contactView } from '../views/customer-view.ts';
import { holdView } from '../views/hold-view.ts';
import { stagesOfCase, stepOf } from '../views/plan-step.ts';
import { time } from '../views/shown.ts';
import { whyView } from '../views/why-view.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import { withoutOthers } from './others.ts';
import type { PrivacyNeeds } from './ports.ts';
import { holdsOf, type Matters, mattersOf } from './record.ts';

/**
 * Everything held about a customer: the registry, every case with its texts, replies and decisions, every complaint with
 * its offers and agreements, the accounts. Nothing of others: no name of staff, no word of an emergency contact.
 */
export async function exportCustomer(person: PersonRecord, needs: PrivacyNeeds): Promise<unknown> {
  const { id } = person.customer.state;
  const matters = await mattersOf(id, needs);
  const [registry, cases, complaints, accounts, holds] = await Promise.all([
    registryView(person, needs),
    wholeCases(matters, needs),
    wholeComplaints(matters, needs),
    accountsOf(id, matters, needs),
    holdsOf({ customerId: id }, matters, needs),
  ]);
  return withoutOthers({
    subject: { customerId: id },
    exportedAt: time(needs.now()),
    registry: registry.view,
    accounts: accounts.map(accountView),
    cases: await Promise.all(cases.map((one) => caseOf(one, { person, needs }))),
    complaints: await Promise.all(complaints.map((one) => complaintOf(one, { person, cases, needs }))),
    holds: holds.map(holdView),
  });
}

/** Everything held about an emergency contact: their own record, how they were contacted, what they said. */
export async function exportContact(
  person: PersonRecord,
  contact: EmergencyContact,
  needs: PrivacyNeeds,
): Promise<unknown> {
  const { id } = person.customer.state;
  const { contactId } = contact;
  const matters = await mattersOf(id, needs);
  const [point, cases, holds] = await Promise.all([
    contact.phone === undefined ? undefined : needs.points.load(contact.phone.point),
    wholeCases(matters, needs),
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
    holds: holds.map(holdView),
  });
}

const all = async <T>(found: readonly Promise<T | undefined>[]): Promise<readonly T[]> =>
  (await Promise.all(found)).flatMap((one) => one ?? []);
const wholeCases = ({ cases }: Matters, needs: PrivacyNeeds) => all(cases.map(({ id }) => needs.cases.whole(id)));
const wholeComplaints = ({ complaints }: Matters, { complaints: store }: PrivacyNeeds) =>
  all(complaints.map(({ id }) => store.whole(id)));

const standing = ({ book, now }: PrivacyNeeds) => ({ stepOf: stepOf(book), stagesOf: stagesOfCase(book), now: now() });
type With = { readonly person: PersonRecord; readonly needs: PrivacyNeeds };

async function caseOf(whole: WholeCase, { person, needs }: With): Promise<object> {
  const { accountId, key } = whole.stored.state;
  const account = await ownAccount(person.customer.state.id, accountId, needs);
  const own = whole.entries.filter(isOwn);
  const texts = [...(await textsUnder(person.key, own, needs)), ...(await textsUnder(key, own, needs))];
  return { ...caseView(whole, standing(needs), new Map(texts)), decisions: whyView(whole, account) };
}
/** What an emergency contact said is theirs. */
const isOwn = ({ type, facts }: Entry): boolean => !(type === 'reply.received' && facts['audience'] === 'contact');

async function complaintOf(
  whole: WholeComplaint,
  { person, cases, needs }: With & { readonly cases: readonly WholeCase[] },
): Promise<object> {
  const { audience, caseId, key } = whole.stored.state;
  const from = cases.find(({ stored }) => stored.state.id === caseId);
  const entries = audience === 'contact' ? [] : whole.entries;
  const texts = [...(await textsUnder(person.key, entries, needs)), ...(await textsUnder(key, entries, needs))];
  return complaintView(whole, { from, linkedRefs: [] }, new Map(texts));
}
async function textsUnder(key: Of['key'], entries: readonly Entry[], { open }: PrivacyNeeds): Promise<Texts> {
  if (key === undefined) return new Map();
  const opened = await Promise.all(entries.map(async (entry) => [entry.seq, await open(key, entry)] as const));
  return new Map(opened.flatMap(([seq, text]) => (text === undefined ? [] : [[seq, text] as const])));
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
