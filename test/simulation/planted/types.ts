import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Patch } from '../machine/programs.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What a bug may leave behind: names and lines that nobody comes to any more. */
const UNUSED = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false', '--allowUnreachableCode', 'true'];

/** What the compiler says of a copy of the functions with these changes in it. */
export async function typeErrorsWith(patches: readonly Patch[]): Promise<readonly string[]> {
  mkdirSync(join(ROOT, '.liaison'), { recursive: true });
  const copy = mkdtempSync(join(ROOT, '.liaison', 'planted-'));
  try {
    cpSync(join(ROOT, 'functions'), join(copy, 'functions'), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(copy, name));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, before, after } of patches) {
      const path = join(copy, file);
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(before, () => after),
      );
    }
    return await compile(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const compile = (folder: string): Promise<readonly string[]> =>
  new Promise((resolve) => {
    execFile(join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit', ...UNUSED], { cwd: folder }, (_failed, said) =>
      resolve(said.split('\n').filter((line) => line.includes('error TS'))),
    );
  });
