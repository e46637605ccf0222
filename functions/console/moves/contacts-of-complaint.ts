import type { Case } from '#domain/case/case.ts';
import { lastAsked } from '#domain/complaint/asking.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { disputesContact } from '#domain/complaint/life/decide.ts';
import { DAY } from '#domain/time.ts';
import type { Purpose } from '#domain/words.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';

type Needs = Pick<ComplaintNeeds, 'cases' | 'customerCases'>;

/** Contacts of a customer that are looked through for those of a complaint. */
const LOOKED_THROUGH = 50;

/** The newest cases of the customer who complains. */
export async function contactsOf({ customerId }: Complaint, needs: Needs): Promise<readonly Case[]> {
  if (customerId === undefined) return [];
  const { cases } = await needs.customerCases.page(customerId, { limit: LOOKED_THROUGH });
  const stored = await needs.cases.loadAll(cases.filter(({ kind }) => kind === 'case').map(({ id }) => id));
  return stored.flatMap((one) => one?.state ?? []);
}

/** When the customer was last asked how content they are, about any complaint but this. */
export async function askedAt(of: Complaint, needs: Pick<ComplaintNeeds, 'complaints' | 'customerCases'>) {
  if (of.customerId === undefined) return undefined;
  const { cases } = await needs.customerCases.page(of.customerId, { limit: LOOKED_THROUGH });
  const others = cases.filter(({ kind, id }) => kind === 'complaint' && id !== of.id).map(({ id }) => id);
  return lastAsked((await needs.complaints.loadAll(others)).flatMap((stored) => stored?.state ?? []));
}

/** A contact that is complained about by another way than its answer, this long ago at most. */
const COMPLAINED_WITHIN = 30 * DAY;
const OF_DEBT: readonly Purpose[] = ['debt_reminder', 'pre_litigation'];

/** The newest case that contacted the customer about a debt before the complaint; one that came out of a case knows it. */
export async function contactCaseOf(of: Complaint, needs: Needs): Promise<string | undefined> {
  if (of.caseId !== undefined || !disputesContact(of)) return of.caseId;
  const { accountId = '', receivedAt } = of;
  const sent = ({ at, state }: Case['attempts'][number]): boolean =>
    state === 'ACCEPTED' && at <= receivedAt && at > receivedAt - COMPLAINED_WITHIN;
  const about = (await contactsOf(of, needs)).filter(
    (one) => OF_DEBT.includes(one.purpose) && ['', one.accountId].includes(accountId) && one.attempts.some(sent),
  );
  return about.toSorted((one, other) => other.openedAt - one.openedAt)[0]?.id;
}
