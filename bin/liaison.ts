import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import * as v from 'valibot';
import { ConfigError, readConfig } from '../lib/config/read.ts';
import { MissingBundleError } from '../lib/constructs/bundle.ts';
import { addLiaison } from '../lib/stacks/liaison.ts';

/**
 * The CDK app. `-c stage=NAME` chooses the stage (default `dev`), `-c config=FILE` lays the bank's own decisions over what
 * is shipped for it. Functions are bundled before (`npm run bundle`); `-c bundles=FOLDER` names another place for that.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const app = new App({ analyticsReporting: false });

const read = (name: string): unknown => app.node.tryGetContext(name);

/** The local stage has bundles of its own, with a clock that can be moved; all others share theirs. */
function bundlesFor(stage: string): string {
  const chosen = read('bundles');
  if (typeof chosen === 'string') return chosen;
  return join(root, 'build', stage === 'local' ? 'local' : 'dev');
}

const Package = v.object({ version: v.string() });
const version = (): string => v.parse(Package, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;

try {
  const config = readConfig(read);
  addLiaison(app, { config, bundles: bundlesFor(config.stage), version: version() });
  app.synth();
} catch (error) {
  // What the reader can mend is told in its own words, without a stack.
  if (!(error instanceof ConfigError || error instanceof MissingBundleError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
