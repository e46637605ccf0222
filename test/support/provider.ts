import type { SNSClient } from '@aws-sdk/client-sns';
import { smsClient } from '#channels/sms.ts';
import { textOf as bodyText } from './runtime/aws-calls.ts';

/** A text the provider took. */
export type Taken = {
  readonly to: string;
  readonly text: string;
  readonly attemptId: string;
  readonly messageId: string;
};

/** What the provider does with one request; `lost`: it takes the text, and its answer never arrives. */
export type Behaviour = 'takes' | 'throttles' | 'refuses' | 'is-not-permitted' | 'lost' | 'fails' | 'unreachable';

export type Provider = {
  readonly client: SNSClient;
  readonly taken: readonly Taken[];
  /** Requests that reached the provider, whatever it did with them. */
  readonly requests: () => number;
  /** What it does with the next requests; it takes the texts when nothing is said. */
  readonly will: (...behaviours: Behaviour[]) => void;
};

/** The provider behind the product's own client: real serialisation, real errors, no network. */
export function provider(): Provider {
  const taken: Taken[] = [];
  const planned: Behaviour[] = [];
  let requests = 0;
  const take = (body: string): string => {
    const messageId = `message-${taken.length + 1}`;
    taken.push({ ...textOf(body), messageId });
    return messageId;
  };
  const handle = (request: { body?: unknown }): Promise<{ response: object }> => {
    requests += 1;
    return answer(planned.shift() ?? 'takes', () => take(bodyText(request.body)));
  };
  const requestHandler = { handle, metadata: { handlerProtocol: 'http/1.1' }, destroy: () => {} };
  const client = smsClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler as never,
  });
  return { client, taken, requests: () => requests, will: (...behaviours) => planned.push(...behaviours) };
}

function answer(behaviour: Behaviour, take: () => string): Promise<{ response: object }> {
  switch (behaviour) {
    case 'takes':
      return Promise.resolve(ok(take()));
    case 'throttles':
      return Promise.resolve(refusal(400, 'Throttling'));
    case 'refuses':
      return Promise.resolve(refusal(400, 'InvalidParameter'));
    case 'is-not-permitted':
      return Promise.resolve(refusal(403, 'AuthorizationError'));
    case 'fails':
      take();
      return Promise.resolve(refusal(500, 'InternalError'));
    case 'lost':
      take();
      return Promise.reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    case 'unreachable':
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }));
  }
}

/** Shapes: SNS API reference, Publish and common errors (query protocol, version 2010-03-31). */
const ok = (messageId: string) =>
  answered(
    200,
    `<PublishResponse><PublishResult><MessageId>${messageId}</MessageId></PublishResult></PublishResponse>`,
  );
const refusal = (status: number, code: string) =>
  answered(
    status,
    `<ErrorResponse><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
  );
const answered = (statusCode: number, body: string) => ({
  response: { statusCode, headers: { 'content-type': 'text/xml' }, body: new TextEncoder().encode(body) },
});

function textOf(body: string): Omit<Taken, 'messageId'> {
  const fields = new URLSearchParams(body);
  const named = [...fields].find(([name, value]) => name.endsWith('.Name') && value === 'attemptId')?.[0] ?? '';
  return {
    to: fields.get('PhoneNumber') ?? '',
    text: fields.get('Message') ?? '',
    attemptId: fields.get(named.replace(/\.Name$/u, '.Value.StringValue')) ?? '',
  };
}
