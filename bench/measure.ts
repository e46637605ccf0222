/** Figures of one run are compared with something measured in the same run: machines differ, ratios hardly. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);

export const round = (value: number, digits = 1): string => value.toFixed(digits);

/** One part of the report: what was measured, as a table, and what there is to say about it. */
export type Section = {
  readonly title: string;
  readonly said: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export const asMarkdown = ({ title, said, head, rows }: Section): string =>
  [
    `## ${title}`,
    '',
    said,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');

export function asText({ title, head, rows }: Section): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [title, line(head), ...rows.map(line), ''].join('\n');
}
