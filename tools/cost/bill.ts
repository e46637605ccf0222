import { priceOf } from './prices.ts';
import type { Use } from './usage.ts';

/** One line of a bill: what it is for, how it was reckoned, US dollars for a million. */
export type Line = { readonly what: string; readonly how: string; readonly usd: number };
export type Bill = { readonly lines: readonly Line[]; readonly usd: number };

/** What a function has, in GB; as the stacks give it. */
const MEMORY_GB = 0.5;
/** Of a vCPU, 512 MB get this share. Source: AWS Lambda, configuring memory (1,769 MB are one vCPU). */
const CPU_SHARE = 512 / 1_769;
/** Milliseconds a function waits for one request to the table, one after another. Assumed: DynamoDB tells of single digits. */
const TABLE_WAIT_MS = 5;
/** A record of the export is rounded up to this. */
const EXPORT_RECORD = 5_000;
const MILLION = 1_000_000;

export const total = (lines: readonly Line[]): Bill => ({ lines, usd: lines.reduce((sum, { usd }) => sum + usd, 0) });

/** Seconds that Lambda charges: its share of a processor stretches the work, and it waits for the table. */
export const billedSeconds = ({ cpuMs, tableRequests }: Pick<Use, 'cpuMs' | 'tableRequests'>): number =>
  (cpuMs / CPU_SHARE + tableRequests * TABLE_WAIT_MS) / 1_000;

/** List price of a million of what was measured, fees of texts and storage apart. */
export function billOf(use: Use): Bill {
  const seconds = billedSeconds(use);
  const line = (what: string, how: string, usd: number): Line => ({ what, how, usd: usd * MILLION });
  const units = (value: number): string => Number(value.toFixed(2)).toString();
  return total([
    line('table, written', `${units(use.writeUnits)} units`, priceOf('writeUnit', use.writeUnits)),
    line('table, read', `${units(use.readUnits)} units`, priceOf('readUnit', use.readUnits)),
    line('functions, invoked', `${units(use.invocations)} times`, priceOf('lambdaRequest', use.invocations)),
    line('functions, running', `${units(seconds * 1_000)} ms at 512 MB`, priceOf('lambdaSecond', seconds * MEMORY_GB)),
    line('queues', `${units(use.queueRequests)} requests`, priceOf('queueRequest', use.queueRequests)),
    line('topics', `${units(use.publishes)} publishes`, priceOf('publish', use.publishes)),
    line('logs', `${units(use.logBytes / 1_000)} kB`, priceOf('logByte', use.logBytes)),
    line('export', `${units(use.entries)} records of 5 KB`, priceOf('exportByte', use.entries * EXPORT_RECORD)),
  ]);
}
