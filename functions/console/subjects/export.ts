import type { WholeCase } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import { accountView } from '../operations/registry/account.ts';
import { registryView } from '../operations/registry/customer.ts';
import { caseView } from '../views/case-view.ts';
import { complaintView } from '../views/complaint-view.ts';
import { holdView } from '../views/hold-view.ts';
import { time } from '../views/shown.ts';
import { whyView } from '../views/why-view.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import { inboxOf, standing, textsUnder, wholeCases, wholeComplaints } from './held.ts';
import { withoutOthers } from './others.ts';
import type { PrivacyNeeds } from './ports.ts';
import { holdsOf, mattersOf } from './record.ts';

/**
 * Everything held about a customer: the registry, every case with its texts, replies and decisions, every complaint with
 * its offers and agreements, the accounts that these name and those that are `asked` for by their ids, texts in the inbox.
 * Nothing of others: no name of staff, no word of an emergency contact.
 */
export async function exportCustomer(
  person: PersonRecord,
  asked: readonly string[],
  needs: PrivacyNeeds,
): Promise<unknown> {
  const { id } = person.customer.state;
  const matters = await mattersOf(id, needs);
  const [registry, cases, complaints, accounts, inbox, holds] = await Promise.all([
    registryView(person, needs),
    wholeCases(matters, needs),
    wholeComplaints(matters, needs),
    accountsOf(id, { ...matters, asked }, needs),
    inboxOf({ customerId: id }, needs),
    holdsOf({ customerId: id }, matters, needs),
  ]);
  return withoutOthers({
    subject: { customerId: id },
    exportedAt: time(needs.now()),
    registry: registry.view,
    accounts: accounts.map(accountView),
    cases: await Promise.all(cases.map((one) => caseOf(one, { person, needs }))),
    complaints: await Promise.all(complaints.map((one) => complaintOf(one, { person, cases, needs }))),
    inbox,
    holds: holds.map(holdView),
  });
}

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
