import type { Check } from '../check.ts';
import { fileOf, filesOf } from '../tree.ts';
import { sameSet } from './same-set.ts';

const DOCUMENT = 'docs/message-contracts.md';
const EVENTS = 'functions/intake/events.contract.ts';
const NOTICES = 'functions/domain/effects.ts';
const NAMED = /`(functions\/[a-z/-]+\.contract\.ts)`/g;
const TYPE = /['`](liaison\.[a-z.-]+\.v\d+)['`]/g;

/** Every contract file, every type of event we take and every notice we give is described, and nothing else is. */
export const messageContracts: Check = {
  name: 'every message contract is described',
  run: async (root) => {
    const document = (await fileOf(root, DOCUMENT)) ?? '';
    const files = (await filesOf(root, /^functions\/.*\.contract\.ts$/)).map((file) => file.path);
    const listed = /NOTICE_TYPES = \[([^\]]*)\]/.exec((await fileOf(root, NOTICES)) ?? '')?.[1] ?? '';
    const notices = [...listed.matchAll(/'([^']+)'/g)].map(([, name = '']) => `liaison.${name}.v1`);
    const types = [...all(TYPE, (await fileOf(root, EVENTS)) ?? ''), ...notices];
    return [
      ...sameSet({ at: 'functions', ids: files }, { at: DOCUMENT, ids: all(NAMED, document) }),
      ...sameSet({ at: `${EVENTS} and ${NOTICES}`, ids: types }, { at: DOCUMENT, ids: all(TYPE, document) }),
    ];
  },
};

const all = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
