import { OUTER_ID } from '#domain/ids.ts';
import type { ApiRequest } from '#runtime/from-api.ts';
import { ROUTES, type Route } from '../routes.contract.ts';
import { type Caller, callerOf, hasRole } from './caller.ts';
import { unfit } from './invalid.ts';
import { once } from './once.ts';
import type { DoorsOnDemand, RequestNeeds, RouteKey } from './operation.ts';
import { type Answer, notFound, refuse } from './problems.ts';
import { withOpened, withSealed } from './sealed-cursors.ts';

const keyOf = ({ method, path }: Route): RouteKey => `${method} ${path}`;
const BY_KEY: ReadonlyMap<string, Route> = new Map(ROUTES.map((route) => [keyOf(route), route]));

/** First word of a path: `cases` of `/v1/cases/{id}`. */
export const groupOf = ({ path }: Pick<Route, 'path'>): string => path.split('/')[2] ?? '';

/** Answers the requests of these doors; every other route is told as unknown. */
export function routerOf<N extends RequestNeeds>(
  groups: DoorsOnDemand<N>,
): (request: ApiRequest, needs: N) => Promise<Answer> {
  return (request, needs) => answerRequest(request, groups, needs);
}

const noSuchRoute = refuse(
  'request.no-such-route',
  'got a method and path that is no route, expected one of docs/openapi.json',
);

/** Who may, what fits, once, then the operation. */
async function answerRequest<N extends RequestNeeds>(
  request: ApiRequest,
  groups: DoorsOnDemand<N>,
  needs: N,
): Promise<Answer> {
  const route = BY_KEY.get(request.routeKey);
  const load = route === undefined ? undefined : groups[groupOf(route)];
  if (route === undefined || load === undefined) return noSuchRoute;
  const entered = enter(route, request);
  if ('problem' in entered) return entered;
  const wait = await needs.pace?.(entered, route);
  if (wait !== undefined) return tooMany(wait);
  const path = decoded(request.pathParams);
  if (path === undefined) return notFound;
  const door = (await load())[keyOf(route)];
  if (door === undefined) return noSuchRoute;
  const opened = await withOpened(request, needs.cursors);
  const prepared = door.prepare(
    {
      caller: entered,
      path,
      ...opened,
      accept: request.headers['accept'] ?? '',
      key: request.headers['idempotency-key'],
    },
    needs,
  );
  if ('issues' in prepared) return unfit(prepared.issues);
  const run = async () => withSealed(await prepared.run(), request.routeKey, needs.cursors);
  return route.method === 'POST' ? once({ request, caller: entered }, run, needs) : run();
}

const tooMany = (retryAfter: number): Answer =>
  refuse('request.too-many', 'got more of you in this hour than your work may ask for, expected you after it', {
    retryAfter,
  });

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
