import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { NOON } from '../test/support/cases.ts';
import { startEngine } from '../test/support/engine.ts';
import { anomaly, knows } from '../test/support/pipeline/events.ts';
import { caseNow, eventOf, push, queueEvent, textIn } from '../test/support/pipeline/people.ts';
import { environment, settle, startPipeline } from '../test/support/pipeline/pipeline.ts';
import { startProcess, type Took } from '../test/support/pipeline/process.ts';
import { builtinsOnDemand } from '../tools/bundle/plugins.ts';
import { median, round, type Section } from './measure.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Cases before the clock runs, so that both flows are measured warm. */
const WARM = 60;
const BATCH = 10;
/** Of the lean flow's rate. Source: docs/decisions/0026-what-is-measured.md. */
const LIMIT = 0.35;

/**
 * Whole cases through the real functions, from the queued event to the settled answer, one function at a time in batches
 * of ten, beside a lean flow written by hand; each cell on an engine of its own, in turns.
 */
export async function lifeCycles(
  { rounds, cases }: { readonly rounds: number; readonly cases: number },
  tell: (text: string) => void,
): Promise<Section> {
  const lean = await leanEntry();
  const own: Took[] = [];
  const bare: Took[] = [];
  for (let nth = 1; nth <= rounds; nth += 1) {
    tell(`life cycles, round ${nth} of ${rounds}`);
    own.push(await ownCell(cases));
    bare.push(await leanCell(lean, cases));
  }
  const each = (cells: readonly Took[], of: keyof Took): number => median(cells.map((cell) => cell[of])) / cases;
  const row = (name: string, cells: readonly Took[], limit: string): string[] => {
    const [ms, cpuMs] = [each(cells, 'ms'), each(cells, 'cpuMs')];
    return [
      name,
      round(1_000 / ms, 0),
      round(each(bare, 'ms') / ms, 2),
      limit,
      round(cpuMs, 2),
      round(each(bare, 'cpuMs') / cpuMs, 2),
    ];
  };
  return {
    title: 'Life cycles',
    said: `Cases of one text from the queued event to the settled answer, ${cases} a cell, median of ${rounds} rounds in turns, ${BATCH} messages a batch, one function at a time. The lean flow has seven single writes and two questions, no transaction, record, gate or identity. Time of the store is in the rate, and not in the CPU time.`,
    head: ['flow', 'cases a second', 'of the lean flow', 'to reach', 'CPU ms a case', 'lean CPU to own'],
    rows: [row('lean, by hand', bare, ''), row('Liaison', own, `≥ ${LIMIT}`)],
  };
}

const sumOf = (all: readonly Took[]): Took =>
  all.reduce((sum, { ms, cpuMs }) => ({ ms: sum.ms + ms, cpuMs: sum.cpuMs + cpuMs }), { ms: 0, cpuMs: 0 });

async function ownCell(cases: number): Promise<Took> {
  const of = await startPipeline({ now: NOON, direct: true, many: true });
  const people = Array.from({ length: WARM + cases }, (_, n) => ({
    id: `life-${n}`,
    phone: `+8619914${String(n).padStart(6, '0')}`,
  }));
  const live = async (some: readonly (typeof people)[number][]): Promise<void> => {
    for (const { id } of some) queueEvent(of, eventOf(of, anomaly(id)));
    await settle(of);
    for (const { id, phone } of some) textIn(of, phone, `${(await caseNow(of, id)).token ?? ''}1`);
    await settle(of);
  };
  try {
    for (let at = 0; at < people.length; at += 50)
      await push(of, ...people.slice(at, at + 50).map((one) => knows(of, one)));
    await settle(of);
    await live(people.slice(0, WARM));
    const from = of.invocations.length;
    await live(people.slice(WARM));
    for (const { id } of people) {
      const { status } = await caseNow(of, id);
      if (status !== 'RESOLVED') throw new Error(`life cycles: got a case that is ${status}, expected it settled`);
    }
    return sumOf(of.invocations.slice(from));
  } finally {
    await of.stop();
  }
}

async function leanCell(entry: string, cases: number): Promise<Took> {
  const engine = await startEngine({ many: true });
  const process = await startProcess({ id: 'lean', entry, env: environment(engine.endpoint, engine.tableName) });
  const live = async (from: number, count: number): Promise<readonly Took[]> => {
    const took: Took[] = [];
    for (let at = from; at < from + count; at += BATCH) {
      const ended = await process.invoke({ ids: Array.from({ length: BATCH }, (_, n) => `lean-${at + n}`) });
      if (ended.kind !== 'answered') throw new Error(`lean: got ${JSON.stringify(ended)}`);
      took.push(ended.took);
    }
    return took;
  };
  try {
    await live(0, WARM);
    return sumOf(await live(WARM, cases));
  } finally {
    await process.kill();
    await engine.stop();
  }
}

async function leanEntry(): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'liaison-lean-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: 'bench/lean.ts', out: 'lean' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [builtinsOnDemand],
  });
  return pathToFileURL(join(outdir, 'lean.mjs')).href;
}
