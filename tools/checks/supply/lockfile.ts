import * as v from 'valibot';
import type { Check, Finding } from '../check.ts';
import { fileOf } from '../tree.ts';

const Locked = v.object({
  version: v.optional(v.string()),
  resolved: v.optional(v.string()),
  integrity: v.optional(v.string()),
  link: v.optional(v.boolean(), false),
  dev: v.optional(v.boolean(), false),
  inBundle: v.optional(v.boolean(), false),
  hasInstallScript: v.optional(v.boolean(), false),
  license: v.optional(v.string()),
});
type Locked = v.InferOutput<typeof Locked>;
const Lockfile = v.object({ lockfileVersion: v.number(), packages: v.record(v.string(), Locked) });
const Manifest = v.object({ allowScripts: v.optional(v.record(v.string(), v.boolean()), {}) });

/** Licences that a bank may use and pass on without opening its own source; one choice of an OR is enough. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
]);
/** Of data, with the maker's name told: for tools only, nothing of it is passed on. */
const LICENCES_OF_TOOLS = new Set([...LICENCES, 'CC-BY-4.0']);

/** What is installed is what was reviewed: by hash, from a registry, without scripts nobody allowed, freely licensed. */
export const lockfile: Check = {
  name: 'the lockfile holds hashes, known licences and no script nobody allowed',
  run: async (root) => {
    const text = await fileOf(root, 'package-lock.json');
    if (text === undefined) return [{ at: 'package-lock.json', what: 'is missing' }];
    const { lockfileVersion, packages } = v.parse(Lockfile, JSON.parse(text));
    const { allowScripts } = v.parse(Manifest, JSON.parse((await fileOf(root, 'package.json')) ?? '{}'));
    const form =
      lockfileVersion === 3 ? [] : [{ at: 'package-lock.json', what: `got form ${lockfileVersion}, expected 3` }];
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    return [...form, ...installed.flatMap(([path, locked]) => faultsOf(path, locked, allowScripts))];
  },
};

function faultsOf(path: string, locked: Locked, allowed: Readonly<Record<string, boolean>>): readonly Finding[] {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const faults = [
    // What a package carries inside itself is covered by its own hash.
    locked.inBundle || (locked.integrity ?? '').startsWith('sha512-') ? '' : 'has no sha512 hash',
    locked.link || /^(?:git|file|http)/.test(locked.resolved ?? '') ? 'comes from outside the registry' : '',
    locked.hasInstallScript && allowed[name] !== true
      ? 'runs a script at installation that `allowScripts` does not name'
      : '',
    isFree(locked.license ?? '', locked.dev ? LICENCES_OF_TOOLS : LICENCES)
      ? ''
      : `got licence "${locked.license ?? ''}", expected one of ${[...LICENCES].join(', ')}`,
  ];
  return faults.filter((fault) => fault !== '').map((what) => ({ at: path, what }));
}

/** An SPDX expression of names with AND and OR; any choice of an OR will do. */
function isFree(expression: string, licences: ReadonlySet<string>): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((name) => licences.has(name.trim())));
}
