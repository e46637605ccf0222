import type { Check } from '../check.ts';
import { linesOf, readTree } from '../tree.ts';

/** Home folders and drives, each spelled so that this file does not contain what it looks for. */
const PATHS = new RegExp(
  ['/home', '/Users', '/root', '/work', '/mnt'].map((path) => `(?<![\\w.}])${path}/[a-z]`).join('|'),
);
const DRIVE = /\b[A-Z]:\\\\?[A-Za-z]/;
/** A lockfile that names where packages were fetched would tie everyone to one registry. */
const FETCHED = /"resolved":\s*"http/;

/** What is committed works on any machine and names none. */
export const machineTraces: Check = {
  name: 'no path or host of a machine is written down',
  run: async (root) =>
    (await readTree(root))
      .filter((file) => file.path !== 'tools/checks/code/machine-traces.ts' && !file.path.startsWith('test/gates/'))
      .flatMap((file) =>
        linesOf(file.text)
          .filter(([, line]) => PATHS.test(line) || DRIVE.test(line) || FETCHED.test(line))
          .map(([number, line]) => ({ at: `${file.path}:${number}`, what: line.trim().slice(0, 120) })),
      ),
};
