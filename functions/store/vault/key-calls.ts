import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { partition } from '@aws-sdk/core/client';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { SignatureV4 } from '@smithy/signature-v4';
import * as v from 'valibot';

/** Calls one operation of KMS with fields as its API names them, bytes in base64. */
export type KeyCall = (operation: 'Decrypt' | 'GenerateDataKey', input: object) => Promise<unknown>;

/** What the table's client has made ready for its own calls: connections, credentials, hash, retries. */
type Ready = Pick<
  DynamoDBClient['config'],
  'credentials' | 'region' | 'requestHandler' | 'retryStrategy' | 'sha256' | 'streamCollector'
>;

/**
 * KMS by what the table's client brings with it; its own client would be 29 kB and a fifth of a cold start for two
 * operations (docs/decisions/0016). Asked again as the SDK asks again.
 * @throws Error named as KMS names it; the message says nothing more
 */
export function keyCalls(ready: () => Ready): KeyCall {
  return async (operation, input) => {
    const by = ready();
    const retries = await by.retryStrategy();
    if (!('acquireInitialRetryToken' in retries)) throw new Error('retries: got a strategy without tokens');
    let token = await retries.acquireInitialRetryToken('kms');
    for (;;) {
      try {
        const answer = await callOnce(by, operation, JSON.stringify(input));
        retries.recordSuccess(token);
        return answer;
      } catch (error) {
        token = await retries.refreshRetryTokenForRetry(token, { errorType: kindOf(error) }).catch(() => {
          throw error;
        });
      }
    }
  };
}

async function callOnce(by: Ready, operation: string, body: string): Promise<unknown> {
  const region = await by.region();
  const url = new URL(endpointOf(region));
  const request = new HttpRequest({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'content-length': String(Buffer.byteLength(body)),
      'x-amz-target': `TrentService.${operation}`,
    },
    body,
  });
  const signer = new SignatureV4({ service: 'kms', region, credentials: by.credentials, sha256: by.sha256 });
  const handler: { handle: (of: HttpRequest) => Promise<{ response: HttpResponse }> } = by.requestHandler;
  const { response } = await handler.handle(HttpRequest.clone(await signer.sign(request)));
  return answerOf(response, await by.streamCollector(response.body));
}

/** The SDK's own names for another place, else the service where the function runs. */
function endpointOf(region: string): string {
  const { AWS_ENDPOINT_URL_KMS, AWS_ENDPOINT_URL } = process.env;
  return AWS_ENDPOINT_URL_KMS ?? AWS_ENDPOINT_URL ?? `https://kms.${region}.${partition(region).dnsSuffix}`;
}

function answerOf({ statusCode }: HttpResponse, bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  if (statusCode < 300) return JSON.parse(text) as unknown;
  const [, name = 'UnknownError'] = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z]+)/u.exec(text) ?? [];
  const $metadata = { httpStatusCode: statusCode };
  throw Object.assign(new Error(`key service: ${name}`), { name, $metadata });
}

const Metadata = v.object({ httpStatusCode: v.number() });

/** What went wrong, in the SDK's words for whether asking again may help. */
function kindOf(error: unknown): 'THROTTLING' | 'TRANSIENT' | 'SERVER_ERROR' | 'CLIENT_ERROR' {
  if (!(error instanceof Error)) return 'CLIENT_ERROR';
  const $metadata = '$metadata' in error && v.is(Metadata, error.$metadata) ? error.$metadata : {};
  const failure = { name: error.name, message: error.message, $fault: 'client' as const, $metadata };
  if (isThrottlingError(failure)) return 'THROTTLING';
  if (isTransientError(failure)) return 'TRANSIENT';
  return isServerError(failure) ? 'SERVER_ERROR' : 'CLIENT_ERROR';
}
