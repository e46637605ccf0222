import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { builtinsOnDemand, environmentCredentialsOnly } from '../../../tools/bundle/plugins.ts';
import { FUNCTIONS, type FunctionName } from '../../support/pipeline/process.ts';

const HERE = fileURLToPath(new URL('../../../', import.meta.url));

/** A change of one source file before it is bundled: `before` stands there once and becomes `after`. */
export type Patch = { readonly file: string; readonly before: string; readonly after: string };

/** Every function's whole program as one text, made once and run as often as there are processes of it. */
export type Programs = Readonly<Record<FunctionName, string>>;

/** What a program finds in place of the globals that bring time, chance and the network. */
export const GIVEN = [
  'module',
  'process',
  'Date',
  'Math',
  'setTimeout',
  'clearTimeout',
  'console',
  'crypto',
  'performance',
  'wire',
] as const;

type Bundled = { readonly programs: Programs; readonly files: ReadonlyMap<FunctionName, ReadonlySet<string>> };
const NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
let unchanged: Promise<Bundled> | undefined;

/**
 * Bundles every function as it is deployed, but for two things: the HTTP handler of the SDK's clients is one that asks
 * `wire`, and the warming read at a start (which does nothing outside Lambda) is not waited for. With patches only those
 * are made anew that hold a patched file.
 */
export async function bundlePrograms(patches: readonly Patch[] = []): Promise<Programs> {
  unchanged ??= bundled(NAMES, HERE);
  const { programs, files } = await unchanged;
  if (patches.length === 0) return programs;
  const touched = NAMES.filter((name) => patches.some(({ file }) => files.get(name)?.has(file) === true));
  return { ...programs, ...(await bundled(touched, HERE, patches)).programs };
}

/** The programs of another version, from a checkout of it with its packages. */
export const programsOf = async (root: string): Promise<Programs> => (await bundled(NAMES, resolve(root))).programs;

async function bundled(names: readonly FunctionName[], root: string, patches: readonly Patch[] = []): Promise<Bundled> {
  const applied = new Set<Patch>();
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `functions/${FUNCTIONS[name]}/${name}.lambda.ts`, out: name })),
    outdir: 'simulation',
    write: false,
    metafile: true,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [builtinsOnDemand, environmentCredentialsOnly, asksTheWire, sourcesWith({ root, patches, applied })],
  });
  const missed = patches.find((patch) => !applied.has(patch));
  if (missed !== undefined) throw new Error(`patch: got no ${JSON.stringify(missed.before)} in ${missed.file}`);
  return {
    programs: Object.fromEntries(outputFiles.map(({ path, text }) => [nameOf(path), text])) as Programs,
    files: new Map(
      Object.entries(metafile.outputs).map(([path, { inputs }]) => [nameOf(path), new Set(Object.keys(inputs))]),
    ),
  };
}

const nameOf = (path: string): FunctionName => path.replace(/^.*\/|\.js$/gu, '') as FunctionName;

/** The extension point of the SDK's clients: a request handler. Shape: @smithy/types, HttpHandler. */
const HANDLER = `
  export class NodeHttpHandler {
    static create(given) { return typeof given?.handle === 'function' ? given : new NodeHttpHandler(given); }
    constructor(options) { this.options = options; this.metadata = { handlerProtocol: 'http/1.1' }; }
    async handle(request) {
      const options = typeof this.options === 'function' ? await this.options() : this.options;
      return { response: await wire(request, options ?? {}) };
    }
    destroy() {}
    updateHttpClientConfig() {}
    httpHandlerConfigs() { return {}; }
  }
  export const streamCollector = async (body) => body;
  export const DEFAULT_REQUEST_TIMEOUT = 0;
`;

const asksTheWire: Plugin = {
  name: 'asks-the-wire',
  setup(bundle) {
    bundle.onResolve({ filter: /^@smithy\/node-http-handler$/ }, () => ({ path: 'handler', namespace: 'wire' }));
    bundle.onLoad({ filter: /.*/, namespace: 'wire' }, () => ({ contents: HANDLER, loader: 'js' }));
  },
};

type Sources = { readonly root: string; readonly patches: readonly Patch[]; readonly applied: Set<Patch> };

function sourcesWith({ root, patches, applied }: Sources): Plugin {
  return {
    name: 'sources-with',
    setup(bundle) {
      bundle.onLoad({ filter: /\/functions\/.*\.ts$/ }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const patch of patches.filter(({ file }) => file === relative(root, path))) {
          if (contents.split(patch.before).length === 2) applied.add(patch);
          contents = contents.replace(patch.before, () => patch.after);
        }
        if (path.endsWith('.lambda.ts')) contents = contents.replace(/^await prime\(/mu, 'void prime(');
        return { contents, loader: 'ts' };
      });
    },
  };
}

export type Program = (given: Readonly<Record<(typeof GIVEN)[number], unknown>>) => void;

/** Compiles a program once; each call of it is a process with a memory of its own. */
export function compile(name: FunctionName, programs: Programs): Program {
  const script = new Script(`(function (${GIVEN.join(', ')}) {${programs[name]}\n})`, { filename: `${name}.js` });
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  return (given) => run(...GIVEN.map((one) => given[one]));
}
