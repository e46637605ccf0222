import type { Call } from './aws/call.ts';
import type { Pipeline } from './pipeline.ts';

/** What a piece of work cost: units written and read, requests to the table, and who made them. */
export type Cost = {
  readonly writes: number;
  readonly reads: number;
  readonly requests: number;
  readonly by: readonly string[];
};

const READS = /^(?:Get|BatchGet|Query|Scan|TransactGet)/u;

/** Functions whose writes belong to a tick of the clock or to a batch of entries, not to a case. */
const SHARED = ['sweep', 'start-sweep', 'project'];

const functionOf = (call: Call): string => call.process.split('.')[0] ?? '';

/** Runs the work and answers what the table charged for it, the clock's own ticks and the reports' figures apart. */
export async function costOf(of: Pipeline, work: () => Promise<unknown>): Promise<Cost> {
  const from = of.aws.calls.length;
  await work();
  const calls = of.aws.calls
    .slice(from)
    .filter((call) => call.service === 'dynamodb' && !SHARED.includes(functionOf(call)));
  const sum = (some: readonly Call[]): number => some.reduce((total, call) => total + call.units, 0);
  return {
    writes: sum(calls.filter((call) => !READS.test(call.operation))),
    reads: sum(calls.filter((call) => READS.test(call.operation))),
    requests: calls.length,
    by: [...new Set(calls.map(functionOf))],
  };
}
