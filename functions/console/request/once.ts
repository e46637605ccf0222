import * as v from 'valibot';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ApiRequest } from '#runtime/from-api.ts';
import type { KeptAnswer, Ticket } from '#store/received/idempotency-store.ts';
import type { Caller } from './caller.ts';
import type { RequestNeeds } from './operation.ts';
import { type Answer, isProblem, notFound, ProblemSaid, refuse, statusOf } from './problems.ts';

type Asked = { readonly request: ApiRequest; readonly caller: Caller };
type Run = () => Promise<Answer>;
type Needs = Pick<RequestNeeds, 'answers' | 'pause'>;

/** Printable ASCII. Source: the Idempotency-Key header field, draft-ietf-httpapi-idempotency-key-header. */
const KEY = /^[\u0021-\u007e]{1,128}$/u;
/** A request that is under way elsewhere usually ends within these. */
const LOOKS_MS: readonly number[] = [100, 200, 400, 800];

/**
 * Runs a POST once per `Idempotency-Key`: the same key and body get the first answer again, another body is refused. The
 * answer is kept after the work is done: a caller that repeats after a crash in between meets the rules of the move itself.
 */
export async function once(asked: Asked, run: Run, needs: Needs): Promise<Answer> {
  const key = asked.request.headers['idempotency-key'];
  if (key === undefined) return run();
  if (!KEY.test(key))
    return refuse(
      'request.key-invalid',
      'got an Idempotency-Key of other form, expected 1 to 128 printable characters',
    );
  const { request, caller } = asked;
  const said = canonicalJson([request.method, request.path, request.query, request.body ?? null]);
  for (const wait of [...LOOKS_MS, undefined]) {
    const begun = await needs.answers.begin({ principal: caller.principal, key, said });
    if (begun.kind === 'begun') return runAndKeep({ ticket: begun.ticket, caller }, run, needs);
    if (begun.kind === 'answered') return replayed(begun.answer, caller);
    if (begun.kind === 'other')
      return refuse('request.key-reused', 'got another request under this key, expected the same one');
    if (wait !== undefined) await needs.pause(wait);
  }
  return refuse('request.in-progress', 'got a repeat while the first is under way, repeat it again');
}

type Running = { readonly ticket: Ticket; readonly caller: Caller };

async function runAndKeep({ ticket, caller }: Running, run: Run, { answers }: Pick<Needs, 'answers'>): Promise<Answer> {
  try {
    const answer = await run();
    const said: unknown = isProblem(answer) ? answer.problem : answer.body;
    await answers.keep(ticket, { status: statusOf(answer), body: { said, seenFrom: placesOf(caller) } });
    return answer;
  } catch (error) {
    await answers.drop(ticket);
    throw error;
  }
}

/** Where somebody stands who sees everything. */
const ABOVE = '*';
const placesOf = ({ roles, departments, isAbove }: Caller): readonly string[] =>
  roles.includes('admin') || isAbove === true ? [ABOVE] : departments;

const Kept = v.object({ said: v.unknown(), seenFrom: v.array(v.string()) });

/**
 * Status and body as they were answered the first time, to whoever still stands where they stood then: what a department
 * was told is not told again to somebody who has left it.
 */
function replayed({ status, body }: KeptAnswer, caller: Caller): Answer {
  const { said, seenFrom } = v.parse(Kept, body);
  const places = placesOf(caller);
  if (!places.includes(ABOVE) && seenFrom.some((place) => !places.includes(place))) return notFound;
  return status < 400 ? { status, body: said } : { problem: v.parse(ProblemSaid, said) };
}
