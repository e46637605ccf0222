import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildResult, build, type Metafile } from 'esbuild';
import { builtinsOnDemand, environmentCredentialsOnly, movableClock, noUnaskedParts } from './bundle/plugins.ts';

/** The stage whose bundles have the clock that can be moved. */
export const localStage = 'local';
/** What `npm run bundle` makes; every stage but the local one has the same bytes. */
export const defaultStage = 'dev';

export interface BundleOptions {
  readonly stage: string;
  /** Where `functions` and `node_modules` are and `build` is made. Default: this checkout. */
  readonly root?: string;
}

export interface BundledEntry {
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Source file → bytes of the bundle that come from it. Built-in and left-out modules are named `builtin:…`, `left-out:…`. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** What was made: function name → entry. */
export interface BundleReport {
  readonly stage: string;
  readonly entries: Readonly<Record<string, BundledEntry>>;
}

/**
 * Bundles every `functions/**\/x.lambda.ts` into `build/<stage>/x/index.mjs` and writes the report to `build/meta.json`
 * (local stage: `build/local/meta.json`). The same sources give the same bytes in any folder, so the hash of an asset
 * moves only when its code does. Folders of functions that no longer exist are removed.
 */
export async function bundleAll({ stage, root = checkout }: BundleOptions): Promise<BundleReport> {
  const entries = await findEntries(root);
  const folder = join(root, 'build', stage);
  await mkdir(folder, { recursive: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: [...entries].map(([name, file]) => ({ in: file, out: join(name, 'index') })),
    outdir: join('build', stage),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    // Chinese words as they are: three bytes each instead of six.
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [
      builtinsOnDemand,
      noUnaskedParts,
      environmentCredentialsOnly,
      ...(stage === localStage ? [movableClock(root)] : []),
    ],
  });
  const report = { stage, entries: await writeBundles(result, root) };
  await removeOthers(folder, new Set([...entries.keys(), 'meta.json']));
  const metaFile = stage === localStage ? join(folder, 'meta.json') : join(root, 'build', 'meta.json');
  await writeFile(metaFile, `${JSON.stringify(report, null, 1)}\n`);
  return report;
}

const checkout = fileURLToPath(new URL('..', import.meta.url));
const entrySuffix = '.lambda.ts';

/** Function name → entry file, sorted. Names are unique over all folders, because the stacks find bundles by them. */
async function findEntries(root: string): Promise<ReadonlyMap<string, string>> {
  const files = await Array.fromAsync(glob(`functions/**/*${entrySuffix}`, { cwd: root }));
  const found = new Map<string, string>();
  for (const file of files.toSorted()) {
    const name = basename(file, entrySuffix);
    const other = found.get(name);
    if (other !== undefined) throw new Error(`two functions are called ${name}: ${other} and ${file}; rename one`);
    found.set(name, file);
  }
  return found;
}

type Unwritten = BuildResult<{ metafile: true; write: false }>;

async function writeBundles(result: Unwritten, root: string): Promise<Record<string, BundledEntry>> {
  const entries: Record<string, BundledEntry> = {};
  for (const file of result.outputFiles) {
    const output = outputOf(result.metafile, file.path, root);
    await writeIfChanged(file.path, file.contents);
    entries[basename(dirname(file.path))] = {
      bytes: file.contents.byteLength,
      gzipBytes: gzipSync(file.contents).byteLength,
      inputs: Object.fromEntries(Object.entries(output.inputs).map(([path, input]) => [path, input.bytesInOutput])),
    };
  }
  return entries;
}

function outputOf(metafile: Metafile, path: string, root: string): Metafile['outputs'][string] {
  const [, output] = Object.entries(metafile.outputs).find(([name]) => join(root, name) === path) ?? [];
  if (output === undefined) throw new Error(`esbuild gave no account of ${path}`);
  return output;
}

/** Untouched when equal, so that a deployment that reads the folder meanwhile never sees half a file. */
async function writeIfChanged(file: string, contents: Uint8Array): Promise<void> {
  const before = await readFile(file).catch(() => undefined);
  if (before?.equals(contents) === true) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, contents);
}

async function removeOthers(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!wanted.has(name)) await rm(join(folder, name), { recursive: true });
  }
}

/** The report as a table, largest first. */
export function sizesOf(report: BundleReport): string {
  const rows = Object.entries(report.entries).toSorted(([, a], [, b]) => b.bytes - a.bytes);
  const width = Math.max(8, ...rows.map(([name]) => name.length));
  const line = (name: string, size: string, packed: string): string =>
    `${name.padEnd(width)} ${size.padStart(8)} ${packed.padStart(8)}`;
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  return [
    line('function', 'kB', 'gzip kB'),
    ...rows.map(([name, entry]) => line(name, kilobytes(entry.bytes), kilobytes(entry.gzipBytes))),
  ].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { stage: { type: 'string', default: defaultStage }, sizes: { type: 'boolean', default: false } },
  });
  const report = await bundleAll({ stage: values.stage });
  const summary = `${Object.keys(report.entries).length} functions bundled for stage ${report.stage}`;
  process.stdout.write(`${values.sizes ? sizesOf(report) : summary}\n`);
}
