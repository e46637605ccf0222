import { budgetOf } from '../test/support/pipeline/budgets.ts';
import { bundleAll } from '../tools/bundle.ts';
import { round, type Section } from './measure.ts';

/** Bytes of every function's bundle, as it is deployed. */
export async function bundleSizes(): Promise<Section> {
  const { entries } = await bundleAll({ stage: 'dev' });
  const rows = Object.entries(entries)
    .toSorted(([, one], [, other]) => other.bytes - one.bytes)
    .map(([name, entry]) => {
      const own = Object.entries(entry.inputs).filter(([file]) => file.startsWith('functions/'));
      const ownBytes = own.reduce((sum, [, bytes]) => sum + bytes, 0);
      return [
        name,
        round(entry.bytes / 1_000),
        round(entry.gzipBytes / 1_000),
        round(ownBytes / 1_000),
        round(budgetOf(name) / 1_000, 0),
      ];
    });
  return {
    title: 'Bundles',
    said: 'Kilobytes, minified: what is loaded at start, and `own`, the product’s own code in all files, those loaded later too. The limit is asserted in test/simulation/bundles.test.ts.',
    head: ['function', 'kB', 'gzip', 'own', 'limit'],
    rows,
  };
}
