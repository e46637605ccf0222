import * as v from 'valibot';
import type { Check, Finding } from '../check.ts';
import { fileOf } from '../tree.ts';

const Reasons = v.record(v.string(), v.string());
const Manifest = v.object({
  because: v.optional(Reasons, {}),
  dependencies: v.optional(Reasons, {}),
  devDependencies: v.optional(Reasons, {}),
  optionalDependencies: v.optional(Reasons, {}),
});
const MIN_WORDS = 3;
const EXACT = /^\d+\.\d+\.\d+$/;

/** Every dependency is of one exact version and says in package.json, key `because`, why it is there. */
export const dependencyReasons: Check = {
  name: 'every dependency has its reason and an exact version',
  run: async (root) => {
    const manifest = v.parse(Manifest, JSON.parse((await fileOf(root, 'package.json')) ?? '{}'));
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const named = new Set(versions.map(([name]) => name));
    const findings: Finding[] = [];
    for (const [name, version] of versions) {
      const reason = manifest.because[name] ?? '';
      if (reason.trim().split(/\s+/).length < MIN_WORDS)
        findings.push({ at: name, what: 'says no reason in `because`' });
      if (!EXACT.test(version)) findings.push({ at: name, what: `got version ${version}, expected an exact one` });
    }
    for (const name of Object.keys(manifest.because)) {
      if (!named.has(name)) findings.push({ at: name, what: 'has a reason, but is no dependency' });
    }
    return findings;
  },
};
