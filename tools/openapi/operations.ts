import * as v from 'valibot';
import { COMPLAINT_DOORS, STAFF_DOORS } from '../../functions/console/operations/live-doors.ts';
import { OPS_DOORS } from '../../functions/console/redrive/live-redrive.ts';
import type { Door, Doors, DoorsOnDemand } from '../../functions/console/request/operation.ts';
import { ROUTES, type Route } from '../../functions/console/routes.contract.ts';
import { PRIVACY_DOORS } from '../../functions/console/subjects/live-privacy.ts';
import { BATCH, EventsAnswer, MAX_EVENTS, STRUCTURED } from '../../functions/intake/events.contract.ts';
import { WEBHOOK_CHANNELS, WebhookAnswer, WebhookMessage } from '../../functions/replies/webhooks.contract.ts';
import { codesOf, isOnce, type ProblemBook, statusesOf } from './problems.ts';
import { type Json, ref, schemaOf, shapeOf } from './schemas.ts';

type Described = {
  readonly summary: { readonly en: string; readonly zh: string };
  readonly query: v.GenericSchema;
  readonly requestBody: Json | undefined;
  readonly success: Json;
  readonly problems: readonly string[];
};

/** What stands behind the routes of staff, of all functions. */
const DOORS: Readonly<Record<string, Door<never>>> = Object.fromEntries([
  ...(await doorsOf(STAFF_DOORS)),
  ...(await doorsOf(COMPLAINT_DOORS)),
  ...(await doorsOf(PRIVACY_DOORS)),
  ...(await doorsOf(OPS_DOORS)),
]);

async function doorsOf<N>(groups: DoorsOnDemand<N>): Promise<readonly (readonly [key: string, door: Door<never>])[]> {
  const loaded: readonly Doors<N>[] = await Promise.all(Object.values(groups).map((load) => load()));
  return loaded.flatMap((some) =>
    Object.entries(some).flatMap(([key, door]) => (door === undefined ? [] : [[key, door] as const])),
  );
}

/** Every path of the API with its operations; a route that is not described is a fault. */
export function paths(book: ProblemBook): Json {
  const byPath = Map.groupBy(ROUTES, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, routes]) => [
      path,
      Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operation(route, book)])),
    ]),
  );
}

function operation(route: Route, book: ProblemBook): Json {
  const { summary, query, requestBody, success, problems } = describe(route);
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary: summary.en,
    'x-summary-zh': summary.zh,
    ...(route.auth === 'token' ? {} : { security: [] }),
    'x-roles': route.roles,
    parameters: [...pathParameters(route), ...queryParameters(query), ...headers(route)],
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { ...success, ...book.of(codesOf(route, problems), statusesOf(route)) },
  };
}

function describe(route: Route): Described {
  if (route.handler === 'accept-events') return EVENTS;
  if (route.handler === 'accept-webhook') return WEBHOOKS;
  const key = `${route.method} ${route.path}` as const;
  const door = DOORS[key];
  if (door === undefined) throw new Error(`${route.method} ${route.path}: got no door, expected one`);
  const { summary, query, body, answer, problems, statuses = [200] } = door;
  const done = { description: 'Done', content: { 'application/json': { schema: shapeOf(answer) } } };
  return {
    summary,
    query,
    requestBody: bodyOf(body),
    success: Object.fromEntries(statuses.map((status) => [String(status), done])),
    problems,
  };
}

const EVENTS: Described = {
  summary: {
    en: 'Takes events (CloudEvents 1.0) and applies them before it answers',
    zh: '接收事件(CloudEvents 1.0),处理完成后才应答',
  },
  query: v.strictObject({}),
  requestBody: {
    required: true,
    content: {
      [STRUCTURED]: { schema: ref('Event') },
      [BATCH]: { schema: { type: 'array', maxItems: MAX_EVENTS, items: ref('Event') } },
    },
  },
  success: {
    '202': {
      description: 'Durable and applied, as counted; `rejected` names the events of a batch that were refused',
      content: { 'application/json': { schema: shapeOf(EventsAnswer) } },
    },
  },
  problems: [],
};

const WEBHOOKS: Described = {
  summary: {
    en: 'Takes a message of a person that another system of the bank hands in, signed per Standard Webhooks',
    zh: '接收银行其他系统转来的客户消息,按 Standard Webhooks 签名',
  },
  query: v.strictObject({}),
  requestBody: { required: true, content: { 'application/json': { schema: shapeOf(WebhookMessage) } } },
  success: {
    '202': {
      description: 'Taken, now or before: a repeat moves nothing and gets the same answer',
      content: { 'application/json': { schema: shapeOf(WebhookAnswer) } },
    },
  },
  problems: [],
};

const Entries = v.looseObject({ entries: v.record(v.string(), v.unknown()) });

function bodyOf(body: v.GenericSchema): Json | undefined {
  const schema = schemaOf(body);
  const shape = v.safeParse(Entries, body);
  if (shape.success && Object.keys(shape.output.entries).length === 0) return undefined;
  const required = Array.isArray(schema['required']) && schema['required'].length > 0;
  return { required, content: { 'application/json': { schema: shapeOf(body) } } };
}

const Properties = v.object({
  properties: v.optional(v.record(v.string(), v.looseObject({ description: v.optional(v.string()) })), {}),
  required: v.optional(v.array(v.string()), []),
});

function queryParameters(query: v.GenericSchema): readonly Json[] {
  const { properties, required } = v.parse(Properties, schemaOf(query));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

const ID_FORM: Json = { type: 'string', minLength: 1, maxLength: 64 };
const AGGREGATE = 'CASE#id, CMP#id, CUS#id or PT#id (encode # as %23), or a bare id';

const PARAMETERS: Readonly<Record<string, Json>> = {
  aggregateId: { description: AGGREGATE, schema: { type: 'string' } },
  channel: { schema: { type: 'string', enum: WEBHOOK_CHANNELS } },
};

const pathParameters = ({ path }: Route): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...(PARAMETERS[name] ?? { schema: ID_FORM }),
  }));

const KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body get the same answer for 24 hours; the same key with another body is refused',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
};
/** Source: Standard Webhooks 1.0, "Webhook Metadata". */
const SIGNATURE: readonly Json[] = [
  ['webhook-id', 'One delivery, the same over its repeats'],
  ['webhook-timestamp', 'Seconds since 1970, at most 5 minutes away'],
  ['webhook-signature', '`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several by space'],
].map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } }));

function headers(route: Route): readonly Json[] {
  if (route.auth === 'signature') return SIGNATURE;
  return isOnce(route) ? [KEY] : [];
}

/** `GET /v1/cases/{id}/why` → `getCasesByIdWhy`. */
export const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .split(/[/-]/u)
    .slice(2)
    .map((word) =>
      word.replace(/^\{(\w)(\w*)\}$/u, (_all, first: string, rest: string) => `By${first.toUpperCase()}${rest}`),
    )
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

export const tagOf = ({ path }: Route): string => path.split('/')[2] ?? '';
