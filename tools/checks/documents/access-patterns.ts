import type { Check } from '../check.ts';
import { fileOf, filesOf } from '../tree.ts';
import { firstCells, sameSet } from './same-set.ts';

const DOCUMENT = 'docs/access-patterns.md';
const ID = /\bAP-\d{2}\b/g;

/** The document, the methods' comments and the engine tests speak of the same access patterns. */
export const accessPatterns: Check = {
  name: 'access patterns: document, methods and tests agree',
  run: async (root) => {
    const documented = firstCells((await fileOf(root, DOCUMENT)) ?? '').filter((cell) => /^AP-\d{2}$/.test(cell));
    const idsIn = async (pattern: RegExp): Promise<string[]> =>
      (await filesOf(root, pattern)).flatMap((file) => file.text.match(ID) ?? []);
    const doc = { at: DOCUMENT, ids: documented };
    return [
      ...sameSet(doc, { at: 'functions/store', ids: await idsIn(/^functions\/store\/.*\.ts$/) }),
      ...sameSet(doc, { at: 'test/store', ids: await idsIn(/^test\/store\/.*\.ts$/) }),
    ];
  },
};
