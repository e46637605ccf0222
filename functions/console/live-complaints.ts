import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyBook } from '#domain/policy/book.ts';
import { bundledPolicies } from '#policies/book.ts';
import { complaintBook } from '#policies/complaints.ts';
import { hashedId, sha256Hex } from '#runtime/ids.ts';
import type { Settings } from '#runtime/settings.ts';
import { parseWith } from '#runtime/wire.ts';
import { type AccountStore, createAccountStore } from '#store/account-store.ts';
import { type CaseStore, createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { type ComplaintWriter, createComplaintWriter } from '#store/complaints/complaint-writer.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { factReader } from '#store/figures/figure-store.ts';
import { createIncidentStore } from '#store/figures/incident-store.ts';
import { OPENED_POSITION, WORKLIST_POSITION } from '#store/keys.ts';
import { createPersonStore, type PersonStore } from '#store/people/customer-store.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { createTaskStore } from '#store/task-store.ts';
import type { ComplaintNeeds } from './complaint-ports.ts';
import { joinReceiving } from './live-receipt.ts';
import { joinRecords, type RecordParts } from './live-records.ts';

/** Instant of its beginning and its fault: what a cursor of incidents may hold. */
const INCIDENT_ID = /^\d{15}\.[a-z.-]+$/u;

type Moves = Pick<ComplaintNeeds, 'changeComplaint' | 'complaintBook' | 'complaints' | 'hashedId' | 'keyOf' | 'tasks'>;
type Joined = {
  readonly records: ReturnType<typeof joinRecords>;
  readonly people: PersonStore;
  readonly accounts: Pick<AccountStore, 'load'>;
  readonly cases: CaseStore;
  readonly book: PolicyBook;
};

const writerOf = ({ vault }: RecordParts, { records, ...joined }: Joined): ComplaintWriter =>
  createComplaintWriter({ ...joined, ledger: records.ledger, vault });

/** What every function that moves complaints writes, and by which policies. */
export function joinComplaintMoves(parts: RecordParts, joined: Joined): Moves {
  const { reader } = joined.records;
  const write = writerOf(parts, joined);
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
export function joinComplaints(parts: RecordParts & { readonly settings: Settings }): ComplaintNeeds {
  const { db, vault, clock, ids, tableName, settings } = parts;
  const records = joinRecords(parts);
  const { reader } = records;
  const people = createPersonStore(reader, vault);
  const accounts = createAccountStore(reader, db, tableName);
  const cases = createCaseStore(reader);
  const book = bundledPolicies(sha256Hex);
  const joined = { records, people, accounts, cases, book };
  return {
    ...records.words,
    ...joinComplaintMoves(parts, joined),
    ...joinReceiving(parts, records, writerOf(parts, joined)),
    triage: async (...said) => (await import('#policies/triage/triage.ts')).triageComplaint(...said),
    defaults: settings.defaults,
    policies: book,
    cases,
    customerCases: createCustomerCases(reader),
    people,
    answers: createAnswerStore({ db, tableName, vault, fence: ids.fence, wallNow: clock.wallNow }),
    positions: { opened: OPENED_POSITION, worklist: WORKLIST_POSITION, incidents: INCIDENT_ID },
    figures: factReader(reader),
    incidents: createIncidentStore(reader),
    hash: sha256Hex,
    parse: parseWith,
    now: clock.businessNow,
    pause: (ms) => sleep(ms),
  };
}
