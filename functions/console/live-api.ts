import type { Surroundings } from '#runtime/chain.ts';
import { fromApi } from '#runtime/from-api.ts';
import { type ApiResponse, problem, pushedBack } from '#runtime/problem.ts';
import type { ConsoleNeeds } from './ports.ts';
import { type Answer, isProblem, PROBLEMS } from './request/problems.ts';
import { answerRequest } from './request/router.ts';

/** The staff API on whatever it is joined to. */
export const staffApi = (live: () => ConsoleNeeds, around?: Surroundings): ReturnType<typeof fromApi<ConsoleNeeds>> =>
  fromApi({
    handle: async (request, needs) => told(await answerRequest(request, needs)),
    live,
    ...(around === undefined ? {} : { around }),
  });

/** An answer as the gateway sends it; a problem as its document (RFC 9457), with what is possible instead. */
function told(answer: Answer): ApiResponse {
  if (!isProblem(answer)) return answer;
  const { code, detail, ...more } = answer.problem;
  const status = PROBLEMS[code];
  const document = status === 503 ? pushedBack(code, detail) : problem(status, code, detail);
  return { ...document, body: { ...fieldsOf(document.body), ...more } };
}

const fieldsOf = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});
