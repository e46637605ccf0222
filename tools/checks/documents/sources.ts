import type { Check, Finding } from '../check.ts';
import { fileOf, filesOf, linesOf } from '../tree.ts';

/** All code but what plants faults for the checks to find. */
const CODE = /^(?:bin|lib|functions|bench|tools|test(?!\/(?:gates|support\/tree)\/))\/.*\.ts$/;
/** The file below `docs`, and the section after a comma. */
const NAMED = /\b(docs\/[\w/-]+(?:\.zh-CN)?\.md)(?:, ([A-Z][A-Za-z ]*[a-z]))?/g;
/** A source that no document of ours and no public one holds: a reader cannot look it up. */
const UNWRITTEN = [
  /\bSource: (?:the |our )?(?:outer )?(?:contract|architecture|outreach|design|defaults|shipped defaults)\b/,
  /\bSource: (?:the |our )?(?:quality page|taxonomy)\b/,
  /\bcontract, ["'`]/,
  /\b(?:the|our) contract's\b/,
  /\bby their numbers in the list\b/,
  /\btest\('(?:scenario )?\d+: /,
];

/** A rule or constant that names a document of ours as its source names one that is there, and a section that is. */
export const sources: Check = {
  name: 'sources named in the code stand in the documents',
  run: async (root) => {
    const found = (await filesOf(root, CODE)).flatMap(({ path, text }) =>
      linesOf(text).map(async ([number, line]): Promise<readonly Finding[]> => {
        const at = `${path}:${number}`;
        const missing = [...line.matchAll(NAMED)].map(([, document = '', section]) => look(root, document, section));
        const told = UNWRITTEN.some((form) => form.test(line)) ? [`names no document: ${line.trim()}`] : [];
        return [...told, ...(await Promise.all(missing)).flat()].map((what) => ({ at, what }));
      }),
    );
    return (await Promise.all(found)).flat();
  },
};

async function look(root: string, document: string, section: string | undefined): Promise<readonly string[]> {
  const text = await fileOf(root, document);
  if (text === undefined) return [`there is no ${document}`];
  return section === undefined || text.includes(`\n## ${section}\n`) ? [] : [`${document} has no section ${section}`];
}
