import type {
  APIGatewayProxyEventV2,
  Context,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';

/** One message as the SQS trigger delivers it. Shape: Lambda developer guide, "Using Lambda with Amazon SQS". */
export function sqsRecord(body: unknown, more: Partial<SQSRecord> = {}): SQSRecord {
  const messageId = more.messageId ?? crypto.randomUUID();
  return {
    messageId,
    receiptHandle: `handle-${messageId}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-2:000000000000:work',
    awsRegion: 'eu-west-2',
    ...more,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1767225600000',
      SenderId: 'AIDAEXAMPLE',
      ApproximateFirstReceiveTimestamp: '1767225600001',
      ...more.attributes,
    },
  };
}

export const sqsEvent = (...records: readonly SQSRecord[]): SQSEvent => ({ Records: [...records] });

/** The envelope a topic puts around a message when raw delivery is off. */
export const snsEnvelope = (message: unknown, timestamp = '2026-01-01T00:00:05.000Z'): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: 'notification-1',
    TopicArn: 'arn:aws:sns:eu-west-2:000000000000:inbound-sms',
    Message: typeof message === 'string' ? message : JSON.stringify(message),
    Timestamp: timestamp,
    SignatureVersion: '1',
    Signature: 'c2lnbmF0dXJl',
    SigningCertURL: 'https://sns.eu-west-2.amazonaws.com/cert.pem',
    UnsubscribeURL: 'https://sns.eu-west-2.amazonaws.com/?Action=Unsubscribe',
  });

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** One record of the table's stream; binary values are base64 text, as the trigger delivers them. */
export function streamRecord(
  sequenceNumber: string,
  image: Image,
  eventName: NonNullable<DynamoDBRecord['eventName']> = 'INSERT',
): DynamoDBRecord {
  return {
    eventID: sequenceNumber,
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-2',
    dynamodb: {
      ApproximateCreationDateTime: 1_767_225_600,
      Keys: { pk: { S: 'CASE#1' }, sk: { S: 'E#00000001' } },
      NewImage: image,
      SequenceNumber: sequenceNumber,
      SizeBytes: 100,
      StreamViewType: 'NEW_IMAGE',
    },
  };
}

export const streamEvent = (...records: readonly DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records: [...records] });

export type RequestDraft = {
  readonly method?: string;
  readonly path?: string;
  readonly routeKey?: string;
  readonly pathParams?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly base64?: boolean;
  readonly claims?: Record<string, unknown>;
};

/** A request as HTTP API delivers it (payload format 2.0). */
export function apiEvent(draft: RequestDraft = {}): APIGatewayProxyEventV2 {
  const { method = 'POST', path = '/v1/events' } = draft;
  return {
    version: '2.0',
    routeKey: draft.routeKey ?? `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: draft.headers ?? { 'content-type': 'application/json' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.execute-api.localhost',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: draft.routeKey ?? `${method} ${path}`,
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 1_767_225_600_000,
      ...(draft.claims === undefined ? {} : { authorizer: { jwt: { claims: draft.claims, scopes: null } } }),
    },
    isBase64Encoded: draft.base64 ?? false,
    ...(draft.pathParams === undefined ? {} : { pathParameters: draft.pathParams }),
    ...(draft.query === undefined ? {} : { queryStringParameters: draft.query }),
    ...(draft.body === undefined ? {} : { body: draft.body }),
  };
}

/** A context with so much time left; every look at the clock costs `stepMs`. */
export function lambdaContext(remainingMs = 30_000, stepMs = 0): Context {
  let left = remainingMs + stepMs;
  const context: Omit<Context, 'done' | 'fail' | 'succeed'> = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'test',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:test',
    memoryLimitInMB: '512',
    awsRequestId: 'request-1',
    logGroupName: '/aws/lambda/test',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => {
      left -= stepMs;
      return left;
    },
  };
  return context as Context; // without the three calls that Node 24 no longer knows
}
