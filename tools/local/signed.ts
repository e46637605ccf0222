import { request } from 'node:https';
import { Sha256Node } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { StageClient } from './client.ts';

/** One request to an AWS service, before it is signed. */
export interface SignedCall {
  /** The service's name in signatures and host names. */
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface SignedAnswer {
  readonly status: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Sends one signed request to the stage's endpoint (or AWS's own) and gives back whatever it answers. */
export async function sendSigned(stage: StageClient, call: SignedCall): Promise<SignedAnswer> {
  const { region } = stage.outputs;
  const url = new URL(call.path, stage.outputs.endpoint ?? `https://${call.service}.${region}.amazonaws.com`);
  const query = call.query ?? {};
  const signer = new SignatureV4({
    service: call.service,
    region,
    credentials: credentialsOf(stage),
    sha256: Sha256Node,
  });
  const body = call.body ?? '';
  const signed = await signer.sign({
    method: call.method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query,
    headers: { host: url.host, ...call.headers },
    body,
  });
  url.search = new URLSearchParams(query).toString();
  return send(url, { method: call.method, headers: signed.headers, body, stage });
}

interface Outgoing {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly stage: StageClient;
}

function send(url: URL, { method, headers, body, stage }: Outgoing): Promise<SignedAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: stage.agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, text: bytes.toString('utf8'), bytes });
      });
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
