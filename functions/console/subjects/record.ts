import type { Case } from '#domain/case/case.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { type ErasureHold, erasureHolds } from '#domain/subject/holds.ts';
import type { PrivacyNeeds } from './ports.ts';

/** Cases and complaints of a customer, as they stand. */
export type Matters = { readonly cases: readonly Case[]; readonly complaints: readonly Complaint[] };

const PAGE = 100;

/** Every case and complaint of a customer, newest first. */
export async function mattersOf(
  customerId: string,
  needs: Pick<PrivacyNeeds, 'customerCases' | 'cases' | 'complaints'>,
): Promise<Matters> {
  const ids: Record<'case' | 'complaint', string[]> = { case: [], complaint: [] };
  let before: string | undefined;
  for (;;) {
    const page = await needs.customerCases.page(customerId, {
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    for (const { kind, id } of page.cases) if (kind === 'case' || kind === 'complaint') ids[kind].push(id);
    before = page.cases.at(-1)?.position;
    if (!page.more || before === undefined) break;
  }
  const [cases, complaints] = await Promise.all([
    needs.cases.loadAll(ids.case),
    needs.complaints.loadAll(ids.complaint),
  ]);
  return {
    cases: cases.flatMap((one) => (one === undefined ? [] : [one.state])),
    complaints: complaints.flatMap((one) => (one === undefined ? [] : [one.state])),
  };
}

export type Subject = { readonly customerId: string; readonly contactId?: string | undefined };

/** What keeps somebody on record. Of an emergency contact: a legal hold on the customer, and complaints of their own. */
export async function holdsOf(
  { customerId, contactId }: Subject,
  { cases, complaints }: Matters,
  needs: Pick<PrivacyNeeds, 'erased' | 'now' | 'retention'>,
): Promise<readonly ErasureHold[]> {
  const legalHold = await needs.erased.isHeld(customerId);
  const own =
    contactId === undefined
      ? { cases, complaints }
      : { cases: [], complaints: complaints.filter((one) => one.contactId === contactId) };
  return erasureHolds({ ...own, legalHold }, { now: needs.now(), retention: needs.retention });
}
