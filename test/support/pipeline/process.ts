import { Worker } from 'node:worker_threads';

export const FUNCTIONS = {
  'accept-events': 'intake',
  'receive-events': 'intake',
  'advance-case': 'dispatch',
  'record-receipt': 'dispatch',
  'read-delivery-logs': 'dispatch',
  'receive-reply': 'replies',
  'accept-webhook': 'replies',
  'advance-complaint': 'complaints',
  relay: 'ledger',
  project: 'feedback',
  'start-sweep': 'ledger',
  sweep: 'ledger',
  'staff-api': 'console',
  'complaint-api': 'console',
  'privacy-api': 'console',
  'ops-api': 'console',
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** CPU time of the process's thread, and time on the clock, in milliseconds. */
export type Took = { readonly cpuMs: number; readonly ms: number };

export type Asked = { readonly id: number; readonly event: unknown };
export type Told =
  | { readonly id: number; readonly result: unknown; readonly took: Took }
  | { readonly id: number; readonly error: string };

/** What became of an invocation; `killed`: the process died before it answered. */
export type Ended =
  | { readonly kind: 'answered'; readonly result: unknown; readonly took: Took }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'killed' };

/** A process that runs one function's entry, and can be killed between any two of its instructions. */
export type Process = {
  readonly id: string;
  readonly invoke: (event: unknown) => Promise<Ended>;
  readonly kill: () => Promise<void>;
  /** Everything it wrote to its log and as metrics. */
  readonly output: () => string;
};

export type Start = {
  readonly id: string;
  /** URL of the module that exports `handler`. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly time?: SharedArrayBuffer;
};

const HOST = new URL('./host.ts', import.meta.url);

export async function startProcess(start: Start): Promise<Process> {
  const worker = new Worker(HOST, {
    workerData: { entry: start.entry, ...(start.time === undefined ? {} : { time: start.time }) },
    env: { ...start.env },
    stdout: true,
    stderr: true,
  });
  const output: string[] = [];
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (part: Buffer) => output.push(part.toString('utf8')));
  const waiting = new Map<number, (ended: Ended) => void>();
  const endAll = (ended: Ended): void => {
    for (const resolve of waiting.values()) resolve(ended);
    waiting.clear();
  };
  const call = (id: number, post: () => void): Promise<Ended> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      post();
    });
  worker.on('message', (told: Told) => {
    waiting.get(told.id)?.(
      'error' in told
        ? { kind: 'failed', error: told.error }
        : { kind: 'answered', result: told.result, took: told.took },
    );
    waiting.delete(told.id);
  });
  worker.on('error', (error) => endAll({ kind: 'failed', error: String(error) }));
  worker.on('exit', () => endAll({ kind: 'killed' }));
  const ready = await call(0, () => {});
  if (ready.kind !== 'answered')
    throw new Error(`${start.id}: got no start, ${JSON.stringify(ready)} ${output.join('')}`);
  const post = worker.postMessage.bind(worker);
  let last = 0;
  return {
    id: start.id,
    invoke: (event) => {
      last += 1;
      const id = last;
      return call(id, () => post({ id, event }));
    },
    kill: async () => {
      await worker.terminate();
      endAll({ kind: 'killed' });
    },
    output: () => output.join(''),
  };
}
