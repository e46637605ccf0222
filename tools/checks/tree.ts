import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A text file of the repository; `path` is relative to its root, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What is made by a command or fetched, and therefore nobody's writing. */
const MADE = new Set(['node_modules', '.git', 'cdk.out', '.liaison', 'build', 'coverage', '.stryker-tmp']);
const TEXT = /\.(ts|js|json|md|py|txt|csv|jsonl|toml|ya?ml)$|(^|\/)(LICENSE|run|\.gitignore)$/;

const trees = new Map<string, Promise<readonly SourceFile[]>>();

/** Every text file below the root, read once per process. */
export function readTree(root: string): Promise<readonly SourceFile[]> {
  const known = trees.get(root);
  if (known !== undefined) return known;
  const reading = walk(root, '').then((paths) =>
    Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') }))),
  );
  trees.set(root, reading);
  return reading;
}

/** The files whose path matches, in path order. */
export async function filesOf(root: string, pattern: RegExp): Promise<readonly SourceFile[]> {
  return (await readTree(root)).filter((file) => pattern.test(file.path));
}

/** One file's text, or undefined when there is none. */
export async function fileOf(root: string, path: string): Promise<string | undefined> {
  return (await readTree(root)).find((file) => file.path === path)?.text;
}

/** Lines with their numbers, counted from 1. */
export const linesOf = (text: string): readonly (readonly [number: number, line: string])[] =>
  text.split('\n').map((line, index) => [index + 1, line] as const);

async function walk(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return MADE.has(entry.name) ? [] : walk(root, path);
      return entry.isFile() && TEXT.test(path) ? [path] : [];
    }),
  );
  return lists.flat().toSorted();
}
