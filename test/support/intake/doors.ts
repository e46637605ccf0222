import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Case } from '#domain/case/case.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { ProducerGrant } from '#runtime/env.contract.ts';
import { createIds } from '#runtime/ids.ts';
import { createAccountStore } from '#store/account-store.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createReader } from '#store/reader.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import { joinWhole } from '../../../functions/intake/apply/live-whole.ts';
import { BATCH, type EventType, STRUCTURED } from '../../../functions/intake/events.contract.ts';
import { joinIntake } from '../../../functions/intake/live.ts';
import type { Parts } from '../../../functions/intake/live-accounts.ts';
import { eventsApi, eventsQueue } from '../../../functions/intake/live-doors.ts';
import { NOON } from '../cases.ts';
import type { Engine } from '../engine.ts';
import { recordingSurroundings, standingClock } from '../runtime/fakes-runtime.ts';
import { apiEvent, type RequestDraft, sqsEvent, sqsRecord } from '../runtime/lambda-events.ts';
import { vaultOn } from '../vaults.ts';

export type WireEvent = Readonly<Record<string, unknown>> & { readonly data: Readonly<Record<string, unknown>> };

let events = 0;
/** A CloudEvent of the bank's core system with an id of its own. */
export const eventOf = (
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  envelope: Readonly<Record<string, unknown>> = {},
): WireEvent => ({
  specversion: '1.0',
  id: `event-${(events += 1)}`,
  source: 'urn:bank:core',
  type,
  time: at(0),
  data,
  ...envelope,
});

/** RFC 3339 of so many milliseconds after noon. */
export const at = (ms: number): string => new Date(NOON + ms).toISOString();

const CNY = (amount: string) => ({ amount, currency: 'CNY' });

/** Events of account `a1` of customer `u1`, by sequence. */
export const accountEvents = {
  flagged: (sequence: number, data: object = {}) =>
    eventOf('liaison.account.overdue-flagged.v1', {
      accountId: 'a1',
      customerId: 'u1',
      sequence,
      overdueAmount: CNY('300.00'),
      daysPastDue: 3,
      asOf: at(0),
      ...data,
    }),
  cleared: (sequence: number, data: object = {}) =>
    eventOf('liaison.account.overdue-cleared.v1', {
      accountId: 'a1',
      customerId: 'u1',
      sequence,
      asOf: at(0),
      ...data,
    }),
  state: (sequence: number, data: object = {}) =>
    eventOf('liaison.account.state-changed.v1', {
      accountId: 'a1',
      customerId: 'u1',
      sequence,
      product: 'loan',
      status: 'active',
      asOf: at(0),
      ...data,
    }),
  spent: (sequence: number, data: object = {}) =>
    eventOf('liaison.account.transaction-posted.v1', {
      accountId: 'a1',
      customerId: 'u1',
      sequence,
      transactionId: `t${sequence}`,
      amount: CNY('52.30'),
      direction: 'debit',
      channel: 'pos',
      category: 'grocery',
      counterparty: 'shop-1',
      postedAt: at(0),
      ...data,
    }),
};

export const help = (data: object = {}, envelope: object = {}): WireEvent =>
  eventOf(
    'liaison.customer.help-requested.v1',
    { customerId: 'u1', kind: 'family-emergency', ...data },
    { ...envelope },
  );

export const customer = (data: object = {}, envelope: object = {}): WireEvent =>
  eventOf(
    'liaison.customer.upserted.v1',
    {
      customerId: 'u1',
      name: '王小明',
      locale: 'zh-CN',
      timezone: 'Asia/Shanghai',
      jurisdiction: 'CN',
      phones: [{ number: '+8613900000001', source: 'contract', verifiedAt: at(0) }],
      ...data,
    },
    { ...envelope },
  );

export const PRODUCER = { sub: 's', client_id: 'core', scope: 'liaison/producer' };

/** Queue that the event bus of the tests fills. */
const BUS_QUEUE = 'arn:aws:sqs:eu-west-2:000000000000:bus-events';
let put = 0;
/** What the event bus puts around an event. Source: EventBridge user guide, "Event structure". */
export const busEnvelope = (event: WireEvent, around: object = {}) => ({
  version: '0',
  id: `bus-${(put += 1)}`,
  'detail-type': event['type'],
  source: event['source'],
  account: '000000000000',
  time: at(0),
  region: 'eu-west-2',
  resources: [],
  detail: event,
  ...around,
});

