import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ENV } from '#runtime/env.contract.ts';
import { QUEUE_URL } from '../../test/support/pipeline/aws/aws.ts';
import { environment, type Pipeline } from '../../test/support/pipeline/pipeline.ts';
import { FUNCTIONS, type FunctionName } from '../../test/support/pipeline/process.ts';
import { bundleAll } from '../../tools/bundle.ts';
import type { Cost, Job } from '../child.ts';
import { median, round, type Section, shuffled } from '../measure.ts';
import { firstEvents } from './first-events.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHILD = fileURLToPath(new URL('../child.ts', import.meta.url));
/** Ratio to the floor that is to be reached. Source: docs/decisions/0026-what-is-measured.md. */
const LIMIT: Readonly<Record<FunctionName, number>> = {
  'accept-events': 0.95,
  'receive-events': 0.95,
  relay: 0.95,
  'receive-reply': 0.95,
  'accept-webhook': 1,
  'read-delivery-logs': 1,
  'advance-case': 1.1,
  'record-receipt': 1,
  'start-sweep': 1,
  sweep: 1,
  'staff-api': 1,
  'complaint-api': 1,
  'privacy-api': 1,
  'ops-api': 1,
  'advance-complaint': 1,
  project: 1,
};

type Subject = FunctionName | 'floor';
const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

/** A message that ends after a call or two, or the work that the function is there for. */
type Kind = 'light' | 'work';
const KINDS = ['light', 'work'] as const;

/**
 * CPU time from import to first answer of every bundled function, and of the floor, each in a process of its own, all in
 * turns: load is INIT with its one warm-up read, first is the first message after it.
 */
export async function coldStarts(
  of: Pipeline,
  { rounds, only }: { readonly rounds: number; readonly only?: readonly string[] | undefined },
  tell: (text: string) => void,
): Promise<Section> {
  const entries = await entriesOf();
  const events = await firstEvents(of, rounds);
  const subjects: readonly Subject[] = ['floor', ...FUNCTION_NAMES.filter((name) => only?.includes(name) ?? true)];
  const starts = subjects.flatMap((name) =>
    KINDS.map((kind) => ({ name, kind, costs: [] as Cost[], beside: [] as Cost[] })),
  );
  for (let nth = 0; nth < rounds; nth += 1) {
    tell(`cold starts, round ${nth + 1} of ${rounds}`);
    for (const { name, kind, costs, beside } of shuffled(starts)) {
      const { cost, calls } = await start(of, { entry: entries[name], event: events[name][kind](nth) }, name);
      costs.push(cost);
      if (name === 'floor' || kind !== 'work') continue;
      beside.push((await start(of, { entry: entries.calls, event: { calls } }, 'floor')).cost);
    }
  }
  const costsOf = (name: Subject, kind?: Kind): readonly Cost[] =>
    starts.filter((one) => one.name === name && (kind ?? one.kind) === one.kind).flatMap(({ costs }) => costs);
  const load = (name: Subject): number => median(costsOf(name).map(({ loadMs }) => loadMs));
  const first = (name: Subject, kind: Kind): number => median(costsOf(name, kind).map(({ firstMs }) => firstMs));
  const floor = load('floor') + first('floor', 'light');
  /** Of the function's own work to the floor that makes the same requests, each pair side by side. */
  const toCalls = (name: Subject): string => {
    const pairs = starts.filter((one) => one.name === name && one.kind === 'work');
    const ratios = pairs.flatMap(({ costs, beside }) =>
      beside.map((bare, at) => sumOf(costs[at] ?? bare) / sumOf(bare)),
    );
    return ratios.length === 0 ? '' : round(median(ratios), 2);
  };
  const row = (name: Subject): string[] => [
    name,
    round(load(name)),
    ...KINDS.flatMap((kind) => [round(first(name, kind)), round((load(name) + first(name, kind)) / floor, 2)]),
    toCalls(name),
    name === 'floor' ? '' : round(LIMIT[name], 2),
  ];
  return {
    title: 'Cold start',
    said: `CPU milliseconds from import to first answer, medians of ${rounds} rounds in turns, as a ratio to the floor: a bare handler with only the table's client and one conditional put, default bundling. Load of ours has one read in it that warms the client (INIT). Light is a message that ends after a call or two; work is the usual one, as the very first: an event applied for intake, a claim with text and outcome for advance-case, an answer that settles its case for receive-reply, a whole case for staff-api. What has no light message has the same in both. Same calls: the work to a bare handler that makes the same requests to the table, started beside it.`,
    head: ['function', 'load', 'light', 'ratio', 'work', 'ratio', 'same calls', 'to reach'],
    rows: subjects.map(row),
  };
}

const sumOf = ({ loadMs, firstMs }: Cost): number => loadMs + firstMs;

async function entriesOf(): Promise<Readonly<Record<Subject | 'calls', string>>> {
  await bundleAll({ stage: 'dev' });
  const outdir = mkdtempSync(join(tmpdir(), 'liaison-bench-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [
      { in: 'bench/floor.ts', out: 'floor' },
      { in: 'bench/floor-calls.ts', out: 'calls' },
    ],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const bundled = (name: FunctionName): string => pathToFileURL(join(ROOT, 'build', 'dev', name, 'index.mjs')).href;
  const own = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, bundled(name)])) as Record<FunctionName, string>;
  const bare = (name: string): string => pathToFileURL(join(outdir, `${name}.mjs`)).href;
  return { ...own, floor: bare('floor'), calls: bare('calls') };
}

let started = 0;
/** Its cost, and the requests to the table that its message led to: the one of INIT apart. */
async function start(of: Pipeline, job: Job, name: Subject): Promise<{ cost: Cost; calls: readonly string[] }> {
  started += 1;
  const id = `${name}.bench${started}`;
  const env = {
    ...environment(of.aws.endpointOf(id), of.engine.tableName),
    ...(name === 'floor' ? {} : { AWS_LAMBDA_FUNCTION_NAME: name }),
    [ENV.receiptsUrl]: QUEUE_URL('receipts'),
    [ENV.erasuresTable]: of.engine.tableName,
  };
  const child = fork(CHILD, [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const cost = await new Promise<Cost>((resolve, reject) => {
    child.once('message', (told: Cost) => resolve(checked(told, name)));
    child.once('exit', (code) =>
      code === 0 ? undefined : reject(new Error(`${name}: the process ended with ${code}`)),
    );
    child.send(job);
  });
  const asked = of.aws.calls.filter(({ process, service }) => process === id && service === 'dynamodb');
  return { cost, calls: asked.slice(1).map(({ operation }) => operation) };
}

/** A figure counts only when the work was really done. */
function checked(cost: Cost, name: Subject): Cost {
  const { batchItemFailures = [], statusCode = 200 } = (cost.answer ?? {}) as {
    batchItemFailures?: unknown[];
    statusCode?: number;
  };
  const refused = statusCode >= 300 && !ANSWERED.has(statusCode);
  if (batchItemFailures.length > 0 || refused) throw new Error(`${name}: got ${JSON.stringify(cost.answer)}`);
  return cost;
}

/** What is not there, and who has no signature: the work was to find that out. */
const ANSWERED: ReadonlySet<number> = new Set([400, 401, 404]);
