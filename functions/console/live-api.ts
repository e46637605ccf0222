import type { Surroundings } from '#runtime/chain.ts';
import { fromApi } from '#runtime/from-api.ts';
import { type ApiResponse, problem, pushedBack } from '#runtime/problem.ts';
import type { DoorsOnDemand, RequestNeeds } from './request/operation.ts';
import { type Answer, isProblem, PROBLEMS } from './request/problems.ts';
import { routerOf } from './request/router.ts';

/** These doors on whatever they are joined to. */
export function apiOf<N extends RequestNeeds>(
  doors: DoorsOnDemand<N>,
  live: () => N,
  around?: Surroundings,
): ReturnType<typeof fromApi<N>> {
  const answer = routerOf(doors);
  return fromApi({
    handle: async (request, needs) => told(await answer(request, needs)),
    live,
    ...(around === undefined ? {} : { around }),
  });
}

/** An answer as the gateway sends it; a problem as its document (RFC 9457), with what is possible instead. */
function told(answer: Answer): ApiResponse {
  if (!isProblem(answer)) {
    const { status, body, text } = answer;
    return text === undefined ? { status, body } : { status, body: text.text, headers: { 'content-type': text.type } };
  }
  const { code, detail, ...more } = answer.problem;
  const status = PROBLEMS[code];
  const document = status === 503 ? pushedBack(code, detail) : problem(status, code, detail);
  const headers = more.retryAfter === undefined ? {} : { 'retry-after': String(more.retryAfter) };
  return {
    ...document,
    headers: { ...document.headers, ...headers },
    body: { ...fieldsOf(document.body), ...more },
  };
}

const fieldsOf = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});
