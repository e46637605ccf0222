import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Check, Finding } from '../check.ts';
import { linesOf, readTree, type SourceFile } from '../tree.ts';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
/** The scanner's own bookkeeping grows with the square of the texts it was given: a few long ones cost a second. */
const LINES_A_SCAN = 20_000;

type Line = { readonly at: string; readonly text: string };

/** No key, token or password that a provider would recognise is written down, in tests and documents neither. */
export const secrets: Check = {
  name: 'no secret is written down (secretlint)',
  run: async (root) => {
    const files = (await readTree(root)).filter((file) => !file.path.startsWith('test/gates/'));
    const lines = files.flatMap(numbered);
    const findings: Finding[] = [];
    for (let from = 0; from < lines.length; from += LINES_A_SCAN) {
      findings.push(...(await scanned(lines.slice(from, from + LINES_A_SCAN))));
    }
    return findings;
  },
};

const numbered = ({ path, text }: SourceFile): readonly Line[] =>
  linesOf(text).map(([number, line]) => ({ at: `${path}:${number}`, text: line }));

async function scanned(lines: readonly Line[]): Promise<readonly Finding[]> {
  const content = lines.map((line) => line.text).join('\n');
  const { messages } = await lintSource({
    source: { filePath: 'repository.txt', content, ext: '.txt', contentType: 'text' },
    options: {
      config: { rules: [{ id: PRESET, rule: creator, options: {} }] },
      noPhysicFilePath: true,
      maskSecrets: true,
    },
  });
  return messages.map(({ loc, message }) => ({ at: lines[loc.start.line - 1]?.at ?? 'repository', what: message }));
}
