import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '#domain/case/case.ts';
import { lastAsked } from '#domain/complaint/asking.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { contactParts } from '#domain/complaint/contact-parts.ts';
import { isTaskOpen } from '#domain/task/moves.ts';
import type { Instant } from '#domain/time.ts';
import { bundledPolicies } from '#policies/book.ts';
import { complaintBook } from '#policies/complaints.ts';
import type { Clock } from '#runtime/clock.ts';
import { hashedId, type Ids, sha256Hex } from '#runtime/ids.ts';
import { createAccountStore } from '#store/account-store.ts';
import { createCaseStore } from '#store/case-store.ts';
import type { db } from '#store/client.ts';
import { type ComplaintStore, createComplaintStore } from '#store/complaint-store.ts';
import { createComplaintWriter } from '#store/complaints/complaint-writer.ts';
import { type CustomerCases, createCustomerCases } from '#store/customer-cases.ts';
import { parseAggregateName } from '#store/keys.ts';
import { createLedger } from '#store/ledger.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import type { PointStore } from '#store/point-store.ts';
import { createReader, type Reader } from '#store/reader.ts';
import { createTaskStore } from '#store/task-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { ComplaintsNeeds } from './advance-complaint.ts';

/** What the process or a test brings: where the table is, who guards the keys, what time it is. */
export type Parts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'fence' | 'random'>;
};

/** Cases and complaints of a customer that are looked through for an earlier asking, newest first. */
const LOOKED_THROUGH = 50;

/** Joins what is due of complaints to its stores. */
export function joinComplaints({ db, tableName, vault, clock, ids }: Parts): ComplaintsNeeds {
  const reader = createReader(db, tableName);
  const complaints = createComplaintStore(reader);
  const cases = createCaseStore(reader);
  const tasks = createTaskStore(reader);
  const customerCases = createCustomerCases(reader);
  const write = createComplaintWriter({
    ledger: createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random }),
    book: bundledPolicies(sha256Hex),
    people: createPersonStore(reader, vault),
    accounts: createAccountStore(reader, db, tableName),
    cases,
    points: pointsOf(reader),
    vault,
  });
  return {
    complaintIdOf: (name) => {
      const named = parseAggregateName(name);
      return named?.kind === 'complaint' ? named.id : undefined;
    },
    load: complaints.load,
    linked: async (of) =>
      (await complaints.loadAll(of.linked.map((one) => one.complaintId))).flatMap((stored) => stored ?? []),
    others: (of) => othersOf(of, { complaints, customerCases }),
    cases: async (caseIds) =>
      (await cases.loadAll(caseIds)).flatMap((stored): Case[] => (stored === undefined ? [] : [stored.state])),
    clearedBy: async ({ id }) => {
      const entry = (await cases.whole(id))?.entries.findLast(({ type }) => type === 'case.cleared');
      const sequence = entry?.facts['sequence'];
      return typeof sequence === 'number' ? sequence : undefined;
    },
    openTasks: async (id) => (await tasks.ofComplaint(id)).filter(isTaskOpen),
    askedAt: (of) => askedAt(of, { complaints, customerCases }),
    contactId: (of) => hashedId(contactParts(of)),
    commit: async (from, transition) => (await write({ from, transition })).kind,
    book: complaintBook,
    now: clock.businessNow,
  };
}

/** What is due by itself silences nobody: the part that reads numbers is loaded where somebody does. */
const pointsOf = (reader: Reader): Pick<PointStore, 'loadAll'> => ({
  loadAll: async (points) => (await import('#store/point-store.ts')).createPointStore(reader).loadAll(points),
});

type Lists = { readonly complaints: ComplaintStore; readonly customerCases: CustomerCases };

/** The other complaints of this customer, the newest of them. */
async function othersOf({ id, customerId }: Complaint, at: Lists): Promise<readonly Complaint[]> {
  if (customerId === undefined) return [];
  const { cases } = await at.customerCases.page(customerId, { limit: LOOKED_THROUGH });
  const others = cases.filter((one) => one.kind === 'complaint' && one.id !== id).map((one) => one.id);
  return (await at.complaints.loadAll(others)).flatMap((stored) => stored?.state ?? []);
}

/** When this customer was last asked how content they are, about any complaint but this. */
async function askedAt(of: Complaint, at: Lists): Promise<Instant | undefined> {
  return lastAsked(await othersOf(of, at));
}
