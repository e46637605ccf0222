import type * as v from 'valibot';
import type { Parsed } from '#runtime/wire.ts';
import type { ConsoleNeeds } from '../ports.ts';
import type { Route } from '../routes.contract.ts';
import type { Caller } from './caller.ts';
import type { Pace } from './pace.ts';
import { type Answer, type Issue, isProblem, type ProblemCode } from './problems.ts';

/** A checked request: its caller may use the route, its query and body fit their schemas. */
export type Ask<Q = unknown, B = unknown> = {
  readonly caller: Caller;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  /** Media types the caller asks for. */
  readonly accept: string;
  /** The request's own `Idempotency-Key`, where it has one. */
  readonly key?: string | undefined;
};

/** What the OpenAPI document says of an operation and the code enforces. */
export type Described = {
  readonly summary: { readonly en: string; readonly zh: string };
  readonly query: v.GenericSchema;
  readonly body: v.GenericSchema;
  readonly answer: v.GenericSchema;
  /** Statuses of a request that was done; 200 when absent. */
  readonly statuses?: readonly [200 | 201 | 202, ...(200 | 201 | 202)[]];
  /** Problems beyond those every route may answer with. */
  readonly problems: readonly ProblemCode[];
};

/** What every function that answers routes needs, whatever its routes do. */
export type RequestNeeds = Pick<ConsoleNeeds, 'answers' | 'cursors' | 'parse' | 'pause'> & {
  /** Absent where nothing of people is told or done. */
  readonly pace?: Pace;
};

export type Operation<Q, B, N> = Described & {
  readonly query: v.GenericSchema<unknown, Q>;
  readonly body: v.GenericSchema<unknown, B>;
  readonly run: (ask: Ask<Q, B>, needs: N) => Promise<Answer>;
};

export type Prepared = { readonly issues: readonly Issue[] } | { readonly run: () => Promise<Answer> };

/** An operation as the router sees it: check first, then do. */
export type Door<N = ConsoleNeeds> = Described & { readonly prepare: (unchecked: Ask, needs: N) => Prepared };

export type RouteKey = `${Route['method']} ${Route['path']}`;
/** What stands behind routes. */
export type Doors<N> = Readonly<Partial<Record<RouteKey, Door<N>>>>;
/** The routes that one function answers, by the first word of their paths; read with the first request that comes to them. */
export type DoorsOnDemand<N> = Readonly<Record<string, () => Promise<Doors<N>>>>;

/** Closes an operation's types over its schemas. */
export function door<Q, B, N extends RequestNeeds = ConsoleNeeds>(operation: Operation<Q, B, N>): Door<N> {
  const { run, ...described } = operation;
  return {
    ...described,
    prepare: ({ caller, path, accept, key, ...unchecked }, needs) => {
      const query = needs.parse(operation.query, unchecked.query);
      // An absent body is an empty one: a move whose fields are all optional needs none.
      const body = needs.parse(operation.body, unchecked.body ?? {});
      if (!query.ok || !body.ok) return { issues: [...issuesOf(query), ...issuesOf(body)] };
      const ask = { caller, path, accept, key, query: query.value, body: body.value };
      return { run: async () => declared(operation.answer, await run(ask, needs), needs) };
    },
  };
}

const issuesOf = (parsed: Parsed<unknown>): readonly Issue[] => (parsed.ok ? [] : parsed.issues);

/** Only declared fields leave: a field that was forgotten in the schema is not told, rather than told by accident. */
function declared(schema: v.GenericSchema, answer: Answer, needs: Pick<RequestNeeds, 'parse'>): Answer {
  if (isProblem(answer)) return answer;
  const parsed = needs.parse(schema, answer.body);
  if (parsed.ok) return { ...answer, body: parsed.value };
  const at = parsed.issues.map((issue) => `${issue.pointer} ${issue.detail}`).join(', ');
  throw new Error(`answer: got one that does not fit its schema at ${at}`);
}
