import type { Case, Task } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import { type Item, readBinary } from './attributes.ts';
import * as caseCodec from './codecs/case.ts';
import { type Entry, fromItem as entryFromItem, GENESIS } from './codecs/entry.ts';
import * as taskCodec from './codecs/task.ts';
import { aggregateName, SNAPSHOT, snapshotKey, TASK_PREFIX, taskKey } from './keys.ts';
import type { Advance, Op, Stored } from './ledger.ts';
import type { Reader } from './reader.ts';
import { ENTRY_PREFIX, INDEX } from './table.contract.ts';

/** One case with everything under it. */
export type WholeCase = {
  readonly stored: Stored<Case>;
  readonly entries: readonly Entry[];
  readonly tasks: readonly Task[];
};

export type CaseStore = {
  readonly load: (id: string) => Promise<Stored<Case> | undefined>;
  readonly loadAll: (ids: readonly string[]) => Promise<readonly (Stored<Case> | undefined)[]>;
  readonly task: (caseId: string, taskId: string) => Promise<Task | undefined>;
  readonly whole: (id: string) => Promise<WholeCase | undefined>;
  readonly idsOfCustomer: (customerId: string, limit: number) => Promise<readonly string[]>;
};

const PREFIX = aggregateName('case', 'x').slice(0, -1);

export const storedCase = (item: Item): Stored<Case> => ({
  state: caseCodec.fromItem(item),
  head: readBinary(item, 'hd'),
});

export function createCaseStore(reader: Reader): CaseStore {
  return {
    /** AP-01: one case by id. */
    load: async (id) => {
      const item = await reader.get(snapshotKey('case', id));
      return item === undefined ? undefined : storedCase(item);
    },
    /** AP-02: several cases by id, for pointers and worklists. */
    loadAll: async (ids) =>
      ids.length === 0
        ? []
        : (await reader.getAll(ids.map((id) => snapshotKey('case', id)))).map((item) =>
            item === undefined ? undefined : storedCase(item),
          ),
    /** AP-03: one task of a case. */
    task: async (caseId, taskId) => {
      const item = await reader.get(taskKey({ kind: 'case', id: caseId }, taskId));
      return item === undefined ? undefined : taskCodec.fromItem(item);
    },
    /** AP-04: a case with its timeline and tasks. */
    whole: async (id) => readWhole(await reader.collection(aggregateName('case', id))),
    /** AP-05: the newest cases of a customer (eventually consistent: for screens and waking, never for the gate). */
    idsOfCustomer: async (customerId, limit) => {
      const page = await reader.page({ index: INDEX.byCustomer, pk: customerId, limit, newestFirst: true });
      return page.items.flatMap((item) => {
        const pk = item['pk']?.S ?? '';
        return pk.startsWith(PREFIX) ? [pk.slice(PREFIX.length)] : [];
      });
    },
  };
}

function readWhole(items: readonly Item[]): WholeCase | undefined {
  const snapshot = items.find((item) => item['sk']?.S === SNAPSHOT);
  if (snapshot === undefined) return undefined;
  const of = (prefix: string): Item[] => items.filter((item) => item['sk']?.S?.startsWith(prefix) === true);
  return {
    stored: storedCase(snapshot),
    entries: of(ENTRY_PREFIX).map(entryFromItem),
    tasks: of(TASK_PREFIX).map(taskCodec.fromItem),
  };
}

/** A transition as the ledger writes it: the case's advance and the task items beside it. */
export function caseChange(
  from: Stored<Case> | undefined,
  transition: Transition,
  sealed?: Uint8Array,
): { advance: Advance; also: Op[] } {
  const { next } = transition;
  return {
    advance: {
      kind: 'case',
      id: next.id,
      version: from?.state.version ?? 0,
      head: from?.head ?? GENESIS,
      snapshot: caseCodec.toItem(next),
      entry: transition.entry,
      ...(sealed === undefined ? {} : { sealed }),
    },
    also: transition.tasks.map((task) => ({
      op: 'put',
      key: taskKey({ kind: 'case', id: next.id }, task.id),
      item: taskCodec.toItem(task),
    })),
  };
}
