import * as v from 'valibot';
import type { Check } from '../check.ts';
import { parsed, said, started } from '../run-program.ts';
import { fileOf } from '../tree.ts';

const Bill = v.object({
  bomFormat: v.literal('CycloneDX'),
  components: v.array(
    v.object({
      name: v.string(),
      version: v.string(),
      properties: v.optional(v.array(v.object({ name: v.string() })), []),
      hashes: v.optional(v.array(v.object({ alg: v.string() })), []),
      licenses: v.optional(v.array(v.unknown()), []),
    }),
  ),
});
const Manifest = v.object({ dependencies: v.optional(v.record(v.string(), v.string()), {}) });

/** As `npm run sbom` prints it, from the lockfile alone. Tools stay in: to omit them loses what they share with functions. */
const BILL = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const DEVELOPMENT = 'cdx:npm:package:development';

/** The bill of materials can be made, and names each thing that runs by version, hash and licence. */
export const billOfMaterials: Check = {
  name: 'the bill of materials names all that runs (npm sbom)',
  run: async (root) => {
    const { dependencies } = v.parse(Manifest, JSON.parse((await fileOf(root, 'package.json')) ?? '{}'));
    const ended = await started(root, 'npm', BILL);
    const bill = v.safeParse(Bill, parsed(ended.stdout));
    if (!bill.success) return [{ at: 'npm sbom', what: said(ended) }];
    const { components } = bill.output;
    const unnamed = Object.entries(dependencies)
      .filter(([name, version]) => !components.some((one) => one.name === name && one.version === version))
      .map(([name, version]) => ({ at: name, what: `is not in the bill as ${version}` }));
    const unproven = components
      .filter(({ properties }) => !properties.some(({ name }) => name === DEVELOPMENT))
      .filter(({ hashes, licenses }) => hashes.length === 0 || licenses.length === 0)
      .map(({ name }) => ({ at: name, what: 'has no hash or no licence' }));
    return [...unnamed, ...unproven];
  },
};
