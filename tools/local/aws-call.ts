import { request } from 'node:https';
import { Sha256Node } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import * as v from 'valibot';
import type { StageClient } from './client.ts';

/** An AWS service that speaks JSON: the host's first label, and the name before the dot of `X-Amz-Target`. */
const services = {
  'cognito-idp': { target: 'AWSCognitoIdentityProviderService', version: '1.1' },
  events: { target: 'AWSEvents', version: '1.1' },
  logs: { target: 'Logs_20140328', version: '1.1' },
} as const;

export type JsonService = keyof typeof services;

/** An answer other than 2xx. `code` is AWS's own name for it, such as `UserNotFoundException`. */
export class AwsCallError extends Error {
  override readonly name = 'AwsCallError';
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.code = code;
  }
}

/** One operation of a service. Which it is and what it takes is in AWS's API reference of that service. */
export interface AwsCall {
  readonly service: JsonService;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * One signed call to a service that no function of ours uses, so that its whole client need not be installed.
 * Gives back the answer's JSON; rejects with AwsCallError when the service refuses.
 */
export async function callAws(stage: StageClient, call: AwsCall): Promise<Record<string, unknown>> {
  const { target, version } = services[call.service];
  const { region } = stage.outputs;
  const url = new URL(stage.outputs.endpoint ?? `https://${call.service}.${region}.amazonaws.com`);
  const body = JSON.stringify(call.input);
  const signer = new SignatureV4({
    service: call.service,
    region,
    credentials: credentialsOf(stage),
    sha256: Sha256Node,
  });
  const signed = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: '/',
    headers: {
      host: url.host,
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': `${target}.${call.operation}`,
    },
    body,
  });
  const { status, text } = await post(url, { headers: signed.headers, body, stage });
  const answer: unknown = text === '' ? {} : JSON.parse(text);
  if (status >= 200 && status < 300) return v.parse(Answer, answer);
  const refusal = v.parse(Refusal, answer);
  const code = (refusal['__type'] ?? String(status)).replace(/^.*#/, '');
  throw new AwsCallError(call.operation, code, refusal.message ?? refusal.Message ?? '');
}

const Answer = v.record(v.string(), v.unknown());
/** The services do not agree on the case of `message`. */
const Refusal = v.object({
  __type: v.optional(v.string()),
  message: v.optional(v.string()),
  Message: v.optional(v.string()),
});

interface Post {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly stage: StageClient;
}

function post(url: URL, { headers, body, stage }: Post): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent: stage.agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function credentialsOf(stage: StageClient): { accessKeyId: string; secretAccessKey: string; sessionToken?: string } {
  if (stage.credentials !== undefined) return stage.credentials;
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
  const pair = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return AWS_SESSION_TOKEN === undefined ? pair : { ...pair, sessionToken: AWS_SESSION_TOKEN };
}
