import type { Context } from 'aws-lambda';

/**
 * Loads one bundle and handles one event, and tells the CPU time of each: what a cold start costs, the process's own
 * boot apart.
 */
export type Job = { readonly entry: string; readonly event: unknown };
export type Cost = { readonly loadMs: number; readonly firstMs: number; readonly answer: unknown };

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

async function run({ entry, event }: Job): Promise<Cost> {
  const begun = process.cpuUsage();
  const { handler } = (await import(entry)) as { readonly handler: Handler };
  const loadMs = cpuMs(begun);
  const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 30_000 };
  const called = process.cpuUsage();
  const answer = await handler(event, context);
  return { loadMs, firstMs: cpuMs(called), answer };
}
