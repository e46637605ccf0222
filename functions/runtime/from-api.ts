import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Fault } from '#domain/errors.ts';
import { chain, type Entry, once, SURROUNDINGS, type Surroundings } from './chain.ts';
import { DEPARTMENT_GROUP_PREFIX, PRODUCER_SCOPE } from './env.contract.ts';
import { type ApiResponse, problem, problemOf, TIMED_OUT } from './problem.ts';
import { findOddText, MAX_DEPTH, memberOf, parseJson } from './wire.ts';

/** Who asks, from the verified token. Roles and departments are checked again in code, per route. */
export type Claims = {
  readonly sub: string;
  /** The application the token was made for. */
  readonly client: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  /** Staff id or name as the token says it; the subject when it says none. */
  readonly name: string;
};

export type ApiRequest = {
  readonly method: string;
  /** `GET /v1/cases/{id}` as the gateway matched it, or `$default`. */
  readonly routeKey: string;
  readonly path: string;
  readonly pathParams: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Media type without parameters, in lower case; empty when none was sent. */
  readonly contentType: string;
  /** Parsed JSON; undefined when there is no body. */
  readonly body?: unknown;
  /** The body's text as it came: what a signature is over. */
  readonly rawBody: string;
  /** Undefined on routes without a token. */
  readonly claims?: Claims;
  readonly requestId: string;
};

export type ApiStage<D> = {
  readonly handle: (request: ApiRequest, deps: D) => Promise<ApiResponse>;
  readonly live: () => D;
  /** `keep`: the handler refuses NUL and lone surrogates itself (a batch refuses one event, not all). */
  readonly oddText?: 'keep';
  readonly around?: Surroundings;
};

/** Bytes of a body. Source: docs/behaviour.md, Sizes. */
export const MAX_BODY_BYTES = 256 * 1_024;
/** Kept before the function's end, so that the caller gets an answer rather than a broken gateway. */
const RESERVE_MS = 500;

type GatewayEvent = APIGatewayProxyEventV2;
type GatewayAnswer = APIGatewayProxyStructuredResultV2;

/** Lambda entry of an HTTP API route (payload format 2.0). Every answer is JSON or a problem document. */
export function fromApi<D>(stage: ApiStage<D>): Entry<GatewayEvent, GatewayAnswer> {
  const live = once(stage.live);
  const around = stage.around ?? SURROUNDINGS;
  return chain(
    async (event) => {
      const answer = await answerOf(event, { stage, live, around });
      around.metrics.count(figureOf(answer.status));
      return toGateway(answer);
    },
    around,
    { reserveMs: RESERVE_MS, answer: () => toGateway(TIMED_OUT) },
  );
}

type Run<D> = { stage: ApiStage<D>; live: () => D; around: Surroundings };

async function answerOf<D>(event: GatewayEvent, { stage, live, around }: Run<D>): Promise<ApiResponse> {
  try {
    return await stage.handle(readRequest(event, stage.oddText === 'keep'), live());
  } catch (error) {
    const known = problemOf(error);
    if (known === undefined || known.status >= 500) {
      around.log.error('request failed', error, { route: routeOf(event), status: known?.status ?? 500 });
    }
    return known ?? problem(500, 'request.failed', 'something failed on our side, nothing was told');
  }
}

const routeOf = (event: GatewayEvent): string => event.routeKey.replaceAll(/[ {}]+/gu, '-');

function figureOf(status: number): 'RequestAnswered' | 'RequestRefused' | 'RequestPushedBack' | 'RequestFailed' {
  if (status < 400) return 'RequestAnswered';
  if (status < 500) return 'RequestRefused';
  return status === 503 ? 'RequestPushedBack' : 'RequestFailed';
}

function toGateway({ status, body, headers }: ApiResponse): GatewayAnswer {
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/**
 * Reads the gateway's event. @throws Fault `request.too-large`, `request.not-utf8`, `request.not-json`,
 * `request.too-deep`, `request.odd-text`
 */
export function readRequest(event: GatewayEvent, keepOddText = false): ApiRequest {
  const rawBody = readText(event);
  const body = rawBody.trim() === '' ? undefined : parseJson(rawBody);
  if (body === undefined && rawBody.trim() !== '') throw new Fault('request.not-json');
  const pathParams = texts(event.pathParameters ?? {});
  const query = texts(event.queryStringParameters ?? {});
  refuseOddText({ path: pathParams, query }, false);
  refuseOddText(body?.value, keepOddText);
  const headers = lowerNames(event.headers);
  const claims = readClaims(event);
  return {
    method: event.requestContext.http.method,
    routeKey: event.routeKey,
    path: event.rawPath,
    pathParams,
    query,
    headers,
    contentType: (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase(),
    ...(body === undefined ? {} : { body: body.value }),
    rawBody,
    ...(claims === undefined ? {} : { claims }),
    requestId: event.requestContext.requestId,
  };
}

function readText(event: GatewayEvent): string {
  const body = event.body ?? '';
  const bytes = Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES) {
    throw new Fault('request.too-large', { facts: { limit: MAX_BODY_BYTES, got: bytes.length } });
  }
  if (!event.isBase64Encoded) return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Fault('request.not-utf8', { cause });
  }
}

function refuseOddText(value: unknown, keep: boolean): void {
  const odd = findOddText(value);
  if (odd?.kind === 'too-deep') throw new Fault('request.too-deep', { facts: { limit: MAX_DEPTH } });
  if (odd !== undefined && !keep) throw new Fault('request.odd-text', { facts: { pointer: odd.pointer } });
}

const texts = (source: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(source).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const lowerNames = (source: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  texts(Object.fromEntries(Object.entries(source).map(([name, value]) => [name.toLowerCase(), value])));

/** `token_use` of a token that is made for asking an API. Source: the tokens of Amazon Cognito user pools. */
const ACCESS = 'access';
/**
 * Claims the gateway's authorizer verified. Groups come as a list, or as the text `[agent dept-collections]`; a group
 * `dept-x` is department x, any other a role; the scope `…/producer` is the role `producer`. Whoever signed in has one
 * name, that of the sign-in: a name that people may write themselves is no identity, and a token that says who somebody is
 * (an ID token) opens nothing.
 */
export function readClaims(event: GatewayEvent): Claims | undefined {
  const claims = memberOf(event.requestContext, 'authorizer', 'jwt', 'claims');
  if (claims === undefined) return undefined;
  const text = (name: string): string | undefined => {
    const value = memberOf(claims, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  if ((text('token_use') ?? ACCESS) !== ACCESS) return undefined;
  const sub = text('sub') ?? '';
  const groups = listOf(memberOf(claims, 'cognito:groups'));
  const scopes = listOf(memberOf(claims, 'scope'));
  const roles = groups.filter((group) => !group.startsWith(DEPARTMENT_GROUP_PREFIX));
  return {
    sub,
    client: text('client_id') ?? text('aud') ?? '',
    roles: scopes.some(isProducer) ? [...new Set([...roles, 'producer'])] : roles,
    departments: groups.flatMap((group) =>
      group.startsWith(DEPARTMENT_GROUP_PREFIX) ? [group.slice(DEPARTMENT_GROUP_PREFIX.length)] : [],
    ),
    name: text('username') ?? text('cognito:username') ?? sub,
  };
}

/** Machine clients that push events have this scope, under whatever server it was declared, and no groups. */
const isProducer = (scope: string): boolean => scope.split('/').at(-1) === PRODUCER_SCOPE.name;

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  if (typeof value !== 'string') return [];
  return value
    .replace(/^\[|\]$/gu, '')
    .split(/[\s,]+/u)
    .filter((one) => one !== '');
}
