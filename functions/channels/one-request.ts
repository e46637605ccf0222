import type { SendReport } from '#domain/contact/outcome.ts';

/** Shorter than half of the function's own time, so that the outcome can still be recorded. */
const REQUEST_TIMEOUT_MS = 5_000;
const CONNECTION_TIMEOUT_MS = 1_500;

/** Settings of a client that may ask again: a call that is never answered must not last as long as the function. */
export const ANSWERED_WITHIN = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  throwOnRequestTimeout: true,
  connectionTimeout: CONNECTION_TIMEOUT_MS,
};

/**
 * Settings of a client that asks once. The default client sends one text three times when the answer is lost (measured);
 * a time-out raises only with `throwOnRequestTimeout`; without keep-alive no text is put on a connection that died unnoticed.
 */
export const ASKS_ONCE = {
  maxAttempts: 1,
  requestHandler: {
    ...ANSWERED_WITHIN,
    httpAgent: { keepAlive: false },
    httpsAgent: { keepAlive: false },
  },
};

/** The innermost step of a command: what fails before it never left the process. */
export const HANDOVER = { step: 'deserialize', priority: 'low', name: 'handedOver' } as const;

/** The client's words for a connection that never stood; it sets no code. */
const NO_CONNECTION = /did not establish a connection/u;

/** An error of the client as plain data: names and codes only, its message may quote the address. */
export function reportOf(error: unknown, handedOver: boolean): SendReport {
  const { name, message, code, syscall, errors, $metadata, $fault } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: string;
    syscall?: string;
    /** One per address that was tried. */
    errors?: { syscall?: string }[];
    $metadata?: { httpStatusCode?: number };
    $fault?: string;
  };
  const told = name === 'TimeoutError' && NO_CONNECTION.test(message ?? '') ? 'CONNECT_TIMEOUT' : code;
  const call = syscall ?? (errors?.every((one) => one.syscall === 'connect') === true ? 'connect' : undefined);
  return {
    answered: false,
    handedOver,
    name: name ?? 'Error',
    ...(typeof told === 'string' ? { code: told } : {}),
    ...(call === undefined ? {} : { syscall: call }),
    ...($metadata?.httpStatusCode === undefined ? {} : { httpStatus: $metadata.httpStatusCode }),
    serviceError: $fault !== undefined,
  };
}

/** The answer to a request that was taken. */
export const answerOf = (messageId: string | undefined): SendReport =>
  messageId === undefined ? { answered: true } : { answered: true, messageId };
