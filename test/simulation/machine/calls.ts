import type { FunctionName } from '../../support/pipeline/process.ts';
import type { WireAnswer, WireRequest } from './container.ts';

export const SERVICES = {
  DynamoDB_20120810: 'dynamodb',
  AmazonSQS: 'sqs',
  TrentService: 'kms',
  secretsmanager: 'secrets',
} as const;
export type Service = (typeof SERVICES)[keyof typeof SERVICES] | 'sns' | 'ses';

/** One request of one function's own SDK client. */
export type Call = {
  readonly by: FunctionName;
  readonly service: Service;
  readonly operation: string;
  readonly body: string;
  /** The same for every try of one command. */
  readonly command: string;
};

/** Where mails are handed in. Source: SES API v2, SendEmail. */
const MAILS = '/v2/email/outbound-emails';
/** Hands something to a provider that reaches a person. */
export const isSend = ({ operation }: Pick<Call, 'operation'>): boolean =>
  operation === 'Publish' || operation === 'SendEmail';

export function callOf(by: FunctionName, request: WireRequest): Call {
  const body = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body);
  const [target = '', operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
  const service = Object.entries(SERVICES).find(([name]) => name === target)?.[1];
  const command = request.headers['amz-sdk-invocation-id'] ?? '';
  if (service !== undefined) return { by, service, operation, body, command };
  if (request.path === MAILS) return { by, service: 'ses', operation: 'SendEmail', body, command };
  return { by, service: 'sns', operation: new URLSearchParams(body).get('Action') ?? '', body, command };
}

export const answered = (statusCode: number, type: string, body: string | Uint8Array): WireAnswer => ({
  statusCode,
  headers: { 'content-type': type },
  body: Buffer.from(body),
});

export const JSON_TYPE = 'application/x-amz-json-1.0';
export const told = (body: object): WireAnswer => answered(200, JSON_TYPE, JSON.stringify(body));

/** An error as each service words it. Shapes: AWS JSON 1.0 and query protocols. */
export function failure({ service }: Call, status: number, code: string, more: object = {}): WireAnswer {
  if (service !== 'sns')
    return answered(status, JSON_TYPE, JSON.stringify({ __type: `aws#${code}`, message: 'no', ...more }));
  const type = status < 500 ? 'Sender' : 'Receiver';
  return answered(
    status,
    'text/xml',
    `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
  );
}

/** Settings of an SDK client whose requests are answered in this process. */
export const withAnswers = (by: FunctionName, answer: (call: Call) => Promise<WireAnswer>) => ({
  region: 'eu-west-2',
  endpoint: 'https://aws.local',
  useQueueUrlAsEndpoint: false,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  requestHandler: { handle: async (request: WireRequest) => ({ response: await answer(callOf(by, request)) }) },
});
