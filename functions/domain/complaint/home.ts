import type { Customer } from '../customer/customer.ts';
import type { PolicyBook } from '../policy/book.ts';
import type { Jurisdiction } from '../words.ts';

/** Whose law a complaint is under, and where its days end. */
export type Home = { readonly jurisdiction: Jurisdiction; readonly timezone: string };

/** As the customer's record says; what it leaves out follows from the law, and that from the deployment. */
export function homeOf(
  customer: Pick<Customer, 'jurisdiction' | 'timezone'> | undefined,
  defaults: Home,
  book: Pick<PolicyBook, 'pack'>,
): Home {
  const jurisdiction = customer?.jurisdiction ?? defaults.jurisdiction;
  const ofLaw = jurisdiction === defaults.jurisdiction ? defaults.timezone : book.pack(jurisdiction)?.zones[0];
  return { jurisdiction, timezone: customer?.timezone ?? ofLaw ?? defaults.timezone };
}
