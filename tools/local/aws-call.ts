import * as v from 'valibot';
import type { StageClient } from './client.ts';
import { sendSigned } from './signed.ts';

/** An AWS service that speaks JSON: the host's first label, and the name before the dot of `X-Amz-Target`. */
const services = {
  'cognito-idp': { target: 'AWSCognitoIdentityProviderService', version: '1.1' },
  events: { target: 'AWSEvents', version: '1.1' },
  secretsmanager: { target: 'secretsmanager', version: '1.1' },
  logs: { target: 'Logs_20140328', version: '1.1' },
} as const;

export type JsonService = keyof typeof services;

/** An answer other than 2xx. `code` is AWS's own name for it, such as `UserNotFoundException`. */
export class AwsCallError extends Error {
  override readonly name = 'AwsCallError';
  readonly code: string;
  readonly status: number;

  constructor(operation: string, { code, status, message }: Refused) {
    super(`${operation}: ${code}: ${message}`);
    this.code = code;
    this.status = status;
  }
}

interface Refused {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** One operation of a service. Which it is and what it takes is in AWS's API reference of that service. */
export interface AwsCall {
  readonly service: JsonService;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * One signed call to a service that no function of ours uses, so that its whole client need not be installed.
 * Gives back the answer's JSON; rejects with AwsCallError when the service refuses. What only reads is asked up
 * to three times where the fault is the service's own; what changes something is asked once.
 */
export function callAws(stage: StageClient, call: AwsCall): Promise<Record<string, unknown>> {
  return askedAgain(call, () => callOnce(stage, call));
}

const ATTEMPTS = 3;
const READS = /^(Describe|Filter|Get|List)/u;

/** Asks, and where the operation only reads and the service itself failed (5xx), up to three times in all. */
export async function askedAgain<T>({ operation }: Pick<AwsCall, 'operation'>, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const isTheirs = error instanceof AwsCallError && error.status >= 500;
      if (!isTheirs || !READS.test(operation) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function callOnce(stage: StageClient, call: AwsCall): Promise<Record<string, unknown>> {
  const { target, version } = services[call.service];
  const { status, text } = await sendSigned(stage, {
    service: call.service,
    method: 'POST',
    path: '/',
    headers: {
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': `${target}.${call.operation}`,
    },
    body: JSON.stringify(call.input),
  });
  const answer = readAnswer(text);
  if (status >= 200 && status < 300) return v.parse(Answer, answer);
  const refusal = v.parse(Refusal, answer);
  const code = (refusal['__type'] ?? String(status)).replace(/^.*#/, '');
  throw new AwsCallError(call.operation, { code, status, message: refusal.message ?? refusal.Message ?? '' });
}

/** What a failing service answers need not be JSON. */
function readAnswer(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return { message: 'got an answer that is no JSON' };
  }
}

const Answer = v.record(v.string(), v.unknown());
/** The services do not agree on the case of `message`. */
const Refusal = v.object({
  __type: v.optional(v.string()),
  message: v.optional(v.string()),
  Message: v.optional(v.string()),
});
