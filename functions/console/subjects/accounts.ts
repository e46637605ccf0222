import type { Account } from '#domain/account/account.ts';
import type { PrivacyNeeds } from './ports.ts';
import type { Matters } from './record.ts';

/** An account that is this customer's; undefined for one of somebody else, whatever names it. */
export async function ownAccount(
  customerId: string,
  accountId: string | undefined,
  { accounts }: Pick<PrivacyNeeds, 'accounts'>,
): Promise<Account | undefined> {
  const account = accountId === undefined ? undefined : await accounts.load(accountId);
  return account?.customerId === customerId ? account : undefined;
}

/** The customer's accounts that their cases and complaints name. */
export async function accountsOf(
  customerId: string,
  { cases, complaints }: Matters,
  needs: Pick<PrivacyNeeds, 'accounts'>,
): Promise<readonly Account[]> {
  const ids = new Set([...cases, ...complaints].flatMap(({ accountId }) => accountId ?? []));
  const found = await Promise.all([...ids].map((id) => ownAccount(customerId, id, needs)));
  return found.flatMap((one) => one ?? []);
}
