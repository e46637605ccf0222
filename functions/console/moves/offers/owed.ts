import { owes } from '#domain/account/state.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { Approval, OfferInput } from '#domain/complaint/offers/make.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';

type Needs = Pick<ComplaintNeeds, 'accounts' | 'complaints'>;

/** Whether an offer about this account is one about what is owed on it. */
export async function owedOn(
  accountId: string | undefined,
  { accounts }: Pick<Needs, 'accounts'>,
): Promise<Pick<OfferInput, 'owed'>> {
  const state = accountId === undefined ? undefined : (await accounts.load(accountId))?.state;
  return state !== undefined && owes(state) === true ? { owed: true } : {};
}

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
