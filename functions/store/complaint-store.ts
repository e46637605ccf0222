import type { Task } from '#domain/case/case.ts';
import { type Complaint, hasEnded } from '#domain/complaint/complaint.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { Department } from '#domain/words.ts';
import { type Item, readBinary, readText } from './attributes.ts';
import * as codec from './codecs/complaint.ts';
import { type Entry, fromItem as entryFromItem, GENESIS } from './codecs/entry.ts';
import * as taskCodec from './codecs/task.ts';
import {
  aggregateName,
  boardPartition,
  dueUpTo,
  idOfAggregate,
  SNAPSHOT,
  snapshotKey,
  TASK_PREFIX,
  taskKey,
} from './keys.ts';
import type { Advance, Op, Stored } from './ledger.ts';
import type { Reader } from './reader.ts';
import { ENTRY_PREFIX, INDEX } from './table.contract.ts';

/** One complaint with its timeline and tasks. */
export type WholeComplaint = {
  readonly stored: Stored<Complaint>;
  readonly entries: readonly Entry[];
  readonly tasks: readonly Task[];
};

/** Complaints of a board, soonest due first; `next` is where the following page begins. */
export type Board = { readonly complaints: readonly Complaint[]; readonly next?: string };

export type ComplaintStore = {
  readonly load: (id: string) => Promise<Stored<Complaint> | undefined>;
  readonly loadAll: (ids: readonly string[]) => Promise<readonly (Stored<Complaint> | undefined)[]>;
  readonly whole: (id: string) => Promise<WholeComplaint | undefined>;
  /** Those that are open, or those resolved and not followed up yet; `dueBy`: only what is due by then. */
  readonly board: (
    of: { readonly department: Department; readonly resolved: boolean },
    page: { readonly limit: number; readonly after?: string; readonly dueBy?: Instant },
  ) => Promise<Board>;
};

const storedComplaint = (item: Item): Stored<Complaint> => ({
  state: codec.fromItem(item),
  head: readBinary(item, 'hd'),
});

export function createComplaintStore(reader: Reader): ComplaintStore {
  return {
    /** AP-60: one complaint by id. */
    load: async (id) => {
      const item = await reader.get(snapshotKey('complaint', id));
      return item === undefined ? undefined : storedComplaint(item);
    },
    /** AP-62: several complaints by id, for boards and links. */
    loadAll: (ids) => loadAll(reader, ids),
    /** AP-63: the board of a department: one question to the index, one for the complaints themselves. */
    board: (of, page) => readBoard(reader, of, page),
    /** AP-61: a complaint with its timeline. */
    whole: async (id) => readWhole(await reader.collection(aggregateName('complaint', id))),
  };
}

function readWhole(items: readonly Item[]): WholeComplaint | undefined {
  const snapshot = items.find((item) => item['sk']?.S === SNAPSHOT);
  if (snapshot === undefined) return undefined;
  const entries = items.filter((item) => item['sk']?.S?.startsWith(ENTRY_PREFIX) === true);
  const tasks = items.filter((item) => item['sk']?.S?.startsWith(TASK_PREFIX) === true);
  return {
    stored: storedComplaint(snapshot),
    entries: entries.map(entryFromItem),
    tasks: tasks.map(taskCodec.fromItem),
  };
}

const loadAll: (reader: Reader, ids: readonly string[]) => ReturnType<ComplaintStore['loadAll']> = async (
  reader,
  ids,
) =>
  ids.length === 0
    ? []
    : (await reader.getAll(ids.map((id) => snapshotKey('complaint', id)))).map((item) =>
        item === undefined ? undefined : storedComplaint(item),
      );

async function readBoard(
  reader: Reader,
  { department, resolved }: Parameters<ComplaintStore['board']>[0],
  { limit, after, dueBy }: Parameters<ComplaintStore['board']>[1],
): Promise<Board> {
  const upTo = dueBy === undefined ? undefined : dueUpTo(dueBy);
  if (after !== undefined && upTo !== undefined && after > upTo) return { complaints: [] };
  const page = await reader.page({
    index: INDEX.worklist,
    pk: boardPartition(department, resolved),
    // One more, to see that there are more; between two bounds the position itself comes along.
    limit: limit + 2,
    ...(after === undefined ? {} : { after }),
    ...(upTo === undefined ? {} : { upTo }),
  });
  const all = page.items.flatMap((item) => {
    const position = item[INDEX.worklist.sortKey]?.S;
    if (position === undefined || position === after) return [];
    return [{ position, id: idOfAggregate(readText(item, 'pk')) }];
  });
  const places = all.slice(0, limit);
  const found = await loadAll(
    reader,
    places.map(({ id }) => id),
  );
  const last = all.length > limit ? places.at(-1) : undefined;
  return {
    // The index is a little behind: what has left the board since is left out.
    complaints: found.flatMap((one) =>
      one !== undefined && isOn(one.state, { department, resolved }) ? [one.state] : [],
    ),
    ...(last === undefined ? {} : { next: last.position }),
  };
}

const isOn = (of: Complaint, at: { readonly department: Department; readonly resolved: boolean }): boolean =>
  of.department === at.department && !hasEnded(of) && (of.status === 'RESOLVED') === at.resolved;

/** Tasks written with a move of a complaint. */
export const complaintTasks = ({ next, tasks }: Pick<ComplaintTransition, 'next' | 'tasks'>): Op[] =>
  tasks.map((task) => ({
    op: 'put',
    key: taskKey({ kind: 'complaint', id: next.id }, task.id),
    item: taskCodec.toItem(task),
  }));

/** The complaint's advance, as the ledger writes it: its snapshot, the entry that says why, the words sealed. */
export const complaintAdvance = (
  from: Stored<Complaint> | undefined,
  to: { readonly next: Complaint; readonly entry: EntryDraft },
  sealed?: Uint8Array,
): Advance => ({
  kind: 'complaint',
  id: to.next.id,
  version: from?.state.version ?? 0,
  head: from?.head ?? GENESIS,
  snapshot: codec.toItem(to.next),
  entry: to.entry,
  ...(sealed === undefined ? {} : { sealed }),
});
