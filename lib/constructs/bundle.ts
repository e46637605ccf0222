import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';

/** A function was not bundled before synthesis; the message says what to run. */
export class MissingBundleError extends Error {
  override readonly name = 'MissingBundleError';
}

/**
 * The code of an entry as tools/bundle.ts left it.
 * @throws MissingBundleError when it did not.
 */
export function bundleOf(entry: string, bundles: string): Code {
  const folder = join(bundles, entry);
  if (existsSync(join(folder, 'index.mjs'))) return Code.fromAsset(folder);
  throw new MissingBundleError(
    `There is no bundle of function ${entry} in ${bundles}; run "npm run bundle" and synthesise again.`,
  );
}
