import type { Check } from '../check.ts';
import { filesOf, linesOf } from '../tree.ts';

const NOT_RUN = /\b(test|it|describe|suite|bench)\.(skip|skipIf|runIf|only|todo|fails)\b|\bx(it|describe|test)\(/;
const MOCKED = /\bvi\.(mock|doMock|hoisted)\(/;

/** Tests run, all of them, and against fakes that obey a contract, never against replaced modules. */
export const honestTests: Check = {
  name: 'no test is skipped, focused or run on mocked modules',
  run: async (root) =>
    (await filesOf(root, /^(test|bench)\/.*\.ts$/))
      .filter((file) => !file.path.startsWith('test/gates/'))
      .flatMap((file) =>
        linesOf(file.text)
          .filter(([, line]) => NOT_RUN.test(line) || MOCKED.test(line))
          .map(([number, line]) => ({ at: `${file.path}:${number}`, what: line.trim() })),
      ),
};
