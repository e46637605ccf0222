import { owes } from '#domain/account/state.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { Approval, OfferInput } from '#domain/complaint/offers/make.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { type Answer, refuse } from '../../request/problems.ts';

type Needs = Pick<ComplaintNeeds, 'accounts' | 'complaints'>;
type OfferedOn = Pick<OfferInput, 'accountId' | 'owed'>;

/**
 * The account an offer is about, and whether something is owed on it; without one that is named, the complaint's own. One
 * that is another customer's and one that nobody has told of are refused alike: neither says that it exists, or owes.
 */
export async function offeredOn(
  of: Complaint,
  named: string | undefined,
  { accounts }: Pick<Needs, 'accounts'>,
): Promise<OfferedOn | Answer> {
  const accountId = named ?? of.accountId;
  if (accountId === undefined) return {};
  const account = await accounts.load(accountId);
  const isTheirs = account !== undefined && account.customerId === of.customerId;
  if (!isTheirs) return named === undefined ? {} : unknownAccount;
  return { accountId, ...(account.state !== undefined && owes(account.state) === true ? { owed: true } : {}) };
}

const unknownAccount = refuse(
  'offer.account-unknown',
  'got an account that is none of this customer’s on record, expected one of theirs or none',
);

/** Whether an offer was made on what was owed, as its own entry says, and what the account says of that by now. */
export async function stillOwed(
  of: Complaint,
  offerId: string,
  { accounts, complaints }: Needs,
): Promise<Pick<Approval, 'owed' | 'cleared'>> {
  const accountId = of.offers.find(({ id, state }) => id === offerId && state === 'AWAITING_APPROVAL')?.accountId;
  if (accountId === undefined) return {};
  const made = (await complaints.whole(of.id))?.entries.find(
    ({ type, facts }) => type === 'offer.made' && idOf(facts['offer']) === offerId,
  );
  if (made?.facts['owed'] !== true) return {};
  const state = (await accounts.load(accountId))?.state;
  return state !== undefined && owes(state) === false ? { cleared: { sequence: state.sequence } } : { owed: true };
}

const idOf = (offer: unknown): unknown =>
  typeof offer === 'object' && offer !== null && 'id' in offer ? offer.id : undefined;
