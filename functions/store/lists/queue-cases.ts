import type { CaseStatus, Department } from '#domain/words.ts';
import { CASE_LISTS, listOf } from '../codecs/case.ts';
import { parseAggregateName, worklistPartition } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { INDEX, WORKLIST_SHARDS } from '../table.contract.ts';

export type QueueCase = { readonly caseId: string; readonly position: string };
export type QueueCases = {
  readonly page: (
    of: { readonly queue: Department; readonly status?: CaseStatus },
    page: { readonly limit: number; readonly after?: string },
  ) => Promise<{ readonly cases: readonly QueueCase[]; readonly more: boolean }>;
};

/** Open cases of a queue, longest open first (eventually consistent: for screens, never for the gate). */
export function createQueueCases(reader: Reader): QueueCases {
  return {
    /** AP-49: the open cases of a queue; with a status, those of the list it stands in. */
    page: async ({ queue, status }, { limit, after }) => {
      const list = status === undefined ? undefined : listOf(status);
      const lists = list === undefined ? CASE_LISTS : [list];
      const partitions = lists.flatMap((one) =>
        Array.from({ length: WORKLIST_SHARDS }, (_, shard) => worklistPartition(queue, one, shard)),
      );
      const start = after === undefined ? {} : { after };
      // Each partition is asked for a whole page, so the first `limit` of all are surely among them.
      const found = await Promise.all(
        partitions.map((pk) => reader.page({ index: INDEX.worklist, pk, limit: limit + 1, ...start })),
      );
      const places = found
        .flatMap(({ items }) => items.flatMap(placeOf))
        .toSorted((one, other) => (one.position < other.position ? -1 : 1));
      return { cases: places.slice(0, limit), more: places.length > limit };
    },
  };
}

function placeOf(item: Awaited<ReturnType<Reader['page']>>['items'][number]): QueueCase[] {
  const aggregate = parseAggregateName(item['pk']?.S ?? '');
  const position = item[INDEX.worklist.sortKey]?.S;
  return aggregate?.kind === 'case' && position !== undefined ? [{ caseId: aggregate.id, position }] : [];
}
