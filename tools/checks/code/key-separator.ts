import type { Check } from '../check.ts';
import { filesOf, linesOf } from '../tree.ts';

/** Keys, the prefixes in the table's contract, and the outer names of aggregates and their facts. */
const ALLOWED = new Set(['functions/store/keys.ts', 'functions/store/table.contract.ts', 'functions/domain/ids.ts']);
/** `}#` and `#${` join parts of a key, `'#'` splits one, `'CASE#'` is a prefix typed by hand. */
const JOINED = /\}#|(?<!\.md)#\$\{|['"`]#['"`]|['"`][A-Z]+#['"`$]/;
const COMMENT = /^\s*(\/\/|\*|\/\*)/;

/** Keys are made in one file, where a property proves that no two facts share one. */
export const keySeparator: Check = {
  name: 'only store/keys.ts and domain/ids.ts join with #',
  run: async (root) =>
    (await filesOf(root, /^(functions|lib)\/.*\.ts$/))
      .filter((file) => !ALLOWED.has(file.path))
      .flatMap((file) =>
        linesOf(file.text)
          .filter(([, line]) => JOINED.test(line) && !COMMENT.test(line))
          .map(([number, line]) => ({ at: `${file.path}:${number}`, what: `joins or splits a key: ${line.trim()}` })),
      ),
};
