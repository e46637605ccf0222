import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import * as v from 'valibot';

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
    build.onResolve({ filter: otherCredentialSources }, ({ path }) => ({ path, namespace: 'other-credentials' }));
    build.onLoad({ filter: /.*/, namespace: 'other-credentials' }, () => ({
      contents: "throw new Error('credentials come from the environment of the function; no other source is bundled');",
      loader: 'js',
    }));
  },
};

/**
 * Parts of the SDK that nothing here asks, by the name they are imported by: the reading of browser names, streams of
 * events and their headers, the search for a service's endpoints, SHA-256 for places without Node's own. 64 kB.
 */
const neverAsked = /^bowser$|^@smithy\/core\/event-streams$|^@aws-sdk\/endpoint-cache$|\/HeaderFormatter$|\/Sha256Js$/;

/** Leaves them out; asking one of them all the same fails in words. */
export const noUnaskedParts: Plugin = {
  name: 'no-unasked-parts',
  setup(build) {
    build.onResolve({ filter: neverAsked }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' || sdk.test(importer) ? { path: basename(path), namespace: 'left-out' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({ contents: standIn(path), loader: 'js' }));
  },
};

const sdk = /node_modules\/@(aws-sdk|smithy)\//;

/** Classes that the SDK makes but does not use are empty; a part that would be run says that it is not there. */
function standIn(part: string): string {
  const missing = `throw new Error('${part} is not bundled: no function asks for it')`;
  if (part === 'Sha256Js') return `export class Sha256Js { constructor() { ${missing}; } }`;
  if (part === 'HeaderFormatter') return 'export class HeaderFormatter {}';
  return part === 'endpoint-cache' ? 'export class EndpointCache {}' : `${missing};`;
}

const Manifest = v.object({ version: v.string() });

/** The SDK reads its own manifests for one thing, its version: the rest of them is 2 kB a client. */
export const manifestsCut: Plugin = {
  name: 'manifests-cut',
  setup(build) {
    build.onLoad({ filter: /@(aws-sdk|smithy)\/[^/]+\/package\.json$/ }, async ({ path }) => {
      const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version: v.parse(Manifest, manifest).version }), loader: 'json' };
    });
  },
};

/** Definition of an error that carries nothing but its message, as the SDK writes it. */
const plainError = /export var (\w+)\$ = \[-3, \w+, \w+,\s*(?:\{[^}]*\}|0),\s*\[_[mM]\w*\],\s*\[0\]\s*\];/g;

/**
 * Errors that carry nothing but their message are told apart by their names, which the SDK keeps for errors it has no
 * class for: their classes are left out. 12 kB of the table's client.
 */
export const plainErrorsByName: Plugin = {
  name: 'plain-errors-by-name',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const plain = new Set(source.matchAll(plainError).map(([, name]) => name));
      const contents = source
        .replaceAll(plainError, '')
        .replaceAll(/^\w+\.registerError\((\w+)\$.*$/gm, (line, name: string) => (plain.has(name) ? '' : line));
      return { contents, loader: 'js' };
    });
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
