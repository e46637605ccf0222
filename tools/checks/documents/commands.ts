import * as v from 'valibot';
import type { Check, Finding } from '../check.ts';
import { fileOf, filesOf, linesOf } from '../tree.ts';

const Manifest = v.object({ scripts: v.optional(v.record(v.string(), v.string()), {}) });
const DOCUMENT = /\.md$/;
const SCRIPT = /\bnpm (?:run )?([a-z][a-z:-]*)/g;
/** npm's own commands that documents may name. */
const OWN = new Set(['ci', 'audit', 'run']);
const COMMAND = /\bnpx liaison ([a-z]+)/g;
/** Commands of one make come from a list of words, so every quoted word of these files counts. */
const DECLARED = /'([a-z]+)(?: [^']*)?'/g;

/** Every script and every command of the command line that a document names is there to be run. */
export const commands: Check = {
  name: 'documents name commands that exist',
  run: async (root) => {
    const { scripts } = v.parse(Manifest, JSON.parse((await fileOf(root, 'package.json')) ?? '{}'));
    const tools = (await filesOf(root, /^tools\/(?:commands\/.*|[a-z]+\/command)\.ts$/)).flatMap(({ text }) =>
      named(text, DECLARED),
    );
    const isScript = (name: string): boolean => OWN.has(name) || name in scripts;
    const isCommand = (name: string): boolean => tools.includes(name);
    return (await filesOf(root, DOCUMENT)).flatMap(({ path, text }) =>
      linesOf(text).flatMap(([number, line]): Finding[] => [
        ...unknown(line, SCRIPT, isScript).map((name) => ({ at: `${path}:${number}`, what: `no script ${name}` })),
        ...unknown(line, COMMAND, isCommand).map((name) => ({ at: `${path}:${number}`, what: `no command ${name}` })),
      ]),
    );
  },
};

const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

const unknown = (line: string, pattern: RegExp, isKnown: (name: string) => boolean): string[] =>
  named(line, pattern).filter((name) => !isKnown(name));
