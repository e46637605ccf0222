import type { PolicyBook } from '#domain/policy/book.ts';
import { complaintBook } from '#policies/complaints.ts';
import type { AccountStore } from '#store/account-store.ts';
import type { CaseStore } from '#store/case-store.ts';
import { type ComplaintWriter, createComplaintWriter } from '#store/complaints/complaint-writer.ts';
import type { PersonStore } from '#store/people/customer-store.ts';
import { createPointStore } from '#store/point-store.ts';
import type { joinRecords, RecordParts } from '../live-records.ts';

export type Joined = {
  readonly records: ReturnType<typeof joinRecords>;
  readonly people: PersonStore;
  readonly accounts: Pick<AccountStore, 'load'>;
  readonly cases: CaseStore;
  readonly book: PolicyBook;
};

/** By which policies complaints move and how a move is written: a file of its own, read with the first move. */
export const complaintMoves = (
  { vault }: RecordParts,
  { records, ...joined }: Joined,
): { readonly book: typeof complaintBook; readonly write: ComplaintWriter } => ({
  book: complaintBook,
  write: createComplaintWriter({
    ...joined,
    ledger: records.ledger,
    points: createPointStore(records.reader),
    vault,
  }),
});
