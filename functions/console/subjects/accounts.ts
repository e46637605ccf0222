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

/** The customer's accounts that their cases and complaints name, and those of `asked` that are theirs. */
export async function accountsOf(
  customerId: string,
  { cases, complaints, asked }: Matters & { readonly asked: readonly string[] },
  needs: Pick<PrivacyNeeds, 'accounts'>,
): Promise<readonly Account[]> {
  const named = [...cases, ...complaints].flatMap(({ accountId }) => accountId ?? []);
  const ids = new Set([...named, ...asked]);
  const found = await Promise.all([...ids].map((id) => ownAccount(customerId, id, needs)));
  return found.flatMap((one) => one ?? []);
}
