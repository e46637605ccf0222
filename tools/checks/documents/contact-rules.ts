import type { Check, Finding } from '../check.ts';
import { fileOf, filesOf } from '../tree.ts';
import { firstCells, sameSet } from './same-set.ts';

const DOCUMENT = 'docs/contact-rules.md';
const WORDS = 'functions/domain/words.ts';
const RULE = /^[a-z-]+\.[a-z-]+$/;

/** One row of the conformance table is one rule of the closed list, and at least one test names it. */
export const contactRules: Check = {
  name: 'contact rules: table, closed list and tests agree',
  run: async (root) => {
    const listed = /RULE_IDS = \[([^\]]*)\]/.exec((await fileOf(root, WORDS)) ?? '')?.[1] ?? '';
    const rules = [...listed.matchAll(/'([^']+)'/g)].map(([, id = '']) => id);
    const rows = firstCells((await fileOf(root, DOCUMENT)) ?? '').filter((cell) => RULE.test(cell));
    const tests = (await filesOf(root, /^test\/.*\.test\.ts$/)).map((file) => file.text).join('\n');
    const untested: Finding[] = rules
      .filter((rule) => !tests.includes(`'${rule}'`))
      .map((rule) => ({ at: DOCUMENT, what: `no test names the rule ${rule}` }));
    return [...sameSet({ at: WORDS, ids: rules }, { at: DOCUMENT, ids: rows }), ...untested];
  },
};
