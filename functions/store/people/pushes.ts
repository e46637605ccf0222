import type { Address, Customer } from '#domain/customer/customer.ts';
import type { Vault } from '../vault/subject-keys.ts';

/** The app's endpoints as addresses: a contact point of their own, so that receipts, answers and a STOP find them. */
export const pushesOf = (
  of: Pick<Customer, 'pushEndpoints'> | undefined,
  pointOf: Vault['pointOf'],
): Promise<readonly Address[]> =>
  Promise.all(
    (of?.pushEndpoints ?? []).map(async (value) => ({
      point: await pointOf(value.reveal()),
      value,
      source: 'app',
      since: 0,
    })),
  );
