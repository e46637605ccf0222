import { type AggregateKind, parseAggregateName } from './keys.ts';
import type { Reader } from './reader.ts';
import { INDEX } from './table.contract.ts';

/** A case or complaint of a customer as the index tells it. */
export type CustomerCase = {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly purpose?: string;
  /** Position in the list: opened at, then the aggregate. */
  readonly position: string;
};

export type CustomerCases = {
  readonly page: (
    customerId: string,
    page: { readonly limit: number; readonly before?: string; readonly from?: string },
  ) => Promise<{ readonly cases: readonly CustomerCase[]; readonly more: boolean }>;
};

/** Cases and complaints of a customer, newest first (eventually consistent: for screens, never for the gate). */
export function createCustomerCases(reader: Reader): CustomerCases {
  return {
    /** AP-43: a page of them; `before` begins after a position, `from` with it. */
    page: async (customerId, { limit, before, from }) => {
      const upTo = from ?? before;
      const found = await reader.page({
        index: INDEX.byCustomer,
        pk: customerId,
        // The bound is inclusive: one more, so that the position itself can be dropped.
        limit: limit + 1,
        newestFirst: true,
        ...(upTo === undefined ? {} : { upTo }),
      });
      const all = found.items.flatMap((item) => {
        const position = item[INDEX.byCustomer.sortKey]?.S ?? '';
        const aggregate = parseAggregateName(item['pk']?.S ?? '');
        if (aggregate === undefined || position === before) return [];
        const purpose = item['pu']?.S;
        return [{ ...aggregate, position, ...(purpose === undefined ? {} : { purpose }) }];
      });
      return { cases: all.slice(0, limit), more: all.length > limit || found.next !== undefined };
    },
  };
}
