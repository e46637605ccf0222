import type { Check } from '../check.ts';
import { fileOf, filesOf } from '../tree.ts';
import { firstCells, sameSet } from './same-set.ts';

const DOCUMENT = 'docs/errors.md';
const SOURCE = 'functions/domain/errors.ts';
const DECLARED = /^ {2}'([a-z-]+(?:\.[a-z-]+)+)':/gm;
const HEADING = /^### `([a-z.-]+)`$/gm;
/** Closed lists of refusals, wherever they stand: what routes answer, why events are refused. */
const REFUSALS = /^export const (?:PROBLEMS|REJECTIONS) = \{[\s\S]*?^\}/gm;
const CODE = /^[a-z-]+\.[a-z-]+$/;

/** Every fault has its heading, where a problem document's link leads, and every refusal its row. */
export const errorCodes: Check = {
  name: 'every fault code has its heading, every refusal its row',
  run: async (root) => {
    const document = (await fileOf(root, DOCUMENT)) ?? '';
    const faults = all(DECLARED, (await fileOf(root, SOURCE)) ?? '');
    const sources = await filesOf(root, /^functions\/(?!domain\/).*\.ts$/);
    const refusals = sources.flatMap(({ text }) => (text.match(REFUSALS) ?? []).flatMap((list) => all(DECLARED, list)));
    const rows = firstCells(document).filter((cell) => CODE.test(cell));
    return [
      ...sameSet({ at: SOURCE, ids: faults }, { at: DOCUMENT, ids: all(HEADING, document) }),
      ...sameSet({ at: 'functions', ids: refusals }, { at: DOCUMENT, ids: rows }),
    ];
  },
};

const all = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
