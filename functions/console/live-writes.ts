import type { QueueSender } from '#channels/queue.ts';
import { Fault } from '#domain/errors.ts';
import type { Log } from '#runtime/log.ts';
import { type CaseStore, caseChange } from '#store/case-store.ts';
import { contactPut, type PersonStore } from '#store/people/customer-store.ts';
import { type PointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import type { joinRecords, RecordParts } from './live-records.ts';
import type { ConsoleNeeds } from './ports.ts';

export type WriteParts = RecordParts & {
  readonly events: { readonly queue: Pick<QueueSender, 'sendAll' | 'depth'>; readonly url: string };
  readonly log: Pick<Log, 'info'>;
};

type Joined = {
  readonly records: ReturnType<typeof joinRecords>;
  readonly people: PersonStore;
  readonly points: PointStore;
  readonly cases: CaseStore;
};
type Writes = Pick<ConsoleNeeds, 'move' | 'notePoint' | 'refuseContact' | 'replay' | 'log' | 'registry'>;

/** What staff change by hand about cases, people, numbers, and events that could not be applied. */
export function joinWrites(
  { vault, events, log, clock }: WriteParts,
  { records, people, points, cases }: Joined,
): Writes {
  const { ledger, write } = records;
  const entries = records.words.customerEntries;
  const registry = async () => {
    const { createRegistry } = await import('#store/people/registry.ts');
    return createRegistry({ ledger, people, points, entries, vault, cases, now: clock.businessNow });
  };
  return {
    move: async ({ from, transition, sealed, also = [], point }) => {
      const change = caseChange(from, transition, sealed);
      const number = point === undefined ? [] : [pointAdvance(point.before, point.after, point.entry)];
      return write({ advances: [change.advance, ...number], also: [...change.also, ...also] });
    },
    notePoint: ({ id, before = unknownPoint(id) }, entry) =>
      write({ advances: [pointAdvance(before, before.state, entry)] }),
    refuseContact: async ({ customerId, contactId }, at) => {
      const record = await people.contact(customerId, contactId);
      if (record === undefined || record.contact.refusedAt !== undefined) return undefined;
      return contactPut(record, { ...record.contact, refusedAt: at }, vault);
    },
    replay: async (message) => {
      const unsent = await events.queue.sendAll(events.url, [{ body: message }]);
      if (unsent.length > 0) throw new Fault('channel.queue-refused', { facts: { failed: unsent.length, of: 1 } });
    },
    log,
    registry: {
      upsertCustomer: async (input) => (await registry()).upsertCustomer(input),
      upsertContact: async (input) => (await registry()).upsertContact(input),
      removeContact: async (input) => (await registry()).removeContact(input),
    },
  };
}
