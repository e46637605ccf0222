import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import type { Patch } from '../machine/programs.ts';
import type * as modelled from './modelled.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The models with one line of theirs changed: what a rule of the contracts must find. */
export async function brokenModel(patch: Patch): Promise<typeof modelled> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/simulation/contracts/modelled.ts'],
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    external: ['@aws-sdk/*', '@smithy/*', 'valibot', 'libphonenumber-js'],
    logLevel: 'warning',
    plugins: [changed(patch)],
  });
  const module = { exports: {} };
  const script = new Script(`(function (module, require) {${outputFiles[0]?.text ?? ''}\n})`, {
    filename: 'broken.cjs',
  });
  const run = script.runInThisContext() as (of: typeof module, require: NodeJS.Require) => void;
  run(module, createRequire(import.meta.url));
  return module.exports as typeof modelled;
}

const changed = ({ file, before, after }: Patch): Plugin => ({
  name: 'changed',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      if (relative(ROOT, path) !== file) return { contents, loader: 'ts' };
      if (contents.split(before).length !== 2) throw new Error(`patch: got no ${JSON.stringify(before)} in ${file}`);
      return { contents: contents.replace(before, () => after), loader: 'ts' };
    });
  },
});
