import type { Check, Finding } from '../check.ts';
import { fileOf, filesOf, linesOf } from '../tree.ts';

/** `docs/x.md`, and the section after a comma: `docs/x.md, Sizes`. */
const NAMED = /\b(docs\/[\w/-]+(?:\.zh-CN)?\.md)(?:, ([A-Z][A-Za-z ]*[a-z]))?/g;
/** What only we who planned it could look up is no source for a reader. */
const UNWRITTEN =
  /\bSource: (?:the |our )?(?:outer )?(?:contract|architecture|outreach|design|defaults|shipped defaults)\b/;

/** A rule or constant that names a document of ours as its source names one that is there, and a section that is. */
export const sources: Check = {
  name: 'sources named in the code stand in the documents',
  run: async (root) => {
    const found = (await filesOf(root, /^(bin|lib|functions)\/.*\.ts$/)).flatMap(({ path, text }) =>
      linesOf(text).map(async ([number, line]): Promise<readonly Finding[]> => {
        const at = `${path}:${number}`;
        const missing = [...line.matchAll(NAMED)].map(([, document = '', section]) => look(root, document, section));
        const told = UNWRITTEN.test(line) ? [`names no document: ${line.trim()}`] : [];
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
