import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Case } from '#domain/case/case.ts';
import { type CaseStore, createCaseStore, type WholeCase } from '#store/case-store.ts';
import { createReader } from '#store/reader.ts';
import { ROUTES, type Route } from '../../../functions/console/routes.contract.ts';
import { apiEvent } from '../runtime/lambda-events.ts';
import type { Pipeline } from './pipeline.ts';

/** An event before it has an envelope. */
export type Said = {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly time?: string;
};

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

const BATCH = 'application/cloudevents-batch+json';
const PRODUCER = { client_id: 'core', scope: 'liaison/producer', sub: 'core' };

let last = 0;
/** The event as its source sends it. */
export function eventOf(of: Pipeline, { type, data, id, time }: Said): Record<string, unknown> {
  last += 1;
  return {
    specversion: '1.0',
    id: id ?? `e${last}`,
    source: 'urn:bank:core',
    type: `liaison.${type}.v1`,
    time: time ?? new Date(of.now()).toISOString(),
    data,
  };
}

/** Pushes events over HTTP and answers what the door said. */
export async function push(of: Pipeline, ...events: readonly Said[]): Promise<Answer> {
  return pushEvents(
    of,
    events.map((event) => eventOf(of, event)),
  );
}

export async function pushEvents(of: Pipeline, events: readonly object[]): Promise<Answer> {
  const body = JSON.stringify(events);
  return call(of, 'accept-events', apiEvent({ headers: { 'content-type': BATCH }, body, claims: PRODUCER }));
}

export const queueEvent = (of: Pipeline, event: object): string => of.queues.send('events', JSON.stringify(event));

/** Somebody of the bank, as the token says. */
export type As = { readonly role: string; readonly departments?: readonly string[]; readonly name?: string };

/** Asks a route as somebody of the bank; the gateway's part, finding the route, is done here. */
export function ask(
  of: Pipeline,
  route: { readonly method?: 'GET' | 'POST'; readonly path: string; readonly body?: unknown },
  as: As = { role: 'admin' },
): Promise<Answer> {
  const { method = 'GET', path, body } = route;
  const [plain = '', query = ''] = path.split('?');
  const groups = [as.role, ...(as.departments ?? []).map((one) => `dept-${one}`)].join(' ');
  const { handler, ...found } = matched(method, plain);
  return call(
    of,
    handler,
    apiEvent({
      method,
      path: plain,
      ...found,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { 'content-type': 'application/json' },
      claims: { sub: 'sub-li', client_id: 'console', username: as.name ?? 'li.na', 'cognito:groups': `[${groups}]` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

type Matched = { handler: Route['handler']; routeKey: string; pathParams?: Record<string, string> };

function matched(method: string, path: string): Matched {
  for (const route of ROUTES.filter((one) => one.method === method)) {
    const pattern = route.path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    const found = new RegExp(`^${pattern}$`, 'u').exec(path);
    if (found !== null) {
      return { handler: route.handler, routeKey: `${method} ${route.path}`, pathParams: { ...found.groups } };
    }
  }
  return { handler: 'staff-api', routeKey: '$default' };
}

async function call(of: Pipeline, name: Route['handler'], event: unknown): Promise<Answer> {
  const ended = await of.invoke(name, event);
  if (ended.kind !== 'answered') throw new Error(`${name}: got ${JSON.stringify(ended)}`);
  const { statusCode = 0, body = '{}' } = ended.result as APIGatewayProxyStructuredResultV2;
  return { status: statusCode, body: JSON.parse(body) as Answer['body'] };
}

/** A text from a handset. */
export const textIn = (of: Pipeline, from: string, messageBody: string, id?: string): string => {
  last += 1;
  const message = {
    originationNumber: from,
    destinationNumber: '+861069000001',
    messageKeyword: 'KEYWORD',
    messageBody,
    inboundMessageId: id ?? `in-${last}`,
  };
  return of.inbound('inbound', message);
};

/** The provider's word on a text it took. */
export const receipt = (of: Pipeline, messageId: string, eventType: 'TEXT_SENT' | 'TEXT_DELIVERED'): string => {
  const text = of.provider.texts.find((one) => one.messageId === messageId);
  return of.inbound('receipts', {
    eventType,
    eventVersion: '1.0',
    eventTimestamp: of.now(),
    isFinal: eventType === 'TEXT_DELIVERED',
    destinationPhoneNumber: text?.to ?? '',
    messageId,
    messageRequestTimestamp: text?.at ?? 0,
    context: {},
  });
};

export const textsTo = (of: Pipeline, phone: string): readonly string[] =>
  of.provider.texts.filter((one) => one.to === phone).map((one) => one.text);

export const casesOf = (of: Pipeline): CaseStore =>
  createCaseStore(createReader(of.engine.client, of.engine.tableName));

/** Ids of all cases, as the table holds them. */
export async function caseIds(of: Pipeline): Promise<readonly string[]> {
  const { client, tableName } = of.engine;
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  return Items.filter((item) => item['pk']?.S?.startsWith('CASE#') === true && item['sk']?.S === 'SNAPSHOT').map(
    (item) => (item['pk']?.S ?? '').slice('CASE#'.length),
  );
}

export async function wholeCase(of: Pipeline, customerId: string): Promise<WholeCase> {
  const [newest] = await casesOf(of).idsOfCustomer(customerId, 5);
  const whole = newest === undefined ? undefined : await casesOf(of).whole(newest);
  if (whole === undefined) throw new Error(`customer ${customerId}: got no case`);
  return whole;
}

export const caseNow = async (of: Pipeline, customerId: string): Promise<Case> =>
  (await wholeCase(of, customerId)).stored.state;
