import type { Check, Finding } from '../check.ts';
import { filesOf } from '../tree.ts';

const KIND_FOLDER = /(^|\/)(utils?|helpers?|common|shared|services?|types|misc|lib\/lib)\//;
const BARREL = /(^|\/)index\.(ts|js)$/;
/** A locale is written as BCP 47 writes it. */
const KEBAB = /^([a-z0-9-]+|zh-CN)(\.[a-z0-9-]+)*\.(ts|js)$/;

/** A folder says what it is about, never what kind of file lies in it; nothing is imported through a barrel. */
export const layout: Check = {
  name: 'folders are named by subject, files in kebab-case, no barrels',
  run: async (root) =>
    (await filesOf(root, /^(bin|lib|functions|test|bench|tools)\/.*\.(ts|js)$/)).flatMap(({ path }): Finding[] => {
      if (KIND_FOLDER.test(path)) return [{ at: path, what: 'lies in a folder named by kind, expected a subject' }];
      if (BARREL.test(path)) return [{ at: path, what: 'is a barrel, expected imports of the file itself' }];
      if (!KEBAB.test(path.slice(path.lastIndexOf('/') + 1))) return [{ at: path, what: 'expected kebab-case' }];
      return [];
    }),
};
