import { hasEnded } from '#domain/complaint/complaint.ts';
import { holdsOf } from '#domain/complaint/life/holds.ts';
import { FROM_THE_FIRST, newSince } from '#domain/customer/addresses.ts';
import type { Customer } from '#domain/customer/customer.ts';
import { isOpen } from '#domain/words.ts';
import type { CaseStore } from '../case-store.ts';
import type { ComplaintStore } from '../complaint-store.ts';
import type { CustomerCases } from '../customer-cases.ts';
import type { Op } from '../ledger.ts';
import { type EarlyChanges, earlyHeard } from './early-change.ts';

export type FirstRecordNeeds = {
  readonly customerCases: CustomerCases;
  readonly cases: Pick<CaseStore, 'loadAll'>;
  readonly complaints: Pick<ComplaintStore, 'loadAll'>;
  readonly early: EarlyChanges;
};

/** Source: docs/behaviour.md, Sizes. */
const MAX_POINTERS = 8;
/** Cases and complaints looked through, newest first. */
const LOOKED_THROUGH = 50;

/**
 * What had begun about a customer nobody knew: their record points to the open cases from its first day (accounts point
 * to their own), and is held by the complaints that stand.
 */
export async function begunBefore(
  customerId: string,
  needs: FirstRecordNeeds,
): Promise<Pick<Customer, 'openCases' | 'holds'>> {
  const page = await needs.customerCases.page(customerId, { limit: LOOKED_THROUGH });
  const named = (kind: string) => page.cases.filter((one) => one.kind === kind).map(({ id }) => id);
  const [cases, complaints] = await Promise.all([
    needs.cases.loadAll(named('case').slice(0, 2 * MAX_POINTERS)),
    needs.complaints.loadAll(named('complaint')),
  ]);
  return {
    openCases: cases
      .flatMap((one) =>
        one !== undefined && isOpen(one.state.status) && one.state.accountId === undefined ? [one] : [],
      )
      .map(({ state: { id, kind } }) => ({ caseId: id, kind }))
      .slice(0, MAX_POINTERS)
      .toReversed(),
    holds: complaints
      .flatMap((one) => (one === undefined || hasEnded(one.state) ? [] : [one.state]))
      .flatMap((of) => holdsOf(of, of.receivedAt)),
  };
}

/** The first record with what changed before it: numbers and mail addresses that are new since then. */
export async function changedBefore(
  of: Customer,
  { early }: Pick<FirstRecordNeeds, 'early'>,
): Promise<{ readonly record: Pick<Customer, 'phones' | 'mails'>; readonly op: Op }> {
  const stood = await early.of(of.id);
  return {
    record: {
      phones: newSince(of.phones, stood.phones ?? FROM_THE_FIRST),
      mails: newSince(of.mails, stood.mails ?? FROM_THE_FIRST),
    },
    op: earlyHeard(of.id, stood),
  };
}
