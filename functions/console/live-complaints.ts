import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyBook } from '#domain/policy/book.ts';
import { bundledPolicies } from '#policies/book.ts';
import { complaintBook } from '#policies/complaints.ts';
import { hashedId, sha256Hex } from '#runtime/ids.ts';
import { parseWith } from '#runtime/wire.ts';
import { type AccountStore, createAccountStore } from '#store/account-store.ts';
import { type CaseStore, createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createComplaintWriter } from '#store/complaints/complaint-writer.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { OPENED_POSITION, WORKLIST_POSITION } from '#store/keys.ts';
import { createPersonStore, type PersonStore } from '#store/people/customer-store.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { createTaskStore } from '#store/task-store.ts';
import type { ComplaintNeeds } from './complaint-ports.ts';
import { joinRecords, type RecordParts } from './live-records.ts';

type Moves = Pick<ComplaintNeeds, 'changeComplaint' | 'complaintBook' | 'complaints' | 'hashedId' | 'keyOf' | 'tasks'>;
type Joined = {
  readonly records: ReturnType<typeof joinRecords>;
  readonly people: PersonStore;
  readonly accounts: Pick<AccountStore, 'load'>;
  readonly cases: CaseStore;
  readonly book: PolicyBook;
};

/** What every function that moves complaints writes, and by which policies. */
export function joinComplaintMoves({ vault }: RecordParts, { records, ...joined }: Joined): Moves {
  const { reader, ledger } = records;
  const write = createComplaintWriter({ ...joined, ledger, vault });
  return {
    complaints: createComplaintStore(reader),
    tasks: createTaskStore(reader),
    complaintBook,
    changeComplaint: async (move) => (await write(move)).kind,
    keyOf: async ({ customerId, key }) =>
      key ?? (customerId === undefined ? undefined : (await joined.people.load(customerId))?.key),
    hashedId,
  };
}

/** Joins the routes of complaints to their stores. */
export function joinComplaints(parts: RecordParts): ComplaintNeeds {
  const { db, vault, clock, ids, tableName } = parts;
  const records = joinRecords(parts);
  const { reader } = records;
  const people = createPersonStore(reader, vault);
  const accounts = createAccountStore(reader, db, tableName);
  const cases = createCaseStore(reader);
  const book = bundledPolicies(sha256Hex);
  return {
    ...records.words,
    ...joinComplaintMoves(parts, { records, people, accounts, cases, book }),
    cases,
    customerCases: createCustomerCases(reader),
    people,
    answers: createAnswerStore({ db, tableName, vault, fence: ids.fence, wallNow: clock.wallNow }),
    positions: { opened: OPENED_POSITION, worklist: WORKLIST_POSITION },
    hash: sha256Hex,
    parse: parseWith,
    now: clock.businessNow,
    pause: (ms) => sleep(ms),
  };
}
