import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type Log, log } from './log.ts';
import { type Meter, metrics } from './metrics/metrics.ts';

/** What the chain needs of the process; tests give their own. */
export type Surroundings = { readonly log: Log; readonly metrics: Meter };
export const SURROUNDINGS: Surroundings = { log, metrics };

/** A Lambda entry; the context may be missing when it is called in one process with its caller. */
export type Entry<E, R> = (event: E, context?: Context) => Promise<R>;

export type Deadline<R> = {
  /** Time kept before the function's own end. */
  readonly reserveMs: number;
  readonly answer: () => R;
};

/** The one order of every trigger: log context → deadline guard → the trigger's own work → metrics flush. */
export function chain<E, R>(
  work: (event: E, context: Context) => Promise<R>,
  around: Surroundings,
  deadline?: Deadline<R>,
): Entry<E, R> {
  const handler = middy<E, R>(work, {
    timeoutEarlyInMillis: deadline?.reserveMs ?? 0,
    ...(deadline === undefined ? {} : { timeoutEarlyResponse: deadline.answer }),
  });
  handler.use({
    before: ({ context }: { context: Context }) => {
      // Called in one process with its caller there is no context to bind.
      if (typeof context.awsRequestId === 'string') around.log.bind(context);
    },
    after: () => around.metrics.flush(),
    onError: () => around.metrics.flush(),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever reads a context looks whether there is one
  return async (event, context) => handler(event, context ?? ({} as Context));
}

/** Milliseconds until the function is ended; infinite when nobody will end it. */
export function remainingMs(context: Context): number {
  return (context as Partial<Context>).getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
}

/** INIT never waits longer for a warm connection than this. */
const PRIME_LIMIT_MS = 1_000;

/**
 * Opens what the first message will need (one read at module load: the first message then costs 5 ms CPU instead of 21).
 * Errors are ignored: the message will meet them itself. Does nothing outside Lambda, so that importing a handler in a
 * test touches no network.
 */
export async function prime(read: () => Promise<unknown>): Promise<void> {
  if (process.env['AWS_LAMBDA_FUNCTION_NAME'] === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PRIME_LIMIT_MS);
  });
  try {
    await Promise.race([read(), limit]);
  } catch {
    // The first message will meet the same error with somebody to tell it to.
  } finally {
    clearTimeout(timer);
  }
}

/** Builds the live dependencies once, when the first event needs them. */
export function once<D>(make: () => D): () => D {
  let made: { deps: D } | undefined;
  return () => {
    made ??= { deps: make() };
    return made.deps;
  };
}
