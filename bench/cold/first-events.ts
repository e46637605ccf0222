import { gzipSync } from 'node:zlib';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { anomaly, knows } from '../../test/support/pipeline/events.ts';
import { ask, caseNow, eventOf, push, textIn } from '../../test/support/pipeline/people.ts';
import { type Pipeline, settle } from '../../test/support/pipeline/pipeline.ts';
import type { FunctionName } from '../../test/support/pipeline/process.ts';
import { openStream } from '../../test/support/pipeline/stream.ts';
import { apiEvent, snsEnvelope, sqsEvent, sqsRecord } from '../../test/support/runtime/lambda-events.ts';

/**
 * What each function is given: first something light, that ends after a call or two (work that is already done, a text
 * that came before, a question about health), then the work it is there for, never the same twice.
 */
export type FirstEvents = Readonly<
  Record<FunctionName | 'floor', { readonly light: (nth: number) => unknown; readonly work: (nth: number) => unknown }>
>;

type Person = { readonly id: string; readonly phone: string };
const person = (n: number): Person => ({ id: `bench-${n}`, phone: `+8619911${String(n).padStart(6, '0')}` });
const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`bench: got no ${what}`);
  return value;
};

/** Cases that were asked and wait for their answer, and cases whose first text is yet to go: one of each a round. */
export async function firstEvents(of: Pipeline, rounds: number): Promise<FirstEvents> {
  const asked = Array.from({ length: rounds + 1 }, (_, n) => person(n));
  const due = Array.from({ length: rounds }, (_, n) => person(1_000 + n));
  for (const one of [...asked, ...due]) await push(of, knows(of, one));
  await settle(of);
  for (const one of asked) await push(of, anomaly(one.id));
  await settle(of);
  const tokens = await Promise.all(asked.map(async (one) => (await caseNow(of, one.id)).token ?? ''));
  for (const one of due) await push(of, anomaly(one.id));
  while (await of.relay());
  const work: string[] = [];
  for (let taken = of.queues.take('urgent'); taken.length > 0; taken = of.queues.take('urgent'))
    work.push(...taken.map((one) => one.body));
  const whole = await caseNow(of, must(asked[0], 'person').id);
  const entries = await entryRecords(of);
  const done = sqsEvent(sqsRecord({ a: `CASE#${whole.id}`, seq: 1, hops: 0 }));
  const heard = must(asked.at(-1), 'person');
  const before = snsEnvelope(reply(heard, { token: '', n: -1 }));
  textIn(of, heard.phone, '1', 'bench-in--1');
  await settle(of);
  const complaint = await complaintOf(of, whole.customerId);
  const both = (event: (nth: number) => unknown) => ({ light: event, work: event });
  return {
    floor: both((n) => sqsEvent(sqsRecord({ id: `floor-${n}-${crypto.randomUUID()}` }))),
    'accept-events': { light: (n) => posted(of, n), work: (n) => posted(of, 1_000 + n) },
    'receive-events': {
      light: (n) => sqsEvent(sqsRecord(payment(of, 10_000 + n))),
      work: (n) => sqsEvent(sqsRecord(payment(of, 11_000 + n))),
    },
    'advance-case': { light: () => done, work: (n) => sqsEvent(sqsRecord(must(work[n], 'work message'))) },
    'receive-reply': {
      light: () => sqsEvent(sqsRecord(before)),
      work: (n) => sqsEvent(sqsRecord(snsEnvelope(reply(must(asked[n], 'person'), { token: tokens[n] ?? '', n })))),
    },
    'record-receipt': {
      light: () => sqsEvent(sqsRecord(snsEnvelope({ ...receiptOf(of, 0), eventType: 'TEXT_UNHEARD_OF' }))),
      work: (n) => sqsEvent(sqsRecord(snsEnvelope(receiptOf(of, n)))),
    },
    relay: both(() => entries),
    project: both(() => entries),
    'start-sweep': both(() => ({ time: new Date(of.now()).toISOString() })),
    sweep: both((n) => sqsEvent(sqsRecord({ lane: 'urgent', shard: n % 8, admit: 100, rescue: false }))),
    'staff-api': { light: () => health, work: () => caseRequest(whole.id) },
    // Without a signature: the secrets stand with another service.
    'read-delivery-logs': both(() => ({ awslogs: { data: noLines } })),
    'accept-webhook': both(() => apiEvent({ method: 'POST', pathParams: { channel: 'mail' }, body: '{}' })),
    'advance-complaint': {
      light: (n) => sqsEvent(sqsRecord({ a: `CMP#none-${n}`, hops: 0 })),
      work: () => sqsEvent(sqsRecord({ a: `CMP#${complaint}`, hops: 0 })),
    },
    'complaint-api': { light: (n) => complaintRequest(`none-${n}`), work: () => complaintRequest(complaint) },
    'privacy-api': both((n) => erasureRequest(`none-${n}`)),
    'ops-api': both(() => redriveRequest),
  };
}

