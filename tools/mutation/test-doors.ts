/** What tests import as `vitest` while mutants run: its own `expect`, and doors that only note what a file declares. */
export { expect } from 'vitest';

type Run = (...args: readonly unknown[]) => unknown;
export type Declared = { readonly name: string; readonly run: () => unknown };
export type DeclaredFile = { readonly tests: Declared[]; readonly before: Run[]; readonly after: Run[] };

let file: DeclaredFile = { tests: [], before: [], after: [] };

/** Begins a file: what is declared from here on is its. */
export function nextFile(): DeclaredFile {
  file = { tests: [], before: [], after: [] };
  return file;
}

const declare = (name: string, run: () => unknown): void => void file.tests.push({ name, run });

const isRow = (row: unknown): row is readonly unknown[] => Array.isArray(row);

const eachOf =
  (spread: boolean) =>
  (rows: readonly unknown[]) =>
  (name: string, run: Run): void => {
    for (const row of rows) declare(name, () => (spread && isRow(row) ? run(...row) : run(row)));
  };

export const test = Object.assign((name: string, run: Run): void => declare(name, run), {
  each: eachOf(true),
  for: eachOf(false),
});
export const beforeAll = (run: Run): void => void file.before.push(run);
export const afterAll = (run: Run): void => void file.after.push(run);
