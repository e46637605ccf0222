import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** What one event, or one case, uses on average: counted by `npm run bench -- --part usage`. */
const Use = v.strictObject({
  writeUnits: v.number(),
  readUnits: v.number(),
  /** Requests to the table, for the time that a function waits. */
  tableRequests: v.number(),
  invocations: v.number(),
  /** CPU time of the functions on the machine that measured. */
  cpuMs: v.number(),
  queueRequests: v.number(),
  publishes: v.number(),
  logBytes: v.number(),
  /** Timeline entries: each is one record of the export. */
  entries: v.number(),
});
export type Use = v.InferOutput<typeof Use>;

const Usage = v.strictObject({
  measured: v.string(),
  machine: v.string(),
  batch: v.number(),
  event: Use,
  case: Use,
});
export type Usage = v.InferOutput<typeof Usage>;

export const USAGE_FILE = new URL('../../bench/usage.json', import.meta.url);

/** The newest measurement, as it stands in the repository. */
export const readUsage = (): Usage => v.parse(Usage, JSON.parse(readFileSync(USAGE_FILE, 'utf8')));
