import type { Check, Finding } from '../check.ts';
import { fileOf, filesOf, type SourceFile } from '../tree.ts';

const FOLDER = 'docs/decisions/';
const NAME = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/;
const SECTIONS = ['Context', 'Options', 'Decision', 'Consequences', 'Revisit when'];
const STATUS = /^Status: (accepted|superseded by \d{4})(, \d{4}-\d{2}-\d{2})?$/m;

/** Decisions are closed, numbered without gaps, complete, and listed. None stays "proposed". */
export const decisions: Check = {
  name: 'decisions have number, status, sections and a place in the index',
  run: async (root) => {
    const files = await filesOf(root, /^docs\/decisions\/.*\.md$/);
    const index = (await fileOf(root, `${FOLDER}README.md`)) ?? '';
    const records = files.filter((file) => file.path !== `${FOLDER}README.md`);
    return records.flatMap((file, position) => faults(file, position + 1, index));
  },
};

function faults(file: SourceFile, expected: number, index: string): readonly Finding[] {
  const findings: Finding[] = [];
  const tell = (what: string): number => findings.push({ at: file.path, what });
  const number = NAME.exec(file.path)?.[1];
  if (number !== String(expected).padStart(4, '0')) tell(`got number ${number ?? 'none'}, expected ${expected}`);
  if (!file.text.startsWith(`# ${number ?? ''} `)) tell('title: expected "# NNNN Title" with the number of its file');
  if (!STATUS.test(file.text)) tell('status: expected "Status: accepted" or "Status: superseded by NNNN"');
  for (const section of SECTIONS) if (!file.text.includes(`\n## ${section}\n`)) tell(`section missing: ${section}`);
  if (!index.includes(`(${file.path.slice(FOLDER.length)})`)) tell('not listed in docs/decisions/README.md');
  return findings;
}
