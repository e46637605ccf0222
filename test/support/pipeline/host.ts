import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { lambdaContext } from '../runtime/lambda-events.ts';
import type { Asked, Told, Took } from './process.ts';

/**
 * One process of one function, as Lambda runs it: its own modules, clients and environment. Where the test moves the
 * time, `Date.now` of this thread reads it, so that the product's own clock stands where it is put.
 */
type Given = { readonly entry: string; readonly time?: SharedArrayBuffer };
type Handler = (event: unknown, context: Context) => Promise<unknown>;

const given = workerData as Given;
if (given.time !== undefined) {
  const cell = new BigInt64Array(given.time);
  Date.now = () => Number(Atomics.load(cell, 0));
}
const { handler } = (await import(given.entry)) as { readonly handler: Handler };

const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');
const tell = (told: Told): void => port.postMessage(told);
const tookSince = (since: { readonly cpu: NodeJS.CpuUsage; readonly ms: number }): Took => {
  const { user, system } = process.threadCpuUsage(since.cpu);
  return { cpuMs: (user + system) / 1_000, ms: performance.now() - since.ms };
};
port.on('message', ({ id, event }: Asked) => {
  const since = { cpu: process.threadCpuUsage(), ms: performance.now() };
  handler(event, lambdaContext()).then(
    (result) => tell({ id, result, took: tookSince(since) }),
    (error: unknown) => tell({ id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  );
});
tell({ id: 0, result: 'ready', took: { cpuMs: 0, ms: 0 } });
