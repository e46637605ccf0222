import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Bug } from './bugs.ts';
import type { Found } from './find.ts';

/** What became of a bug, and the commit that it holds for. */
export type Looked = Found & { readonly commit: string };

/** What became of all bugs that were looked for. */
export type Calibration = {
  readonly planted: number;
  readonly caught: number;
  readonly medianDeliveries: number;
  readonly missed: readonly string[];
  readonly bugs: readonly Looked[];
};

export function calibrationOf(bugs: readonly Looked[]): Calibration {
  const caught = bugs.filter((one) => one.caught);
  return {
    planted: bugs.length,
    caught: caught.length,
    medianDeliveries: medianOf(caught.map((one) => one.deliveries)),
    missed: bugs.filter((one) => !one.caught).map(({ name }) => name),
    bugs,
  };
}

function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Where results are kept; what an earlier run found for the same commit is not looked for again. */
export type Kept = { readonly file: string | undefined; readonly commit: string };

export function keptFor(bugs: readonly Bug[], { file, commit }: Kept): readonly Looked[] {
  if (file === undefined || !existsSync(file)) return [];
  const before = JSON.parse(readFileSync(file, 'utf8')) as Calibration;
  return before.bugs.filter((one) => one.commit === commit && bugs.some(({ name }) => name === one.name));
}

export function keep(calibration: Calibration, file: string | undefined): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(calibration, undefined, 2)}\n`);
}

/** The results as a page: each bug with its reason, and what told of it after how many deliveries. */
export function pageOf({ bugs, ...of }: Calibration, all: readonly Bug[]): string {
  const rows = all.map(({ name, file, why }) => {
    const found = bugs.find((one) => one.name === name);
    const told = found === undefined ? 'not looked for' : found.caught ? `${found.deliveries}` : '**missed**';
    return `| ${name} | \`${file}\` | ${why} | ${found?.by?.split(':')[0] ?? ''} | ${told} | ${found?.commit ?? ''} |`;
  });
  return [
    '# Bugs put in by hand',
    '',
    `What \`npm run simulate:bugs -- --json bugs.json --page docs/evidence/planted-bugs.md\` found, each at the commit it names: of ${all.length} bugs ${of.planted} were looked for, ${of.caught} of them were found, in a median of ${of.medianDeliveries} deliveries. What they are for stands in [simulation](../simulation.md).`,
    '',
    '| bug | file | what it does | told by | deliveries | at commit |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
