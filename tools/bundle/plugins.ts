import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Built-in modules through `process.getBuiltinModule` instead of `import`: Node links an imported built-in export by
 * export, which costs a cold start 17 % (importing `http` alone is 36 ms of CPU, fetching it 4).
 */
export const builtinsOnDemand: Plugin = {
  name: 'builtins-on-demand',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_0-9/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.startsWith('node:') ? path : `node:${path}`, namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};

/** Every source of credentials the SDK knows beside the environment, where Lambda puts a function's own. */
const otherCredentialSources =
  /^@(aws-sdk|smithy)\/credential-provider-(ini|sso|process|web-identity|login|http|imds)$/;

/** Leaves out the credential sources that Lambda never uses: 124 kB and 9 % of a cold start. Asking one of them fails in words. */
export const environmentCredentialsOnly: Plugin = {
  name: 'environment-credentials-only',
  setup(build) {
    build.onResolve({ filter: otherCredentialSources }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "throw new Error('credentials come from the environment of the function; no other source is bundled');",
      loader: 'js',
    }));
  },
};

/**
 * Parts of the SDK that it loads only when asked and that nothing here asks: the reading of browser names, and streams of
 * events, which the table, queues, topics and keys do not have. 48 kB of every bundle.
 */
const neverAsked = /^(bowser|@smithy\/core\/event-streams)$/;

/** Leaves them out; asking one of them all the same fails in words. */
export const noUnaskedParts: Plugin = {
  name: 'no-unasked-parts',
  setup(build) {
    build.onResolve({ filter: neverAsked }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace: 'left-out' } : undefined,
    );
    build.onLoad({ filter: neverAsked, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error('${path} is not bundled: no function asks for it');`,
      loader: 'js',
    }));
  },
};

/** The one module that differs between the local stage and all others: its clock can be moved, theirs cannot. */
export function movableClock(root: string): Plugin {
  const runtime = join(root, 'functions', 'runtime');
  const fixed = join(runtime, 'clock.ts');
  const movable = join(runtime, 'clock.local.ts');
  return {
    name: 'movable-clock',
    setup(build) {
      build.onResolve({ filter: /(^|\/)clock\.ts$/ }, ({ path, resolveDir, importer }) => {
        const target = path.startsWith('#runtime/')
          ? join(runtime, path.slice('#runtime/'.length))
          : resolve(resolveDir, path);
        return target === fixed && importer !== movable ? { path: movable } : undefined;
      });
    },
  };
}
