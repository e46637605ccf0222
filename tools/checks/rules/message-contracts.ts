import type { Check } from '../check.ts';
import { fileOf, filesOf } from '../tree.ts';
import { sameSet } from './same-set.ts';

const DOCUMENT = 'docs/message-contracts.md';
const NAMED = /`(functions\/[a-z/-]+\.contract\.ts)`/g;

/** Every contract file is described, and every described file is there. */
export const messageContracts: Check = {
  name: 'every contract file is described',
  run: async (root) => {
    const files = (await filesOf(root, /^functions\/.*\.contract\.ts$/)).map((file) => file.path);
    const named = ((await fileOf(root, DOCUMENT)) ?? '').matchAll(NAMED).map(([, path = '']) => path);
    return sameSet({ at: 'functions', ids: files }, { at: DOCUMENT, ids: named });
  },
};
