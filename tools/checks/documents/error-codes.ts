import type { Check } from '../check.ts';
import { fileOf } from '../tree.ts';
import { sameSet } from './same-set.ts';

const DOCUMENT = 'docs/errors.md';
const SOURCE = 'functions/domain/errors.ts';
const DECLARED = /^ {2}'([a-z-]+(?:\.[a-z-]+)+)':/gm;
const HEADING = /^### `([a-z.-]+)`$/gm;

/** Every fault code has its heading, where the problem document's link leads. */
export const errorCodes: Check = {
  name: 'every fault code has its heading',
  run: async (root) => {
    const codes = ((await fileOf(root, SOURCE)) ?? '').matchAll(DECLARED).map(([, code = '']) => code);
    const headings = ((await fileOf(root, DOCUMENT)) ?? '').matchAll(HEADING).map(([, code = '']) => code);
    return sameSet({ at: SOURCE, ids: codes }, { at: DOCUMENT, ids: headings });
  },
};
