import { Fault } from '#domain/errors.ts';

/**
 * Reads a declared list of environment names once. Names come from contracts, values from the deployment.
 * @throws Fault `runtime.env-missing` naming all that are missing, not only the first.
 */
export function readEnv<const N extends string>(
  names: readonly N[],
  source: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<N, string>> {
  const missing = names.filter((name) => (source[name] ?? '') === '');
  if (missing.length > 0) throw new Fault('runtime.env-missing', { facts: { names: missing.join(' ') } });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no name is missing, as the line above has seen
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Record<N, string>;
}
