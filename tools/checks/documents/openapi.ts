import { documentText } from '../../openapi/document.ts';
import type { Check } from '../check.ts';
import { fileOf } from '../tree.ts';

const DOCUMENT = 'docs/openapi.json';
const DESCRIBED = 'functions/console/routes.contract.ts';
const CURE = 'expected what node tools/openapi.ts writes';

/** The committed OpenAPI document is the one the schemas of the code make. */
export const openapi: Check = {
  name: 'the OpenAPI document is current',
  run: async (root) => {
    const [committed, routes] = await Promise.all([fileOf(root, DOCUMENT), fileOf(root, DESCRIBED)]);
    if (committed === undefined) return routes === undefined ? [] : [{ at: DOCUMENT, what: `got no file, ${CURE}` }];
    return committed === documentText() ? [] : [{ at: DOCUMENT, what: `got another text, ${CURE}` }];
  },
};
