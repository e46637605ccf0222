import type { Check, Finding } from '../check.ts';
import { fileOf, filesOf } from '../tree.ts';

const CHINESE = /\.zh-CN\.md$/;
const SECTION = /^## .+$/gm;
/** What is typed or read by a machine is the same in every language; pictures are not. */
const BLOCK = /^```(?:sh|json)\n[\s\S]*?^```$/gm;

/** A document in two languages says the same: as many sections, and the same commands in the same order. */
export const twoLanguages: Check = {
  name: 'documents in two languages have the same sections and commands',
  run: async (root) => {
    const chinese = await filesOf(root, CHINESE);
    const found = chinese.map(async ({ path, text }): Promise<readonly Finding[]> => {
      const english = path.replace(CHINESE, '.md');
      const other = await fileOf(root, english);
      if (other === undefined) return [{ at: path, what: `has no ${english} beside it` }];
      return [
        ...differences(path, matches(text, SECTION).length, matches(other, SECTION).length),
        ...blocks(path, text, other),
      ];
    });
    return (await Promise.all(found)).flat();
  },
};

const matches = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

const differences = (at: string, got: number, expected: number): readonly Finding[] =>
  got === expected ? [] : [{ at, what: `got ${got} sections, expected ${expected} as in English` }];

function blocks(at: string, text: string, other: string): readonly Finding[] {
  const [own, theirs] = [matches(text, BLOCK), matches(other, BLOCK)];
  const differs = Math.max(own.length, theirs.length);
  for (let n = 0; n < differs; n += 1) {
    if (own[n] !== theirs[n]) return [{ at, what: `its code block ${n + 1} is not the one of the English document` }];
  }
  return [];
}
