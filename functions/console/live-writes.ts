import type { QueueSender } from '#channels/queue.ts';
import { Fault } from '#domain/errors.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Instant } from '#domain/time.ts';
import { caseIdOf } from '#runtime/ids.ts';
import type { Log } from '#runtime/log.ts';
import { type CaseStore, caseChange } from '#store/case-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import type { Op } from '#store/ledger.ts';
import { contactPut, customerStands, type PersonStore } from '#store/people/customer-store.ts';
import type { Beside } from '#store/people/registry.ts';
import { type PointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import type { Reader } from '#store/reader.ts';
import type { joinRecords, RecordParts } from './live-records.ts';
import type { ConsoleNeeds } from './ports.ts';

export type WriteParts = RecordParts & {
  readonly events: { readonly queue: Pick<QueueSender, 'sendAll' | 'depth'>; readonly url: string };
  readonly log: Pick<Log, 'info'>;
};

type Joined = {
  readonly book: Pick<PolicyBook, 'limits' | 'newestPlan'>;
  readonly records: ReturnType<typeof joinRecords>;
  readonly people: PersonStore;
  readonly points: PointStore;
  readonly cases: CaseStore;
};
type Writes = Pick<
  ConsoleNeeds,
  'move' | 'notePoint' | 'refuseContact' | 'countCalls' | 'replay' | 'log' | 'registry' | 'unknownStands'
>;

type Telling = Pick<Joined, 'book' | 'cases'> & { readonly now: () => Instant };

/** Whoever is newly named is told so by a case of their own, as by the event. */
const tellsNamed =
  ({ book, cases, now }: Telling): Beside =>
  async (changed) => {
    const { namedNotice } = await import('#domain/case/contacts/named.ts');
    const named = namedNotice(changed, { book, caseIdOf, now: now() });
    if (named === undefined || (await cases.load(named.next.id)) !== undefined) return { advances: [], also: [] };
    const { advance, also } = caseChange(undefined, named);
    return { advances: [advance], also };
  };

async function unknownStands(customerId: string, reader: Reader): Promise<Op | undefined> {
  const { createErasedPeople } = await import('#store/people/erasure.ts');
  const erasedAt = await createErasedPeople(reader).customer(customerId);
  return erasedAt === undefined ? customerStands(customerId, undefined) : undefined;
}

async function listsOf(reader: Reader) {
  const { createComplaintStore } = await import('#store/complaint-store.ts');
  const { createEarlyChanges } = await import('#store/people/early-change.ts');
  const early = createEarlyChanges(reader);
  return { complaints: createComplaintStore(reader), customerCases: createCustomerCases(reader), early };
}

/** What staff change by hand about cases, people, numbers, and events that could not be applied. */
export function joinWrites(
  { vault, events, log, clock }: WriteParts,
  { records, people, points, cases, book }: Joined,
): Writes {
  const { ledger, write } = records;
  const entries = records.words.customerEntries;
  const registry = async () => {
    const { createRegistry } = await import('#store/people/registry.ts');
    const begun = { cases, ...(await listsOf(records.reader)) };
    return createRegistry({ ledger, people, points, entries, vault, now: clock.businessNow, ...begun });
  };
  return {
    move: async ({ from, transition, sealed, also = [], point }) => {
      const change = caseChange(from, transition, sealed);
      const number = point === undefined ? [] : [pointAdvance(point.before, point.after, point.entry)];
      return write({ advances: [change.advance, ...number], also: [...change.also, ...also] });
    },
    unknownStands: (customerId) => unknownStands(customerId, records.reader),
    notePoint: ({ id, before = unknownPoint(id) }, entry) =>
      write({ advances: [pointAdvance(before, before.state, entry)] }),
    refuseContact: async ({ customerId, contactId }, at) => {
      const record = await people.contact(customerId, contactId);
      if (record === undefined || record.contact.refusedAt !== undefined) return undefined;
      return contactPut(record, { ...record.contact, refusedAt: at }, vault);
    },
    countCalls: async (of, called) => (await import('./moves/live-call-counts.ts')).callsCounted(of, called, people),
    replay: async (message) => {
      const unsent = await events.queue.sendAll(events.url, [{ body: message }]);
      if (unsent.length > 0) throw new Fault('channel.queue-refused', { facts: { failed: unsent.length, of: 1 } });
    },
    log,
    registry: {
      upsertCustomer: async (input) => (await registry()).upsertCustomer(input),
      upsertContact: async (input, also) =>
        (await registry()).upsertContact(input, also, tellsNamed({ book, cases, now: clock.businessNow })),
      removeContact: async (input) => (await registry()).removeContact(input),
    },
  };
}
