import * as v from 'valibot';
import { ROLES, type Role } from '#domain/words.ts';
import { documentText } from '../../../tools/openapi/document.ts';
import type { Engine } from '../engine.ts';
import { type Doors, everyDoor, routeOf } from './doors.ts';

const Operation = v.looseObject({
  'x-roles': v.array(v.picklist(ROLES)),
  security: v.optional(v.array(v.unknown())),
});
const Document = v.object({ paths: v.record(v.string(), v.record(v.string(), Operation)) });

type Cell = { readonly method: string; readonly path: string; readonly as: Role | null; readonly may: boolean };

export type AccessRun = {
  readonly cells: number;
  readonly operations: number;
  /** Asked with a role that the document names, and let in. */
  readonly letIn: number;
  readonly failures: readonly string[];
};

/** Every operation of the OpenAPI document, with every role and with no token: who comes in is whom the document names. */
export async function accessRun(engine: Engine): Promise<AccessRun> {
  const doors = await everyDoor(engine);
  const { paths } = v.parse(Document, JSON.parse(documentText()));
  const cells = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => cellsOf(method.toUpperCase(), path, operation)),
  );
  const failures: string[] = [];
  let letIn = 0;
  for (const cell of cells) {
    const told = await asked(cell, doors);
    if (cell.may) letIn += 1;
    if (told !== undefined) failures.push(told);
  }
  const operations = new Set(cells.map(({ method, path }) => `${method} ${path}`)).size;
  return { cells: cells.length, operations, letIn, failures };
}

/** A route that asks for no token asks for a signature, or is open. */
function cellsOf(method: string, path: string, operation: v.InferOutput<typeof Operation>): readonly Cell[] {
  if (operation.security?.length === 0) return [];
  const roles: readonly Role[] = operation['x-roles'];
  return [null, ...ROLES].map((as) => ({ method, path, as, may: as !== null && roles.includes(as) }));
}

async function asked({ method, path, as, may }: Cell, doors: Doors): Promise<string | undefined> {
  const route = routeOf(method, path);
  if (route === undefined) return `${method} ${path}: the document has it, the product has not`;
  // The door of events reads its claims itself, and has tests of its own for them.
  if (route.handler === 'accept-events') return undefined;
  const ids = Object.fromEntries([...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => [name, 'nobody']));
  const { status, body } = await doors.ask(route, ids, { as: as === null ? null : { role: as }, body: {} });
  const code = String(body['code']);
  const entered = code !== 'request.role-missing' && code !== 'request.no-token' && status !== 401;
  const right = as === null ? status === 401 : entered === may && (may || status === 403);
  return right && status < 500 ? undefined : `${method} ${path} as ${as ?? 'nobody'}: got ${status} ${code}`;
}
