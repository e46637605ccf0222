/**
 * Every fault the code raises, declared once: code, retry class, HTTP status behind a route, and its facts.
 * `later`: the same call may succeed later. `never`: it cannot succeed as it is. Each code has a heading in docs/errors.md.
 * A refusal of the rules is no fault: it is a returned value.
 */
export type FaultFacts = Readonly<Record<string, string | number | boolean>>;
type Declaration<F extends FaultFacts> = {
  readonly retry: 'later' | 'never';
  readonly status: number;
  /** Carries the type only; never set. */
  readonly facts?: F;
};
type None = Readonly<Record<never, never>>;

const never = <F extends FaultFacts = None>(status = 400): Declaration<F> => ({ retry: 'never', status });
const later = <F extends FaultFacts = None>(): Declaration<F> => ({ retry: 'later', status: 503 });

export const FAULTS = {
  'request.not-json': never(),
  'request.not-utf8': never(),
  'request.too-large': never<{ limit: number; got: number }>(413),
  'request.too-deep': never<{ limit: number }>(),
  'request.odd-text': never<{ pointer: string }>(),
  'request.timed-out': later(),
  'message.not-json': never(),
  'message.invalid': never<{ issues: number; pointer: string }>(),
  'message.id-reused': never(409),
  'message.odd-text': never<{ pointer: string }>(),
  'message.too-deep': never<{ limit: number }>(),
  'message.too-many-hops': never<{ hops: number; limit: number }>(),
  'clock.not-a-time': never(),
  'text.not-canonical': never<{ pointer: string; got: string }>(),
  'runtime.env-missing': later<{ names: string }>(),
  'runtime.deadline-near': later<{ remainingMs: number }>(),
  'policy.incomplete': later<{ refused: string }>(),
  'receipt.unmatched': later<{ tries: number }>(),
  'case.claim-open': later<{ claims: number }>(),
  'store.conflict': later<{ tries: number }>(),
  'store.throttled': later(),
  'store.secret-missing': later<{ name: string }>(),
  'crypto.malformed': never<{ length: number }>(500),
  'crypto.other-key': never<{ expected: string; got: string }>(500),
  'crypto.not-authentic': never<{ length: number }>(500),
  'crypto.key-service-unavailable': later(),
  'channel.export-refused': later<{ failed: number; of: number }>(),
  'channel.queue-refused': later<{ failed: number; of: number }>(),
  'channel.secret-unavailable': later<{ channel: string }>(),
  'channel.topic-refused': later<{ failed: number; of: number }>(),
} as const;

export type FaultCode = keyof typeof FAULTS;
export type FactsOf<C extends FaultCode> = (typeof FAULTS)[C] extends Declaration<infer F> ? F : never;

type FaultOptions<C extends FaultCode> = (keyof FactsOf<C> extends never
  ? { readonly facts?: FactsOf<C> }
  : { readonly facts: FactsOf<C> }) & { readonly cause?: unknown };

/** Something went wrong that the rules do not speak about. Facts are ids, numbers and words, never personal data. */
export class Fault<C extends FaultCode = FaultCode> extends Error {
  override readonly name = 'Fault';
  readonly code: C;
  readonly retry: 'later' | 'never';
  readonly status: number;
  readonly facts: FaultFacts;

  constructor(
    code: C,
    ...[options]: keyof FactsOf<C> extends never ? [options?: FaultOptions<C>] : [options: FaultOptions<C>]
  ) {
    const facts: FaultFacts = options?.facts ?? {};
    super(describe(code, facts), options?.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retry = FAULTS[code].retry;
    this.status = FAULTS[code].status;
    this.facts = facts;
  }
}

function describe(code: FaultCode, facts: FaultFacts): string {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return told.length === 0 ? code : `${code}: ${told.join(', ')}`;
}

/** Narrows by code or by area: `isFault(e, 'store.')`, `isFault(e, 'store.conflict')`, `isFault(e)`. */
export function isFault<P extends FaultCode | AreaOf<FaultCode> | ''>(
  error: unknown,
  prefix?: P,
): error is Fault<Extract<FaultCode, `${P}${string}`>> {
  return error instanceof Fault && String(error.code).startsWith(prefix ?? '');
}

type AreaOf<C extends string> = C extends `${infer A}.${string}` ? `${A}.` : never;
