import type { Answer, Call } from './call.ts';

/** A text as its provider was handed it, by any channel. */
export type Text = {
  readonly channel: 'sms' | 'mail' | 'push';
  readonly to: string;
  readonly text: string;
  readonly attemptId: string;
  readonly messageId: string;
  readonly at: number;
};
/** A notice as the outcome topic was handed it. */
export type Notice = {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, string>>;
};

/** What the provider does with the next requests, in order; it takes the texts when nothing is said. */
export type Behaviour = 'takes' | 'throttles' | 'refuses' | 'fails';

export type SmsProvider = {
  readonly texts: readonly Text[];
  readonly notices: readonly Notice[];
  /** Bodies of all publishes to the topic, as they went over the wire. */
  readonly published: readonly string[];
  readonly will: (...behaviours: Behaviour[]) => void;
  readonly take: (body: string) => Answer;
  readonly takeMail: (body: string) => Answer;
  /** Takes no more than the first so many of a batch; the rest is refused for the moment. */
  readonly publish: (body: string, most?: number) => Answer;
};

export function createProvider(now: () => number): SmsProvider {
  const texts: Text[] = [];
  const notices: Notice[] = [];
  const published: string[] = [];
  const planned: Behaviour[] = [];
  const took = (text: Omit<Text, 'messageId' | 'at'>): string => {
    const messageId = `message-${texts.length + 1}`;
    texts.push({ ...text, messageId, at: now() });
    return messageId;
  };
  return {
    texts,
    notices,
    published,
    will: (...behaviours) => planned.push(...behaviours),
    take: (body) => {
      const does = planned.shift() ?? 'takes';
      if (does === 'throttles') return refusal(400, 'Throttling');
      if (does === 'refuses') return refusal(400, 'InvalidParameter');
      const messageId = took(textOf(body));
      if (does === 'fails') return refusal(500, 'InternalError');
      return xml(
        200,
        `<PublishResponse><PublishResult><MessageId>${messageId}</MessageId></PublishResult></PublishResponse>`,
      );
    },
    takeMail: (body) => {
      const MessageId = took(mailOf(body));
      return { status: 200, type: 'application/json', body: JSON.stringify({ MessageId }) };
    },
    publish: (body, most = Number.POSITIVE_INFINITY) => {
      published.push(body);
      const entries = entriesOf(new URLSearchParams(body));
      const taken = entries.slice(0, most);
      notices.push(...taken.map(({ notice }) => notice));
      return xml(200, batchAnswer(taken, entries.slice(taken.length)));
    },
  };
}

/** Shapes: SNS API reference, Publish, PublishBatch and common errors (query protocol, version 2010-03-31). */
const xml = (status: number, body: string): Answer => ({ status, type: 'text/xml', body });
const refusal = (status: number, code: string): Answer =>
  xml(
    status,
    `<ErrorResponse><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
  );

export const answerSns = (call: Pick<Call, 'operation' | 'body'>, provider: SmsProvider, most?: number): Answer =>
  call.operation === 'Publish' ? provider.take(call.body) : provider.publish(call.body, most);

type Named = { readonly id: string };

function batchAnswer(taken: readonly Named[], refused: readonly Named[]): string {
  const successful = taken.map(({ id }) => `<member><Id>${id}</Id><MessageId>n-${id}</MessageId></member>`);
  const failed = refused.map(
    ({ id }) =>
      `<member><Id>${id}</Id><Code>InternalError</Code><Message>no</Message><SenderFault>false</SenderFault></member>`,
  );
  return `<PublishBatchResponse><PublishBatchResult><Successful>${successful.join('')}</Successful><Failed>${failed.join('')}</Failed></PublishBatchResult></PublishBatchResponse>`;
}

function textOf(body: string): Omit<Text, 'messageId' | 'at'> {
  const fields = new URLSearchParams(body);
  const endpoint = fields.get('TargetArn');
  const message = fields.get('Message') ?? '';
  return {
    channel: endpoint === null ? 'sms' : 'push',
    to: endpoint ?? fields.get('PhoneNumber') ?? '',
    text: endpoint === null ? message : (JSON.parse(message) as { readonly default: string }).default,
    attemptId: attributesOf(fields, 'MessageAttributes')['attemptId'] ?? '',
  };
}

type Words = { readonly Data: string };
type Mail = {
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly Content: {
    readonly Simple: {
      readonly Subject: Words;
      readonly Body: { readonly Text: Words };
      readonly Headers: readonly { readonly Name: string; readonly Value: string }[];
    };
  };
};

/** Subject and words, as the recipient reads them. Shape: SES API v2, SendEmail. */
function mailOf(body: string): Omit<Text, 'messageId' | 'at'> {
  const { Destination, Content } = JSON.parse(body) as Mail;
  const { Subject, Body, Headers } = Content.Simple;
  return {
    channel: 'mail',
    to: Destination.ToAddresses[0] ?? '',
    text: `${Subject.Data}\n${Body.Text.Data}`,
    attemptId: Headers.find(({ Name }) => Name === 'X-Attempt-Id')?.Value ?? '',
  };
}

/** Attributes below a prefix: `….entry.1.Name` and `….entry.1.Value.StringValue`. */
function attributesOf(fields: URLSearchParams, prefix: string): Record<string, string> {
  const names = [...fields].filter(([name]) => name.startsWith(prefix) && name.endsWith('.Name'));
  return Object.fromEntries(
    names.map(([name, value]) => [value, fields.get(name.replace(/\.Name$/u, '.Value.StringValue')) ?? '']),
  );
}

function entriesOf(fields: URLSearchParams): { id: string; notice: Notice }[] {
  const messages = [...fields].filter(([name]) => /\.\d+\.Message$/u.test(name));
  return messages.map(([name, value]) => {
    const prefix = name.slice(0, -'.Message'.length);
    const event = JSON.parse(value) as Omit<Notice, 'attributes'>;
    return {
      id: fields.get(`${prefix}.Id`) ?? '',
      notice: { ...event, attributes: attributesOf(fields, `${prefix}.MessageAttributes`) },
    };
  });
}
