import { OUTER_ID } from '#domain/ids.ts';
import type { ApiRequest } from '#runtime/from-api.ts';
import { ROUTES, type Route } from '../routes.contract.ts';
import { type Caller, callerOf, hasRole } from './caller.ts';
import { once } from './once.ts';
import type { Door, Doors, RequestNeeds, RouteKey } from './operation.ts';
import { type Answer, notFound, refuse } from './problems.ts';

type Open<N> = ReadonlyMap<string, { readonly route: Route; readonly door: Door<N> }>;

const routeKey = (route: Route): RouteKey => `${route.method} ${route.path}`;
const opened = <N>(doors: Doors<N>): Open<N> =>
  new Map(
    ROUTES.flatMap((route) => {
      const door = doors[routeKey(route)];
      return door === undefined ? [] : [[routeKey(route), { route, door }] as const];
    }),
  );

/** Answers the requests of these doors; every other route is told as unknown. */
export function routerOf<N extends RequestNeeds>(doors: Doors<N>): (request: ApiRequest, needs: N) => Promise<Answer> {
  const open = opened(doors);
  return (request, needs) => answerRequest(request, open, needs);
}

/** Who may, what fits, once, then the operation. */
async function answerRequest<N extends RequestNeeds>(request: ApiRequest, doors: Open<N>, needs: N): Promise<Answer> {
  const open = doors.get(request.routeKey);
  if (open === undefined) {
    return refuse('request.no-such-route', 'got a method and path that is no route, expected one of docs/openapi.json');
  }
  const entered = enter(open.route, request);
  if ('problem' in entered) return entered;
  const path = decoded(request.pathParams);
  if (path === undefined) return notFound;
  const prepared = open.door.prepare(
    { caller: entered, path, query: request.query, body: request.body, accept: request.headers['accept'] ?? '' },
    needs,
  );
  if ('issues' in prepared) {
    const { issues } = prepared;
    return refuse('request.invalid', `got ${issues.length} fault(s), expected a request that fits its schema`, {
      issues,
    });
  }
  return open.route.method === 'POST' ? once({ request, caller: entered }, prepared.run, needs) : prepared.run();
}

/** Somebody without a token on an open route. */
const NOBODY: Caller = { staff: '', principal: '', roles: [], departments: [] };

/** The gateway has verified the token; roles are checked here again, so that a route wired wrongly opens nothing. */
function enter(route: Route, request: ApiRequest): Caller | Extract<Answer, { problem: unknown }> {
  if (route.auth === 'none') return NOBODY;
  if (request.claims === undefined)
    return { problem: { code: 'request.no-token', detail: 'got no token, expected one' } };
  const caller = callerOf(request.claims);
  if (hasRole(caller, route.roles)) return caller;
  const detail = `got a token without such a role, expected one of ${route.roles.join(' ')}`;
  return { problem: { code: 'request.role-missing', detail } };
}

/** Ids of the path; undefined when one is no id: there is nothing of that name. `#` only stands in names of aggregates. */
function decoded(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(params).map(([name, value]): [string, string] => [name, plain(value)]);
  const fits = entries.every(([name, value]) =>
    OUTER_ID.test(name === 'aggregateId' ? value.replace(/^(?:CASE|CMP|CUS|PT)#/u, '') : value),
  );
  return fits ? Object.fromEntries(entries) : undefined;
}

/** Gateways differ in whether a path parameter comes decoded. */
function plain(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
