import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { partition } from '@aws-sdk/core/client';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { SignatureV4 } from '@smithy/signature-v4';
import * as v from 'valibot';

/** What the table's client has made ready for its own calls: connections, credentials, hash, retries. */
export type Ready = Pick<
  DynamoDBClient['config'],
  'credentials' | 'region' | 'requestHandler' | 'retryStrategy' | 'sha256' | 'streamCollector'
>;

export type Service = {
  readonly name: 'kms' | 's3';
  /** Finds the error's name in what the service answers. */
  readonly errorName: RegExp;
};

export type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Escaped already where the service wants it. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Asks one service of AWS, signed; answers the body of what succeeded. */
export type SignedCall = (asked: Asked) => Promise<Uint8Array>;

/**
 * A service by what the table's client brings with it, where the service's own client would be more than the few
 * operations that are asked of it (docs/decisions/0016). Asked again as the SDK asks again.
 * @throws Error named as the service names it; the message says nothing more
 */
export function signedCalls(service: Service, ready: () => Ready): SignedCall {
  return async (asked) => {
    const by = ready();
    const retries = await by.retryStrategy();
    if (!('acquireInitialRetryToken' in retries)) throw new Error('retries: got a strategy without tokens');
    let token = await retries.acquireInitialRetryToken(service.name);
    for (;;) {
      try {
        const answer = await callOnce(by, asked, service);
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

async function callOnce(by: Ready, asked: Asked, service: Service): Promise<Uint8Array> {
  const region = await by.region();
  const url = new URL(endpointOf(service.name, region));
  const { method, path, query = {}, headers = {}, body = '' } = asked;
  const request = new HttpRequest({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path,
    query: { ...query },
    headers: { host: url.host, 'content-length': String(Buffer.byteLength(body)), ...headers },
    body,
  });
  const signer = new SignatureV4({
    service: service.name,
    region,
    credentials: by.credentials,
    sha256: by.sha256,
    uriEscapePath: service.name !== 's3',
  });
  const handler: { handle: (of: HttpRequest) => Promise<{ response: HttpResponse }> } = by.requestHandler;
  const { response } = await handler.handle(HttpRequest.clone(await signer.sign(request)));
  const bytes = await by.streamCollector(response.body);
  if (response.statusCode < 300) return bytes;
  const [, name = 'UnknownError'] = service.errorName.exec(Buffer.from(bytes).toString('utf8')) ?? [];
  const $metadata = { httpStatusCode: response.statusCode };
  throw Object.assign(new Error(`${service.name}: ${name}`), { name, $metadata });
}

/** The SDK's own names for another place, else the service where the function runs. */
function endpointOf(service: Service['name'], region: string): string {
  const { [`AWS_ENDPOINT_URL_${service.toUpperCase()}`]: named, AWS_ENDPOINT_URL } = process.env;
  return named ?? AWS_ENDPOINT_URL ?? `https://${service}.${region}.${partition(region).dnsSuffix}`;
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
