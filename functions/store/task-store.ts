import type { Task } from '#domain/case/case.ts';
import type { Department, TaskState } from '#domain/words.ts';
import * as taskCodec from './codecs/task.ts';
import { aggregateName, type Key, TASK_PREFIX, worklistPartition } from './keys.ts';
import type { Reader } from './reader.ts';
import { INDEX, WORKLIST_SHARDS } from './table.contract.ts';

/** Open tasks of a queue by due time; `next` is where the following page begins. */
export type TaskPage = { readonly tasks: readonly Task[]; readonly next?: string };

export type TaskStore = {
  readonly ofQueue: (queue: Department, page: { readonly limit: number; readonly after?: string }) => Promise<TaskPage>;
  readonly ofCase: (caseId: string) => Promise<readonly Task[]>;
  readonly ofComplaint: (complaintId: string) => Promise<readonly Task[]>;
};

const LISTED: readonly TaskState[] = ['QUEUED', 'ASSIGNED'];

export function createTaskStore(reader: Reader): TaskStore {
  return {
    /** AP-41: the open tasks of a queue, soonest due first (eventually consistent; a task just done is left out). */
    ofQueue: (queue, page) => readQueue(reader, queue, page),
    /** AP-42: the tasks of one case or complaint. */
    ofCase: (caseId) => tasksUnder(reader, aggregateName('case', caseId)),
    ofComplaint: (complaintId) => tasksUnder(reader, aggregateName('complaint', complaintId)),
  };
}

const tasksUnder = async (reader: Reader, owner: string): Promise<readonly Task[]> =>
  (await reader.collection(owner, TASK_PREFIX)).map(taskCodec.fromItem);

type Place = { readonly sort: string; readonly key: Key };

/** Merges the shards of both open states: each is asked for a whole page, so the first `limit` of all are surely there. */
async function readQueue(
  reader: Reader,
  queue: Department,
  page: { readonly limit: number; readonly after?: string },
): Promise<TaskPage> {
  const partitions = LISTED.flatMap((state) =>
    Array.from({ length: WORKLIST_SHARDS }, (_, shard) => worklistPartition(queue, state, shard)),
  );
  const found = await Promise.all(
    partitions.map((pk) =>
      reader.page({
        index: INDEX.worklist,
        pk,
        limit: page.limit + 1,
        ...(page.after === undefined ? {} : { after: page.after }),
      }),
    ),
  );
  const places = found
    .flatMap(({ items }) => items.flatMap(placeOf))
    .toSorted((one, other) => (one.sort < other.sort ? -1 : 1));
  const taken = places.slice(0, page.limit);
  const items = await reader.getAll(taken.map((place) => place.key));
  const tasks = items.flatMap((item) => (item === undefined ? [] : [taskCodec.fromItem(item)]));
  const last = taken.at(-1);
  return {
    tasks: tasks.filter((task) => LISTED.includes(task.state)),
    ...(places.length > taken.length && last !== undefined ? { next: last.sort } : {}),
  };
}

function placeOf(item: Awaited<ReturnType<Reader['page']>>['items'][number]): Place[] {
  const [sort, pk, sk] = [item[INDEX.worklist.sortKey]?.S, item['pk']?.S, item['sk']?.S];
  return sort === undefined || pk === undefined || sk?.startsWith(TASK_PREFIX) !== true
    ? []
    : [{ sort, key: { pk, sk } }];
}
