import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildResult, build, type Metafile } from 'esbuild';
import {
  builtinsOnDemand,
  environmentCredentialsOnly,
  manifestsCut,
  movableClock,
  noUnaskedParts,
  plainErrorsByName,
} from './bundle/plugins.ts';

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
  /** What is loaded when the function starts: the entry and the files it imports at once. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** What is loaded only when asked for: the reply dictionary, the plans of telephone numbers. */
  readonly onDemandBytes: number;
  /** Source file → bytes of the bundle that come from it. Built-in and left-out modules are named `builtin:…`, `left-out:…`. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** What was made: function name → entry. */
export interface BundleReport {
  readonly stage: string;
  readonly entries: Readonly<Record<string, BundledEntry>>;
}

/**
 * Bundles every `functions/**\/x.lambda.ts` into `build/<stage>/x/index.mjs`, with what is imported on demand in files of
 * its own beside it, and writes the report to `build/meta.json` (local stage: `build/local/meta.json`). The same sources
 * give the same bytes in any folder, so the hash of an asset moves only when its code does. Folders of functions that no
 * longer exist are removed.
 */
export async function bundleAll({ stage, root = checkout }: BundleOptions): Promise<BundleReport> {
  const entries = await findEntries(root);
  const folder = join(root, 'build', stage);
  await mkdir(folder, { recursive: true });
  const bundled = await Promise.all([...entries].map((entry) => bundleOne(entry, { stage, root })));
  const report = { stage, entries: Object.fromEntries(bundled) };
  await removeOthers(folder, new Set([...entries.keys(), 'meta.json']));
  const metaFile = stage === localStage ? join(folder, 'meta.json') : join(root, 'build', 'meta.json');
  await writeFile(metaFile, `${JSON.stringify(report, null, 1)}\n`);
  return report;
}

async function bundleOne(
  [name, file]: readonly [name: string, file: string],
  { stage, root }: Required<BundleOptions>,
): Promise<readonly [name: string, entry: BundledEntry]> {
  const outdir = join('build', stage, name);
  const result = await build({
    absWorkingDir: root,
    entryPoints: [{ in: file, out: 'index' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported on demand is read on demand (docs/decisions/0016).
    splitting: true,
    // Names of chunks follow the paths of what is in them: a linked node_modules must not lend its own place to them.
    preserveSymlinks: true,
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
      manifestsCut,
      plainErrorsByName,
      environmentCredentialsOnly,
      ...(stage === localStage ? [movableClock(root)] : []),
    ],
  });
  for (const { path, contents } of result.outputFiles) await writeIfChanged(path, contents);
  await removeOthers(join(root, outdir), new Set(result.outputFiles.map(({ path }) => basename(path))));
  return [name, entryOf(result, join(outdir, 'index.mjs'))];
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

function entryOf({ metafile, outputFiles }: Unwritten, index: string): BundledEntry {
  const atOnce = importedAtOnce(metafile, index);
  const sizes = outputFiles.map(({ path, contents }) => ({
    now: [...atOnce].some((name) => path.endsWith(name)),
    bytes: contents.byteLength,
    gzipBytes: gzipSync(contents).byteLength,
  }));
  const sum = (of: (size: (typeof sizes)[number]) => number): number => sizes.reduce((all, size) => all + of(size), 0);
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    bytes: sum(({ now, bytes }) => (now ? bytes : 0)),
    gzipBytes: sum(({ now, gzipBytes }) => (now ? gzipBytes : 0)),
    onDemandBytes: sum(({ now, bytes }) => (now ? 0 : bytes)),
    inputs: Object.fromEntries(inputs.map(([path, input]) => [path, input.bytesInOutput])),
  };
}

/** The entry's file and all that it imports before its first line runs, and they in turn. */
function importedAtOnce({ outputs }: Metafile, index: string): ReadonlySet<string> {
  const found = new Set([index]);
  for (const name of found) {
    const output = outputs[name];
    if (output === undefined) throw new Error(`esbuild gave no account of ${name}`);
    for (const { kind, path } of output.imports) if (kind === 'import-statement') found.add(path);
  }
  return found;
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
  const line = (name: string, ...sizes: readonly string[]): string =>
    [name.padEnd(width), ...sizes.map((size) => size.padStart(9))].join(' ');
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  return [
    line('function', 'kB', 'gzip kB', 'on demand'),
    ...rows.map(([name, { bytes, gzipBytes, onDemandBytes }]) =>
      line(name, ...[bytes, gzipBytes, onDemandBytes].map(kilobytes)),
    ),
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
