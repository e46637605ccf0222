import { NOTICE_TYPES } from '#domain/effects.ts';
import { ReceiptEvent } from '../../functions/dispatch/receipts/receipts.contract.ts';
import { MAX_EVENT_BYTES } from '../../functions/intake/events.contract.ts';
import { NOTICE_SAYS, NoticeAttributes, NoticeEvent, NoticeFields } from '../../functions/ledger/notices.contract.ts';
import { InboundSms } from '../../functions/replies/inbound.contract.ts';
import { WEBHOOK_CHANNELS, WebhookMessage } from '../../functions/replies/webhooks.contract.ts';
import { dataName, type Json, namedSchemas, ref, schemaOf } from '../openapi/schemas.ts';
import { EVENT_SAYS } from './event-says.ts';
import { reachable } from './reachable.ts';

const DESCRIPTION = `What systems, carriers and people send to Liaison and what Liaison tells departments, version 1, made from
the schemas the code runs on. Events are CloudEvents 1.0 and come by HTTP (docs/openapi.json), by the queue or by the event
bus, to the same end. Every address is
an output of the deployment.

事件以 CloudEvents 1.0 格式经 HTTP、队列或事件总线推送;通知仅含编号和词语,不含个人信息。\`x-summary-zh\` 为中文说明。`;

type Message = {
  readonly name: string;
  readonly says: { readonly en: string; readonly zh: string };
  readonly of: Json;
};

const EVENTS: readonly Message[] = Object.entries(EVENT_SAYS).map(([type, says]) => ({
  name: dataName(type),
  says,
  of: {
    contentType: 'application/cloudevents+json',
    payload: {
      allOf: [
        ref('CloudEvent'),
        {
          type: 'object',
          required: ['type', 'data'],
          properties: { type: { const: type }, data: ref(dataName(type)) },
        },
      ],
    },
  },
}));

const NOTICES: readonly Message[] = NOTICE_TYPES.map((type) => ({
  name: dataName(`liaison.${type}.v1`),
  says: NOTICE_SAYS[type],
  of: {
    contentType: 'application/cloudevents+json',
    headers: ref('NoticeAttributes'),
    payload: { allOf: [ref('Notice'), { type: 'object', properties: { type: { const: `liaison.${type}.v1` } } }] },
  },
}));

const INBOUND: Message = {
  name: 'InboundSms',
  says: { en: 'A text that somebody sent, as AWS End User Messaging brings it', zh: '客户发来的短信' },
  of: { contentType: 'application/json', payload: ref('InboundSms') },
};
const RECEIPT: Message = {
  name: 'DeliveryReceipt',
  says: { en: 'What became of a text, as AWS End User Messaging tells it', zh: '短信送达回执' },
  of: { contentType: 'application/json', payload: ref('DeliveryReceipt') },
};

const WEBHOOK: Message = {
  name: 'WebhookMessage',
  says: { en: 'A message of a person, handed in by the system that runs its channel', zh: '由渠道系统转交的客户消息' },
  of: { contentType: 'application/json', payload: ref('WebhookMessage') },
};

type Channel = {
  readonly title: string;
  readonly description: string;
  /** Output of the deployment that names it. */
  readonly output: string;
  readonly does: 'receive' | 'send';
  readonly messages: readonly Message[];
};

const CHANNELS: Readonly<Record<string, Channel>> = {
  events: {
    title: 'Events queue · 事件队列',
    description: `SQS queue: one event of at most ${MAX_EVENT_BYTES} bytes a message.`,
    output: 'EventsQueueUrl',
    does: 'receive',
    messages: EVENTS,
  },
  eventsBus: {
    title: 'Event bus · 事件总线',
    description: 'The detail is the whole CloudEvent, DetailType repeats its type, Source its source.',
    output: 'EventsBusName',
    does: 'receive',
    messages: EVENTS,
  },
  inboundSms: {
    title: 'Texts of people · 短信回复',
    description: 'SNS topic that AWS End User Messaging alone may publish to.',
    output: 'InboundSmsTopicArn',
    does: 'receive',
    messages: [INBOUND],
  },
  deliveryReceipts: {
    title: 'Delivery receipts · 送达回执',
    description: 'SNS topic that AWS End User Messaging alone may publish to.',
    output: 'DeliveryReceiptsTopicArn',
    does: 'receive',
    messages: [RECEIPT],
  },
  webhooks: {
    title: 'Webhooks · 渠道消息',
    description: `POST /v1/webhooks/{channel} (${WEBHOOK_CHANNELS.join(', ')}), signed per Standard Webhooks.`,
    output: 'ApiUrl',
    does: 'receive',
    messages: [WEBHOOK],
  },
  outcomes: {
    title: 'Notices to departments · 部门通知',
    description: 'SNS topic; filter by its message attributes. At least once, in any order, id is stable.',
    output: 'OutcomesTopicArn',
    does: 'send',
    messages: NOTICES,
  },
};

/** The AsyncAPI 3.0 document of everything that comes and goes as a message. */
export function buildAsyncDocument(): Json {
  const all = [...new Set(Object.values(CHANNELS).flatMap(({ messages }) => messages))];
  const messages = Object.fromEntries(
    all.map(({ name, says, of }) => [name, { name, summary: says.en, 'x-summary-zh': says.zh, ...of }]),
  );
  const schemas = { ...namedSchemas(), ...own() };
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Liaison',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(Object.entries(CHANNELS).map(([name, channel]) => [name, channelOf(channel)])),
    operations: Object.fromEntries(Object.entries(CHANNELS).map(operationOf)),
    components: { messages, securitySchemes: SECURITY, schemas: reachable(messages, schemas) },
  };
}

const SECURITY: Json = {
  signature: {
    type: 'httpApiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'HMAC-SHA256 of id, time and body under a secret of the channel (Standard Webhooks)',
  },
  iam: {
    type: 'http',
    scheme: 'aws4-hmac-sha256',
    description: 'A request signed by a principal that the policy of the queue, bus or topic admits',
  },
};

const own = (): Json => ({
  CloudEvent: {
    description: 'A CloudEvent 1.0; its data is strict, the envelope may carry extensions.',
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'data'],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
      source: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
      type: { type: 'string' },
      time: { type: 'string', description: 'RFC 3339 with offset' },
      datacontenttype: { type: 'string' },
    },
  },
  Notice: schemaOf(NoticeEvent),
  NoticeFields: schemaOf(NoticeFields),
  NoticeAttributes: schemaOf(NoticeAttributes),
  InboundSms: schemaOf(InboundSms),
  DeliveryReceipt: schemaOf(ReceiptEvent),
  WebhookMessage: schemaOf(WebhookMessage),
});

const channelOf = ({ title, description, output, messages }: Channel): Json => ({
  title,
  description,
  address: `{${output}}`,
  parameters: { [output]: { description: 'Output of the deployment' } },
  messages: Object.fromEntries(messages.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
});

const operationOf = ([name, { title, does }]: readonly [string, Channel]): [string, Json] => [
  `${does}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  {
    action: does,
    channel: { $ref: `#/channels/${name}` },
    title,
    security: [{ $ref: `#/components/securitySchemes/${name === 'webhooks' ? 'signature' : 'iam'}` }],
  },
];

/** As it is committed: one form, so that a difference is a difference. */
export const asyncDocumentText = (): string => `${JSON.stringify(buildAsyncDocument(), null, 2)}\n`;
