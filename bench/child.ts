import type { Context } from 'aws-lambda';

/**
 * Loads one bundle and handles a light event and then a usual one, and tells the CPU time of each: what a cold start
 * costs, the process's own boot apart.
 */
export type Job = { readonly entry: string; readonly light: unknown; readonly work: unknown };
export type Cost = {
  readonly loadMs: number;
  readonly firstMs: number;
  readonly workMs: number;
  readonly answers: readonly unknown[];
};

type Handler = (event: unknown, context: Partial<Context>) => Promise<unknown>;

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

process.once('message', (job: Job) => {
  run(job).then(
    (cost) => process.send?.(cost, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

async function run({ entry, light, work }: Job): Promise<Cost> {
  const begun = process.cpuUsage();
  const { handler } = (await import(entry)) as { readonly handler: Handler };
  const loadMs = cpuMs(begun);
  const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 30_000 };
  const called = process.cpuUsage();
  const first = await handler(light, context);
  const firstMs = cpuMs(called);
  const again = process.cpuUsage();
  const second = await handler(work, context);
  return { loadMs, firstMs, workMs: cpuMs(again), answers: [first, second] };
}
