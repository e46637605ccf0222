import { setTimeout as sleep } from 'node:timers/promises';
import { bundledPolicies } from '#policies/book.ts';
import { hashedId, sha256Hex } from '#runtime/ids.ts';
import type { Settings } from '#runtime/settings.ts';
import { parseWith } from '#runtime/wire.ts';
import { createCaseStore } from '#store/case-store.ts';
import type { ComplaintStore } from '#store/complaint-store.ts';
import type { ComplaintWriter } from '#store/complaints/complaint-writer.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { factReader } from '#store/figures/figure-store.ts';
import { createIncidentStore } from '#store/figures/incident-store.ts';
import { OPENED_POSITION, WORKLIST_POSITION } from '#store/keys.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { createTaskStore } from '#store/task-store.ts';
import type { ComplaintNeeds } from './complaint-ports.ts';
import { accountsOf, joinRecords, type RecordParts } from './live-records.ts';
import type { complaintMoves, Joined } from './moves/live-complaint-moves.ts';
import { joinReceiving } from './operations/complaints/live-receipt.ts';

/** Instant of its beginning and its fault: what a cursor of incidents may hold. */
const INCIDENT_ID = /^\d{15}\.[a-z.-]+$/u;

type Moves = Pick<ComplaintNeeds, 'changeComplaint' | 'complaintBook' | 'complaints' | 'hashedId' | 'keyOf' | 'tasks'>;

/** The rules and the writing of moves, once they are asked for. */
function movesOnDemand(parts: RecordParts, joined: Joined): () => Promise<ReturnType<typeof complaintMoves>> {
  let moves: ReturnType<typeof complaintMoves> | undefined;
  return async () => (moves ??= (await import('./moves/live-complaint-moves.ts')).complaintMoves(parts, joined));
}

const writingOf =
  (moves: ReturnType<typeof movesOnDemand>): ComplaintWriter =>
  async (change) =>
    (await moves()).write(change);

/** Complaints as they are stored: read with the first question about one. */
function complaintsOnDemand({ reader }: Joined['records']): ComplaintStore {
  const store = async () => (await import('#store/complaint-store.ts')).createComplaintStore(reader);
  return {
    load: async (id) => (await store()).load(id),
    loadAll: async (ids) => (await store()).loadAll(ids),
    whole: async (id) => (await store()).whole(id),
    board: async (of, page) => (await store()).board(of, page),
  };
}

/** What every function that moves complaints writes, and by which policies. */
export const joinComplaintMoves = (parts: RecordParts, joined: Joined): Moves =>
  movesBy(movesOnDemand(parts, joined), joined);

function movesBy(moves: ReturnType<typeof movesOnDemand>, joined: Joined): Moves {
  const write = writingOf(moves);
  return {
    complaints: complaintsOnDemand(joined.records),
    tasks: createTaskStore(joined.records.reader),
    complaintBook: async () => (await moves()).book,
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
  const accounts = accountsOf(parts, reader);
  const cases = createCaseStore(reader);
  const book = bundledPolicies(sha256Hex);
  const joined = { records, people, accounts, cases, book };
  const moves = movesOnDemand(parts, joined);
  return {
    ...records.words,
    ...movesBy(moves, joined),
    ...joinReceiving(parts, records, writingOf(moves)),
    triage: async (...said) => (await import('#policies/triage/triage.ts')).triageComplaint(...said),
    defaults: settings.defaults,
    policies: book,
    accounts,
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
