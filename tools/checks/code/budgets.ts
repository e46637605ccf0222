import type { Check, Finding } from '../check.ts';
import { filesOf, type SourceFile } from '../tree.ts';

/** First match wins; lines include comments, because a reader reads them. */
const BUDGETS: readonly (readonly [pattern: RegExp, lines: number, what: string])[] = [
  [/\.lambda\.ts$/, 40, 'an entry'],
  [/^functions\/policies\//, Number.POSITIVE_INFINITY, 'policy data'],
  [/\.contract\.ts$/, 250, 'a contract'],
  [/^functions\/domain\/words\.ts$/, 300, 'the list of words'],
  [/^functions\/domain\//, 200, 'a domain file'],
  [/^functions\/store\//, 250, 'a store'],
  [/^functions\/(runtime|channels)\//, 250, 'a layer file'],
  [/^functions\//, 120, 'a use case'],
  [/^lib\/stacks\//, 80, 'a stack'],
  [/^lib\//, 200, 'a construct'],
  [/^bin\//, 60, 'the CDK app'],
  [/^test\//, 300, 'a test file'],
  [/^(tools|bench)\//, 250, 'a tool'],
];
const FOLDER_FILES = 15;

/** No file and no folder grows beyond what one reads in one sitting. */
export const budgets: Check = {
  name: 'files and folders keep their budgets',
  run: async (root) => {
    const files = await filesOf(root, /^(bin|lib|functions|test|bench|tools)\/.*\.ts$/);
    return [...files.flatMap(overBudget), ...overfull(files)];
  },
};

function overBudget(file: SourceFile): readonly Finding[] {
  const budget = BUDGETS.find(([pattern]) => pattern.test(file.path));
  const lines = file.text.trimEnd().split('\n').length;
  if (budget === undefined || lines <= budget[1]) return [];
  return [{ at: file.path, what: `got ${lines} lines, expected at most ${budget[1]} of ${budget[2]}` }];
}

function overfull(files: readonly SourceFile[]): readonly Finding[] {
  const folders = Map.groupBy(files, (file) => file.path.slice(0, file.path.lastIndexOf('/')));
  return [...folders]
    .filter(([, members]) => members.length > FOLDER_FILES)
    .map(([folder, members]) => ({
      at: folder,
      what: `got ${members.length} files, expected at most ${FOLDER_FILES}`,
    }));
}
