import type { Json } from '../openapi/schemas.ts';

const PREFIX = '#/components/schemas/';

/** Of all named schemas those that these parts of a document point at, directly or through others. */
export function reachable(from: unknown, schemas: Json): Json {
  const found = new Map<string, unknown>();
  const open: string[] = [...pointedAt(from)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`schema ${name}: got none of that name, expected one`);
    found.set(name, schema);
    open.push(...pointedAt(schema));
  }
  return Object.fromEntries([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Names of the schemas that a part of a document points at. */
function pointedAt(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
    name === '$ref' && typeof value === 'string' && value.startsWith(PREFIX)
      ? [value.slice(PREFIX.length)]
      : pointedAt(value),
  );
}
