import { type Fault, type FaultCode, isFault } from '#domain/errors.ts';
import { type Issue, memberOf } from './wire.ts';

export type ApiResponse = {
  readonly status: number;
  /** Sent as JSON; undefined: no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** `area.kebab-case`, stable: callers may build on it. */
export type ProblemCode = `${string}.${string}`;

/** RFC 9457 §3.1, with `code` and `issues` as members of our own. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly issues?: readonly Issue[];
};

export const PROBLEM_TYPE = 'application/problem+json';

/** Source of the phrases: RFC 9110 §15. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A problem document. `detail` says what, got, expected; it never quotes a person's data. */
export const problem = (status: number, code: ProblemCode, detail: string): ApiResponse =>
  answerWith({ status, code, detail });

function answerWith(told: Omit<ProblemDocument, 'type' | 'title'>): ApiResponse {
  const { status, code } = told;
  const body: ProblemDocument = { type: `urn:liaison:problem:${code}`, title: TITLES[status] ?? 'Error', ...told };
  return { status, body, headers: { 'content-type': PROBLEM_TYPE } };
}

/** 400 for a body or query that does not fit its schema. */
export const invalidRequest = (issues: readonly Issue[], code: ProblemCode = 'request.invalid'): ApiResponse =>
  answerWith({
    status: 400,
    code,
    detail: `got ${issues.length} fault(s), expected a request that fits its schema`,
    issues,
  });

/** Seconds a pushed-back caller is asked to wait. */
const RETRY_AFTER_SECONDS = 2;

/** 503 with `Retry-After`: the table or a quota pushes back, nothing was changed. */
export function pushedBack(code: ProblemCode, detail: string): ApiResponse {
  const answer = problem(503, code, detail);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_AFTER_SECONDS) } };
}

/** What a fault answers behind a route; undefined for an error nobody foresaw. */
export function problemOf(error: unknown): ApiResponse | undefined {
  if (isFault(error)) {
    return error.retry === 'later'
      ? pushedBack(error.code, error.code)
      : problem(error.status, error.code, detailOf(error));
  }
  return isPushback(error) ? pushedBack('store.throttled', 'store.throttled') : undefined;
}

/** What came and what was expected, of faults that a caller makes; of others the fault's own words. */
const detailOf = ({ code, facts, message }: Fault): string =>
  code === 'request.too-large'
    ? `got ${facts['got']} bytes, expected at most ${facts['limit']}`
    : (EXPECTED[code] ?? message);

const EXPECTED: Readonly<Partial<Record<FaultCode, string>>> = {
  'request.not-json': 'got a body that is no JSON, expected JSON',
  'request.not-utf8': 'got bytes that are no UTF-8, expected UTF-8',
  'request.odd-text': 'got text with NUL or a lone surrogate, expected whole characters',
};

const PUSHBACK_NAMES: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'TooManyRequestsException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'LimitExceededException',
  'KMSInternalException',
  'DependencyTimeoutException',
  'TimeoutError',
]);
const PUSHBACK_CODES: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const PUSHBACK_REASONS: ReadonlySet<unknown> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/**
 * The engine asks for patience: throttling, quota, conflict, or a network that is away. Decided on names, codes and the
 * reasons of a cancelled transaction, never on texts.
 */
export function isPushback(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = memberOf(error, 'code');
  if (PUSHBACK_NAMES.has(error.name)) return true;
  if (typeof code === 'string' && PUSHBACK_CODES.has(code)) return true;
  const reasons = reasonsOf(error);
  return reasons.length > 0 && reasons.every((reason) => PUSHBACK_REASONS.has(reason));
}

/** Why actions of a cancelled transaction were refused; those that were not stand as `None` and are left out. */
function reasonsOf(error: Error): readonly unknown[] {
  const reasons = memberOf(error, 'CancellationReasons');
  if (!Array.isArray(reasons)) return [];
  return reasons.map((reason) => memberOf(reason, 'Code')).filter((code) => code !== undefined && code !== 'None');
}

/** Told when the function's time is nearly over: whether it was applied is settled by the caller's repeat. */
export const TIMED_OUT = pushedBack('request.timed-out', 'got no end in time, repeat the same request');
