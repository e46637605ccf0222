import type { Finding } from '../check.ts';

/** Holds that two places list the same ids, and names what only one of them has. */
export function sameSet(
  one: { at: string; ids: Iterable<string> },
  other: { at: string; ids: Iterable<string> },
): Finding[] {
  const [left, right] = [new Set(one.ids), new Set(other.ids)];
  return [
    ...[...left.difference(right)].map((id) => ({ at: other.at, what: `lacks ${id}, which ${one.at} has` })),
    ...[...right.difference(left)].map((id) => ({ at: one.at, what: `lacks ${id}, which ${other.at} has` })),
  ];
}

/** The first cell of every row of the tables of a document, without backticks. */
export const firstCells = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('|-'))
    .map((line) => (line.split('|')[1] ?? '').trim().replaceAll('`', ''));
