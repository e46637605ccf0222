import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Engine, startEngine } from '../test/support/engine.ts';
import { accessRun } from '../test/support/proof/access.ts';
import { canaryRun } from '../test/support/proof/canary/run.ts';
import { forgeryRun } from '../test/support/proof/forgery.ts';
import { fuzzRun } from '../test/support/proof/fuzz.ts';
import { tamperRun } from '../test/support/proof/tamper.ts';
import { openStage } from './local/client.ts';
import { LocalStageFailure } from './local/failure.ts';
import { sceneOn } from './stories/scene.ts';

type Run = { readonly failures: readonly string[] };
type Asked = { readonly count: number; readonly seed: number };

/** A fresh table holds so many bad inputs: what is good by chance stays, and reads get slower. */
const INPUTS_A_TABLE = 5_000;

/** The proofs by name, and how many each tries when nobody says; parts of them run in `npm test`. */
const PROOFS = {
  tamper: { count: 10_000, run: ({ count, seed }: Asked): Promise<Run> => tamperRun(count, seed) },
  forgery: { count: 10_000, run: ({ count, seed }: Asked): Promise<Run> => forgeryRun(count, seed) },
  fuzz: { count: 100_000, run: fuzzed },
  access: { count: 1, run: (): Promise<Run> => onEngine(accessRun) },
  // On the stage that runs (`npm start`): its logs, queues, buckets and table are what is looked through.
  canary: { count: 1, run: onStage },
} as const;
type Proof = keyof typeof PROOFS;
const NAMES: readonly Proof[] = ['tamper', 'forgery', 'fuzz', 'access', 'canary'];

async function onStage(): Promise<Run> {
  const stage = await openStage();
  return canaryRun({ stage, scene: sceneOn(stage) });
}

async function onEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await startEngine();
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}

/** Many tables, a seed each; the sums of their counts. */
async function fuzzed({ count, seed }: Asked): Promise<Run> {
  const byDoor: Record<string, number> = {};
  const byStatus: Record<string, number> = {};
  const failures: string[] = [];
  const sums = { inputs: 0, retried: 0, unhandled: 0, changed: 0 };
  for (let done = 0; done < count; done += INPUTS_A_TABLE) {
    const some = Math.min(INPUTS_A_TABLE, count - done);
    const run = await onEngine((engine) => fuzzRun(engine, some, seed + done));
    for (const name of ['inputs', 'retried', 'unhandled', 'changed'] as const) sums[name] += run[name];
    for (const [door, n] of Object.entries(run.byDoor)) byDoor[door] = (byDoor[door] ?? 0) + n;
    for (const [status, n] of Object.entries(run.byStatus)) byStatus[status] = (byStatus[status] ?? 0) + n;
    failures.push(...run.failures);
    console.error(`fuzz: ${done + some} of ${count}, ${failures.length} failures`);
  }
  return { seed, ...sums, byDoor, byStatus, failures } as Run;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string', default: '20260603' } },
});
const name = NAMES.find((one) => one === positionals[0]);
if (name === undefined) {
  console.error(`prove: name one of ${NAMES.join(', ')}, such as npm run prove -- tamper --json out.json`);
  process.exitCode = 1;
} else {
  await prove(name).catch((error: unknown) => {
    if (!(error instanceof LocalStageFailure)) throw error;
    console.error(`prove: ${error.message}`);
    process.exitCode = 1;
  });
}

async function prove(proof: Proof): Promise<void> {
  const { count, run } = PROOFS[proof];
  const started = performance.now();
  const done = await run({ count: Number(values.count ?? count), seed: Number(values.seed) });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const document = `${JSON.stringify({ proof, ...done, seconds }, null, 2)}\n`;
  if (values.json !== undefined) await writeFile(values.json, document);
  console.log(document.trimEnd());
  process.exitCode = done.failures.length === 0 ? 0 : 2;
}
