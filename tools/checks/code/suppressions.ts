import type { Check } from '../check.ts';
import { filesOf, linesOf } from '../tree.ts';

const WORDS =
  '(oxlint-disable|eslint-disable|biome-ignore|@ts-expect-error|@ts-ignore|@ts-nocheck|v8 ignore|knip-ignore|Stryker disable)';
const SUPPRESSION = new RegExp(`(//|/\\*|\\{/\\*)\\s*${WORDS}`);
const FORBIDDEN = /@ts-ignore|@ts-nocheck|eslint-disable|\/\*\s*oxlint-disable(?!-)|Stryker disable (?!next-line)/;
/** After the directive and its rules: ` -- why` (oxlint, v8) or `: why` (TypeScript, Biome), in three words or more. */
const REASON = /(--|:)\s+\S+(\s+\S+){2,}/;

/** A gate is stepped around only with a reason on the same line, and never for a whole file. */
export const suppressions: Check = {
  name: 'every suppression says why on its line',
  run: async (root) => {
    const files = await filesOf(root, /^(bin|lib|functions|test|bench|tools)\/.*\.(ts|js)$|^[^/]+\.(ts|js)$/);
    return files
      .filter((file) => file.path !== 'tools/checks/code/suppressions.ts' && !file.path.startsWith('test/gates/'))
      .flatMap((file) =>
        linesOf(file.text)
          .filter(([, line]) => SUPPRESSION.test(line))
          .filter(([, line]) => FORBIDDEN.test(line) || !REASON.test(line))
          .map(([number, line]) => ({ at: `${file.path}:${number}`, what: `gives no reason: ${line.trim()}` })),
      );
  },
};