async function complaintOf(of: Pipeline, customerId: string): Promise<string> {
  const body = { channel: 'web', customerId, text: '我还不上信用卡,希望分期还款,请帮帮我' };
  const { status, body: told } = await ask(of, { method: 'POST', path: '/v1/complaints', body });
  if (status >= 300) throw new Error(`bench: got ${status} ${JSON.stringify(told)} for a complaint`);
  await settle(of);
  return String(told['id']);
}

/** A batch of the delivery logs without a line, as CloudWatch hands it over. */
const noLines = gzipSync(JSON.stringify({ messageType: 'CONTROL_MESSAGE', logEvents: [] })).toString('base64');

const health = apiEvent({ method: 'GET', path: '/v1/health', routeKey: 'GET /v1/health' });

const payment = (of: Pipeline, n: number): Record<string, unknown> =>
  eventOf(of, {
    type: 'account.transaction-posted',
    data: {
      accountId: `bench-account-${n}`,
      customerId: `bench-customer-${n}`,
      transactionId: `t${n}`,
      amount: { amount: '36.50', currency: 'CNY' },
      direction: 'debit',
      sequence: 1,
      postedAt: new Date(of.now()).toISOString(),
    },
  });

const posted = (of: Pipeline, n: number): unknown =>
  apiEvent({
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(payment(of, n)),
    claims: { client_id: 'core', scope: 'liaison/producer', sub: 'core' },
  });

const reply = ({ phone }: Person, { token, n }: { token: string; n: number }): object => ({
  originationNumber: phone,
  destinationNumber: '+861069000001',
  messageKeyword: 'KEYWORD',
  messageBody: `${token}1`,
  inboundMessageId: `bench-in-${n}`,
});

function receiptOf(of: Pipeline, n: number): object {
  const text = must(of.provider.texts[n], 'text');
  return {
    eventType: 'TEXT_DELIVERED',
    eventTimestamp: of.now(),
    isFinal: true,
    destinationPhoneNumber: text.to,
    messageId: text.messageId,
  };
}

const caseRequest = (id: string): unknown => oneOf('cases', id);
const complaintRequest = (id: string): unknown => oneOf('complaints', id);

const oneOf = (kind: 'cases' | 'complaints', id: string): unknown =>
  apiEvent({
    method: 'GET',
    path: `/v1/${kind}/${id}`,
    routeKey: `GET /v1/${kind}/{id}`,
    pathParams: { id },
    claims: { sub: 's', client_id: 'console', username: 'li.na', 'cognito:groups': '[admin]' },
  });

const privacyClaims = { sub: 's', client_id: 'console', username: 'li.na', 'cognito:groups': '[admin]' };
const erasureRequest = (customerId: string): unknown =>
  apiEvent({
    method: 'POST',
    path: `/v1/subjects/${customerId}/erase`,
    routeKey: 'POST /v1/subjects/{customerId}/erase',
    pathParams: { customerId },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'asked' }),
    claims: privacyClaims,
  });
const redriveRequest = apiEvent({
  method: 'POST',
  path: '/v1/ops/redrive',
  routeKey: 'POST /v1/ops/redrive',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ queue: 'none' }),
  claims: privacyClaims,
});

/** Ten timeline entries as the stream brings them. */
async function entryRecords(of: Pipeline): Promise<DynamoDBStreamEvent> {
  const page = await (await openStream(of.engine.endpoint, of.engine.tableName)).next();
  return { Records: must(page, 'stream page').Records.slice(-10) };
}
