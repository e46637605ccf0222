import * as v from 'valibot';
import type { ApiRequest } from '#runtime/from-api.ts';
import type { ApiResponse, problem } from '#runtime/problem.ts';
import { ROUTES } from '../console/routes.contract.ts';
import { BATCH, type EventsAnswer, MAX_EVENTS, STRUCTURED } from './events.contract.ts';
import { type Outcome, REJECTIONS, type Rejected, STATUS_ALONE } from './outcome.ts';
import { type DoorNeeds, takeIn } from './take/take-in.ts';

const NoQuery = v.strictObject({});

export type AcceptNeeds = DoorNeeds & { readonly problem: typeof problem };

/**
 * `POST /v1/events`: applies what it was given before it answers, so the answer is exact and durable. A single event that
 * is refused, and a batch in which nothing was good, are problems; they carry the counts too.
 */
export async function acceptEvents(request: ApiRequest, needs: AcceptNeeds): Promise<ApiResponse> {
  const refused = refuseDoor(request, needs);
  if (refused !== undefined) return refused;
  const client = request.claims?.client ?? '';
  const values = Array.isArray(request.body) ? request.body : [request.body];
  const outcomes = await takeIn(values, { door: 'http', client }, needs);
  const answer = answerOf(values, outcomes);
  const [first] = outcomes.filter((one) => one.kind === 'rejected');
  if (first === undefined || answer.rejected.length < outcomes.length) return { status: 202, body: answer };
  const status = request.contentType === BATCH ? 400 : STATUS_ALONE[first.code];
  const { issues = [] } = first;
  return told(needs.problem(status, first.code, detailOf(answer, first)), { issues, ...answer });
}

/** Faults of the request as a whole: nothing in it is looked at then. */
function refuseDoor(request: ApiRequest, needs: AcceptNeeds): ApiResponse | undefined {
  const { claims, contentType, body, query } = request;
  if (claims === undefined) return needs.problem(401, 'request.no-token', 'got no token, expected one of the pool');
  const roles: readonly string[] = ROUTES.find((route) => route.handler === 'accept-events')?.roles ?? [];
  if (!claims.roles.some((role) => roles.includes(role))) {
    return needs.problem(403, 'request.role-missing', `expected one of the roles ${roles.join(', ')}`);
  }
  const unknown = needs.parse(NoQuery, query);
  if (!unknown.ok) {
    const fault = needs.problem(400, 'request.invalid', 'got query parameters, expected none');
    return told(fault, { issues: unknown.issues });
  }
  if (contentType !== STRUCTURED && contentType !== BATCH) {
    return needs.problem(415, 'request.media-type', `expected ${STRUCTURED} or ${BATCH}`);
  }
  if (Array.isArray(body) !== (contentType === BATCH) || body === undefined) {
    const expected = contentType === BATCH ? 'a list of events' : 'one event';
    return needs.problem(400, 'request.invalid', `got another body, expected ${expected}`);
  }
  if (Array.isArray(body) && body.length > MAX_EVENTS) {
    return needs.problem(413, 'request.too-many-events', `got ${body.length} events, expected at most ${MAX_EVENTS}`);
  }
  return undefined;
}

function answerOf(values: readonly unknown[], outcomes: readonly Outcome[]): EventsAnswer {
  const counted = (kind: Outcome['kind']): number => outcomes.filter((one) => one.kind === kind).length;
  const refused = outcomes.flatMap((one, index) => {
    if (one.kind !== 'rejected') return [];
    const id = idOf(values[index]);
    const issues = one.issues?.map((issue) => ({ ...issue }));
    return [
      { index, ...(id === undefined ? {} : { id }), code: one.code, ...(issues === undefined ? {} : { issues }) },
    ];
  });
  return { accepted: counted('accepted'), duplicates: counted('duplicate'), rejected: refused };
}

/** The sender's own id, where it is one that may be repeated. */
function idOf(value: unknown): string | undefined {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && /^[\x21-\x7e]{1,128}$/u.test(id) ? id : undefined;
}

const detailOf = ({ rejected }: EventsAnswer, { code }: Rejected): string =>
  rejected.length > 1 ? `all ${rejected.length} events were refused, the first: ${REJECTIONS[code]}` : REJECTIONS[code];

const told = (response: ApiResponse, more: object): ApiResponse => ({
  ...response,
  body: { ...(typeof response.body === 'object' ? response.body : {}), ...more },
});
