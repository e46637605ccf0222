import type { Check, Finding } from '../check.ts';
import { fileOf } from '../tree.ts';
import { sameSet } from './same-set.ts';

const DOCUMENT = 'docs/glossary.md';
const WORDS = 'functions/domain/words.ts';
/** Lists that have a document of their own. */
const ELSEWHERE = new Set(['RULE_IDS']);
const LIST = /export const ([A-Z_]+) = \[([^\]]*)\] as const/g;
const CHINESE = /\p{Script=Han}/u;

/** Every word of the closed vocabularies, and no other, has one English and one Chinese meaning; none stands twice. */
export const glossary: Check = {
  name: 'the glossary explains every word in both languages',
  run: async (root) => {
    const rows = ((await fileOf(root, DOCUMENT)) ?? '').split('\n').filter((line) => line.startsWith('| `'));
    const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
    const explained = cells.map(([, word = '']) => word.replaceAll('`', ''));
    const findings: Finding[] = cells
      .filter(([, , chinese = '', meaning = '']) => !CHINESE.test(chinese) || meaning === '')
      .map(([, word = '']) => ({ at: DOCUMENT, what: `${word} lacks Chinese or meaning` }));
    const twice = explained.filter((word, index) => explained.indexOf(word) !== index);
    const words = { at: WORDS, ids: wordsOf((await fileOf(root, WORDS)) ?? '') };
    return [
      ...findings,
      ...twice.map((word) => ({ at: DOCUMENT, what: `explains ${word} twice` })),
      ...sameSet(words, { at: DOCUMENT, ids: explained }),
    ];
  },
};

function wordsOf(source: string): ReadonlySet<string> {
  const lists = [...source.matchAll(LIST)].filter(([, name = '']) => !ELSEWHERE.has(name));
  return new Set(
    lists.flatMap(([, , members = '']) => [...members.matchAll(/'([^']+)'/g)].map(([, word = '']) => word)),
  );
}
