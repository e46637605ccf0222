import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Check } from '../check.ts';
import { filesOf, linesOf } from '../tree.ts';

const NAMED = /new URL\('(?<name>\.[^']*)', import\.meta\.url\)/gu;
/** Made by a command, so it may not be there yet. */
const MADE = /(?:^|\/)(?:build|node_modules|cdk\.out|\.liaison|coverage)(?:\/|$)/u;

/** No compiler follows these names: what was moved away from a file that it names fails only when it is run. */
export const namedFiles: Check = {
  name: 'a file that another one names by its place is there',
  run: async (root) =>
    (await filesOf(root, /^(?!test\/gates\/).*\.ts$/u)).flatMap(({ path, text }) =>
      linesOf(text).flatMap(([number, line]) =>
        [...line.matchAll(NAMED)]
          .map(({ groups }) => join(dirname(path), groups?.['name'] ?? ''))
          .filter((named) => !MADE.test(named) && !existsSync(join(root, named)))
          .map((named) => ({ at: `${path}:${number}`, what: `${named} is not there` })),
      ),
    ),
};
