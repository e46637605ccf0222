import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { StageClient } from './client.ts';
import { requireOutput } from './outputs.ts';

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly token?: string;
  /** Sent as JSON; a text is sent as it stands. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** The body if it is JSON, else undefined. */
  readonly json: unknown;
}

/**
 * Calls a route of the deployed HTTP API and gives back whatever it answers; rejects only when nobody answers.
 * Node resolves no `*.execute-api.localhost`: such a name is reached on loopback with its name as Host.
 */
export function apiFetch(stage: StageClient, path: string, call: ApiCall = {}): Promise<ApiAnswer> {
  const url = new URL(path, withSlash(requireOutput(stage.outputs, 'ApiUrl')));
  const body = call.body === undefined ? undefined : bodyText(call.body);
  const isTls = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (isTls ? tlsRequest : plainRequest)({
      host: url.hostname.endsWith('.localhost') ? '127.0.0.1' : url.hostname,
      port: url.port === '' ? (isTls ? 443 : 80) : url.port,
      path: `${url.pathname}${url.search}`,
      method: call.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { host: url.host, ...headersOf(call, body) },
      ...(isTls ? { agent: stage.agent } : {}),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parseJson(text) });
      });
    });
    request.end(body);
  });
}

function headersOf(call: ApiCall, body: string | undefined): Record<string, string | number> {
  return {
    accept: 'application/json',
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    ...(body === undefined
      ? {}
      : { 'content-type': call.contentType ?? 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...call.headers,
  };
}

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function withSlash(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
