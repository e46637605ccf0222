import type { SQSBatchResponse } from 'aws-lambda';
import { fromQueue } from '#runtime/from-queue.ts';
import { createIds } from '#runtime/ids.ts';
import { advanceComplaint } from '../../../functions/complaints/advance-complaint.ts';
import { joinComplaints } from '../../../functions/complaints/live.ts';
import { apiOf } from '../../../functions/console/live-api.ts';
import { joinRedrive, OPS_DOORS } from '../../../functions/console/redrive/live-redrive.ts';
import { ROUTES, type Route } from '../../../functions/console/routes.contract.ts';
import { advance } from '../../../functions/dispatch/advance-case.ts';
import { joinQuarantine, joinReceipts } from '../../../functions/dispatch/live.ts';
import { addressIn } from '../../../functions/dispatch/receipts/read-receipt.ts';
import { ReceiptMessage } from '../../../functions/dispatch/receipts/receipts.contract.ts';
import { recordReceipt } from '../../../functions/dispatch/receipts/record-receipt.ts';
import { WorkMessage } from '../../../functions/ledger/work.contract.ts';
import { type Ask, consoleOn, requestOf, type Told, toldBy } from '../console.ts';
import type { Engine } from '../engine.ts';
import { intakeOn } from '../intake/doors.ts';
import { webhooksOn } from '../intake/webhooks.ts';
import { makeErasures, privacyOn } from '../privacy/desk.ts';
import { replyWorld } from '../replies.ts';
import { recordingSurroundings } from '../runtime/fakes-runtime.ts';
import { lambdaContext, sqsEvent, sqsRecord } from '../runtime/lambda-events.ts';
import { vaultOn } from '../vaults.ts';

export type QueueDoor = 'events' | 'bus' | 'texts' | 'receipts' | 'work' | 'complaints';
export const QUEUE_DOORS: readonly QueueDoor[] = ['events', 'bus', 'texts', 'receipts', 'work', 'complaints'];

export type Doors = {
  readonly ask: (route: Route, ids: Record<string, string>, how: Ask) => Promise<Told>;
  /** Hands a message over; answers whether the queue would bring it again. */
  readonly deliver: (door: QueueDoor, body: string) => Promise<boolean>;
  /** Writes that stood since the last look. */
  readonly writes: () => number;
};

/** Every door of the product in one process, on one table: all routes, every queue. */
export async function everyDoor(engine: Engine): Promise<Doors> {
  await makeErasures(engine);
  const writes = countWrites(engine);
  const api = consoleOn(engine);
  const desk = privacyOn(engine, { vault: api.vault });
  const intake = intakeOn(engine);
  const world = replyWorld(engine);
  const webhook = webhooksOn(world);
  const ops = opsOn(engine, api.vault);
  const queues = queuesOn(engine, world);
  const ask: Doors['ask'] = async (route, ids, how) => {
    const key = `${route.method} ${route.path}`;
    switch (route.handler) {
      case 'accept-events': {
        const body = typeof how.body === 'string' ? how.body : JSON.stringify(how.body ?? {});
        const headers = { 'content-type': 'application/cloudevents+json' };
        const { status = 0, body: said } = await intake.push(body, { headers });
        return { status, headers: {}, body: said };
      }
      case 'accept-webhook': {
        const raw = typeof how.body === 'string' ? how.body : JSON.stringify(how.body ?? {});
        const { status = 0, body } = await webhook('mail', {}, { raw });
        return { status, headers: {}, body };
      }
      case 'privacy-api':
        return desk.ask(key, ids, how);
      case 'ops-api':
        return ops(key, ids, how);
      case 'staff-api':
      case 'complaint-api':
        return api.ask(key, ids, how);
    }
  };
  const deliver: Doors['deliver'] = async (door, body) => {
    switch (door) {
      case 'events':
        return (await intake.receive(body)).length > 0;
      case 'bus':
        return (await intake.hearBus(body)).length > 0;
      case 'texts':
        return failed(await world.deliver(body));
      default:
        return failed(await queues[door](body));
    }
  };
  return { ask, deliver, writes };
}

const failed = ({ batchItemFailures }: SQSBatchResponse): boolean => batchItemFailures.length > 0;

/** Of a table's client: how many requests that write it has answered without an error. */
function countWrites({ client }: Engine): () => number {
  let count = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (/^(?:Put|Update|Delete|Transact.*Write|BatchWrite)/u.test(context.commandName ?? '')) count += 1;
      return answer;
    },
    { step: 'initialize', name: 'countWrites', override: true },
  );
  return () => {
    const since = count;
    count = 0;
    return since;
  };
}

function opsOn(engine: Engine, vault: ReturnType<typeof consoleOn>['vault']) {
  const around = recordingSurroundings();
  const nothing = { take: () => Promise.resolve([]), send: () => Promise.resolve([]), remove: () => Promise.resolve() };
  const needs = joinRedrive({
    db: engine.client,
    tableName: engine.tableName,
    vault,
    clock: { businessNow: () => 0, wallNow: () => Date.now(), fromWire: Number },
    ids: createIds(),
    queues: [{ name: 'Dispatch.urgent', url: 'https://sqs/urgent', deadLetters: 'https://sqs/urgent-dead' }],
    eventsUrl: 'https://sqs/events',
    busQueueName: 'bus',
    deadLetters: nothing,
    depth: () => Promise.resolve({ visible: 0, inFlight: 0, delayed: 0 }),
    log: around.log,
  });
  const handler = apiOf(OPS_DOORS, () => needs, around);
  return async (key: string, ids: Record<string, string>, how: Ask): Promise<Told> =>
    toldBy(await handler(requestOf(key, ids, how), lambdaContext()));
}

function queuesOn(engine: Engine, world: ReturnType<typeof replyWorld>) {
  const around = recordingSurroundings();
  const parts = {
    db: engine.client,
    tableName: engine.tableName,
    vault: vaultOn(engine),
    clock: { businessNow: world.now, wallNow: world.now, fromWire: Number },
    ids: createIds(),
    count: around.metrics.count,
  };
  const quarantine = joinQuarantine(parts);
  const receipts = fromQueue({
    schema: ReceiptMessage,
    envelope: 'sns',
    run: recordReceipt,
    orderOf: addressIn,
    quarantine: (bad) => quarantine(bad),
    live: () => joinReceipts(parts),
    around,
  });
  const work = fromQueue({
    schema: WorkMessage,
    run: advance,
    orderOf: ({ a }) => a,
    quarantine: (bad) => quarantine(bad),
    live: () => world.needs,
    around,
  });
  const complaints = fromQueue({
    schema: WorkMessage,
    run: advanceComplaint,
    orderOf: ({ a }) => a,
    quarantine: (bad) => quarantine(bad),
    live: () => joinComplaints(parts),
    around,
  });
  const sent = { ApproximateReceiveCount: '4', SentTimestamp: String(world.now()), SenderId: 'AIDAEXAMPLE' };
  const brought = (body: string) => {
    const attributes = { ...sent, ApproximateFirstReceiveTimestamp: String(world.now()) };
    return sqsEvent(sqsRecord(body, { attributes }));
  };
  return {
    receipts: (body: string) => receipts(brought(body), lambdaContext()),
    work: (body: string) => work(brought(body), lambdaContext()),
    complaints: (body: string) => complaints(brought(body), lambdaContext()),
  };
}

export const routeOf = (method: string, path: string): Route | undefined =>
  ROUTES.find((route) => route.method === method && route.path === path);