export type Answer = {
  readonly status: number | undefined;
  readonly headers: APIGatewayProxyStructuredResultV2['headers'];
  readonly body: Readonly<Record<string, unknown>>;
};

export type IntakeChange = Partial<Pick<Parts, 'db' | 'grants'>> & {
  readonly now?: number;
  readonly book?: PolicyBook;
};

/** Both doors of intake on an engine, with a clock that stands at noon unless it is put elsewhere. */
export function intakeOn(engine: Engine, change: IntakeChange = {}) {
  const around = recordingSurroundings();
  const time = { now: change.now ?? NOON };
  const clock = { ...standingClock(NOON), businessNow: () => time.now, wallNow: () => time.now };
  const grants: readonly ProducerGrant[] = change.grants ?? [
    { client: 'core', sources: ['urn:bank:core'] },
    { principal: 'AIDAEXAMPLE', sources: ['urn:bank:core'] },
  ];
  const vault = vaultOn(engine);
  const parts: Parts = {
    db: change.db ?? engine.client,
    tableName: engine.tableName,
    vault,
    clock,
    ids: createIds(),
    metrics: around.metrics,
    log: around.log,
    locale: 'zh-CN',
    grants,
    busQueueArn: BUS_QUEUE,
  };
  const joined = joinWhole(parts);
  const needs = change.book === undefined ? joined : { ...joined, book: change.book };
  const doors = { ...joinIntake(parts), whole: () => Promise.resolve(needs) };
  const api = eventsApi(() => doors, around);
  const queue = eventsQueue(() => doors, { around, clock });
  const reader = createReader(engine.client, engine.tableName);
  const push = async (body: string, draft: RequestDraft = {}): Promise<Answer> => {
    const headers = { 'content-type': STRUCTURED };
    const answer = await api(apiEvent({ claims: PRODUCER, headers, body, ...draft }));
    if (typeof answer !== 'object') throw new Error('got a bare text, expected an answer');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: JSON.parse(answer.body ?? '{}') as Answer['body'],
    };
  };
  return {
    needs,
    around,
    vault,
    clockTo: (now: number): void => {
      time.now = now;
    },
    push,
    /** One event by HTTP. */
    one: (event: unknown, draft: RequestDraft = {}) => push(JSON.stringify(event), draft),
    /** A batch by HTTP. */
    batch: (list: readonly unknown[]) => push(JSON.stringify(list), { headers: { 'content-type': BATCH } }),
    /** Messages of the queue, each a text or what becomes one; answers the ids of those that failed. */
    receive: async (...messages: readonly unknown[]): Promise<readonly string[]> => {
      const answer = await queue(sqsEvent(...messages.map((one) => sqsRecord(one))));
      return answer.batchItemFailures.map((failure) => failure.itemIdentifier);
    },
    /** Messages of the queue that the bus fills. */
    hearBus: async (...messages: readonly unknown[]): Promise<readonly string[]> => {
      const answer = await queue(sqsEvent(...messages.map((one) => sqsRecord(one, { eventSourceARN: BUS_QUEUE }))));
      return answer.batchItemFailures.map((failure) => failure.itemIdentifier);
    },
    account: (id = 'a1') => createAccountStore(reader, engine.client, engine.tableName).load(id),
    cases: createCaseStore(reader),
    inbox: async () => (await createInboxStore(reader, vault).page({ now: time.now, limit: 100 })).messages,
    quarantine: createQuarantineStore({ reader, db: engine.client, table: engine.tableName, vault }),
    /** Cases of a customer, oldest first. */
    casesOf: async (customerId = 'u1'): Promise<readonly Case[]> => {
      const store = createCaseStore(reader);
      const found = await store.loadAll(await store.idsOfCustomer(customerId, 50));
      return found
        .flatMap((one) => (one === undefined ? [] : [one.state]))
        .toSorted((one, other) => one.openedAt - other.openedAt);
    },
  };
}
export type IntakeUnderTest = ReturnType<typeof intakeOn>;
