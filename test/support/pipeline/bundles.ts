import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { builtinsOnDemand, environmentCredentialsOnly } from '../../../tools/bundle/plugins.ts';
import { FUNCTIONS, type FunctionName } from './process.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the bundles of this process's functions are; removed with it. */
export type Bundles = { readonly entryOf: (name: FunctionName) => string };

/** Folder of bundles that a run of tests made once for all its files. */
export const SHARED_BUNDLES = 'LIAISON_TEST_BUNDLES';

const entriesIn = (folder: string): Bundles => ({ entryOf: (name) => pathToFileURL(join(folder, `${name}.mjs`)).href });

let made: Promise<Bundles> | undefined;

/** The bundles that were made for this run of tests, or of this process. */
export function bundleFunctions(): Promise<Bundles> {
  const shared = process.env[SHARED_BUNDLES];
  if (shared !== undefined) return Promise.resolve(entriesIn(shared));
  made ??= bundleInto(scratch()).then(entriesIn);
  return made;
}

function scratch(): string {
  const outdir = mkdtempSync(join(tmpdir(), 'liaison-pipeline-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  return outdir;
}

/**
 * Every function bundled once, as it is deployed but readable: a process then starts in a third of the time that its
 * sources take.
 */
export async function bundleInto(outdir: string): Promise<string> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(FUNCTIONS).map(([name, stage]) => ({
      in: `functions/${stage}/${name}.lambda.ts`,
      out: name,
    })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [builtinsOnDemand, environmentCredentialsOnly],
  });
  return outdir;
}
