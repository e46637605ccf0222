import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What `vitest` means to a test while the core is broken. */
const DOORS = new URL('./test-doors.ts', import.meta.url).href;

let root = '';
let generation = 0;
/** Sources as JavaScript, by path: they are read once, and run anew for every generation. */
const sources = new Map<string, string>();

/**
 * A new generation of the modules below a folder (its URL ends in a slash): the answer imports a file of it, and
 * whatever that imports is loaded anew, so that nothing which one break left in memory meets the next.
 */
export function load(from: string): (path: string) => Promise<unknown> {
  root = from;
  generation += 1;
  return (path) => import(`${root}${path}`);
}

const isRenewed = (url: string): boolean =>
  root !== '' && url.startsWith(root) && url.endsWith('.ts') && url !== DOORS && !url.includes('/node_modules/');

function sourceOf(url: string): string {
  const path = fileURLToPath(url);
  const source = sources.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'));
  sources.set(path, source);
  return source;
}

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'vitest' && context.parentURL !== DOORS) return { url: DOORS, shortCircuit: true };
    const found = next(specifier, context);
    return isRenewed(found.url) ? { ...found, url: `${found.url}?generation=${generation}` } : found;
  },
  load: (url, context, next) =>
    url.startsWith(root) && url.includes('.ts?generation=')
      ? { format: 'module', source: sourceOf(url), shortCircuit: true }
      : next(url, context),
});
