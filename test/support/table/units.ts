import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What the table charged since the last `reset`: read units, write units (with indexes), and requests. */
export type Units = { readonly reads: number; readonly writes: number; readonly requests: number };
export type UnitMeter = {
  readonly spent: () => Units;
  readonly reset: () => void;
  /** Units of one piece of work. */
  readonly of: <T>(work: () => Promise<T>) => Promise<{ readonly result: T; readonly units: Units }>;
};

const NOTHING: Units = { reads: 0, writes: 0, requests: 0 };
const READS = new Set([
  'GetItemCommand',
  'BatchGetItemCommand',
  'QueryCommand',
  'ScanCommand',
  'TransactGetItemsCommand',
]);

type Charged = { readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[] };

/**
 * Sums the consumed capacity of every call of a client. Put it on before the client's first call: a client that caches
 * its middleware does not see what is added later.
 */
export function meterUnits(client: DynamoDBClient): UnitMeter {
  let spent = NOTHING;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const charged = sum(answer.output as Charged);
      const isRead = READS.has(context.commandName ?? '');
      spent = {
        reads: spent.reads + (isRead ? charged : 0),
        writes: spent.writes + (isRead ? 0 : charged),
        requests: spent.requests + 1,
      };
      return answer;
    },
    { step: 'initialize', name: 'meterUnits' },
  );
  const reset = (): void => {
    spent = NOTHING;
  };
  return {
    spent: () => spent,
    reset,
    of: async (work) => {
      const before = spent;
      const result = await work();
      return { result, units: minus(spent, before) };
    },
  };
}

const sum = ({ ConsumedCapacity: charged }: Charged): number =>
  [charged ?? []].flat().reduce((total, one) => total + (one.CapacityUnits ?? 0), 0);

const minus = (after: Units, before: Units): Units => ({
  reads: after.reads - before.reads,
  writes: after.writes - before.writes,
  requests: after.requests - before.requests,
});
