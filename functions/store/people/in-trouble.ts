import type { Account } from '#domain/account/account.ts';
import type { Case } from '#domain/case/case.ts';
import type { Customer } from '#domain/customer/customer.ts';
import { isOpen } from '#domain/words.ts';
import type { CaseStore } from '../case-store.ts';

export type InTrouble = (
  of: Case,
  at: { readonly customer?: Customer; readonly account?: Account },
) => Promise<boolean>;

/**
 * Is somebody seeing to trouble that this customer is in: hardship, danger, being out of reach? Asked of what comes before
 * court alone; almost never is there another case to read.
 */
export const inTrouble =
  ({ cases }: { readonly cases: Pick<CaseStore, 'loadAll'> }): InTrouble =>
  async (of, { customer, account }) => {
    if (of.purpose !== 'pre_litigation') return false;
    const pointed = [...(customer?.openCases ?? []), ...(account?.openCases ?? [])].map(({ caseId }) => caseId);
    const others = [...new Set(pointed)].filter((id) => id !== of.id);
    const found = others.length === 0 ? [] : await cases.loadAll(others);
    return found.some(
      (one) => one?.state.purpose === 'welfare' && one.state.customerId === of.customerId && isOpen(one.state.status),
    );
  };
