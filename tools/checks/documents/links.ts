import { access } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Check, Finding } from '../check.ts';
import { filesOf, type SourceFile } from '../tree.ts';

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const ELSEWHERE = /^(https?:|mailto:)/;

/** Every link inside the documents leads to a file that is there, and to a heading that stands in it. */
export const links: Check = {
  name: 'links of the documents lead somewhere',
  run: async (root) => {
    const documents = await filesOf(root, /\.md$/);
    const anchors = new Map(documents.map((file) => [file.path, anchorsOf(file.text)]));
    const found = documents.flatMap((file) => targets(file).map((target) => broken(root, anchors, target)));
    return (await Promise.all(found)).flat();
  },
};

type Target = { readonly from: string; readonly link: string };

const targets = (file: SourceFile): readonly Target[] =>
  [...file.text.matchAll(LINK)]
    .map(([, link = '']) => ({ from: file.path, link }))
    .filter(({ link }) => !ELSEWHERE.test(link));

type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

async function broken(root: string, anchors: Anchors, { from, link }: Target): Promise<readonly Finding[]> {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), path));
  const missing = [{ at: from, what: `leads nowhere: ${link}` }];
  if (anchor !== undefined) return anchors.get(file)?.has(anchor) === true ? [] : missing;
  return access(join(root, file)).then(
    () => [],
    () => missing,
  );
}

/** Anchors as the code hosts make them of headings: lower case, no punctuation, blanks to hyphens. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.split('\n').filter((line) => /^#{1,6} /.test(line));
  return new Set(
    headings.map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}
