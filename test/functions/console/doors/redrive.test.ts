import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeadLetter, DeadLetters } from '#channels/dead-letters.ts';
import { createIds } from '#runtime/ids.ts';
import { createReader } from '#store/reader.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import { apiOf } from '../../../../functions/console/live-api.ts';
import { joinRedrive, OPS_DOORS } from '../../../../functions/console/redrive/live-redrive.ts';
import { NOON } from '../../../support/cases.ts';
import { type Ask, agent, ops, requestOf, toldBy } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { recordingSurroundings } from '../../../support/runtime/fakes-runtime.ts';
import { lambdaContext } from '../../../support/runtime/lambda-events.ts';
import { vaultOn } from '../../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const REDRIVE = 'POST /v1/ops/redrive';
const queues = ['Dispatch.urgent', 'Intake.Events', 'Intake.BusEvents'].map((name) => ({
  name,
  url: `https://sqs/${name}`,
  deadLetters: `https://sqs/${name}-dead`,
}));

/** Queues that hand out at most ten at a time, and one body that no queue takes. */
function deskWith(dead: Record<string, readonly string[]>) {
  const held = new Map<string, DeadLetter[]>(
    Object.entries(dead).map(([name, bodies]) => [
      `https://sqs/${name}-dead`,
      bodies.map((body, at) => ({
        id: `${name}-${at}`,
        body,
        sentAt: NOON,
        senderId: 'AROACORE',
        receipt: `${name}-${at}`,
      })),
    ]),
  );
  const hidden = new Set<string>();
  const sent: { url: string; body: string }[] = [];
  const deadLetters: DeadLetters = {
    take: (url, most) => {
      const some = (held.get(url) ?? []).filter(({ receipt }) => !hidden.has(receipt)).slice(0, Math.min(10, most));
      for (const { receipt } of some) hidden.add(receipt);
      return Promise.resolve(some);
    },
    send: (url, bodies) => {
      const refused = bodies.flatMap((body, at) => (body === 'refused' ? [at] : []));
      sent.push(...bodies.filter((body) => body !== 'refused').map((body) => ({ url, body })));
      return Promise.resolve(refused);
    },
    remove: (url, receipts) => {
      held.set(
        url,
        (held.get(url) ?? []).filter(({ receipt }) => !receipts.includes(receipt)),
      );
      return Promise.resolve();
    },
  };
  const vault = vaultOn(engine);
  const around = recordingSurroundings();
  const needs = joinRedrive({
    db: engine.client,
    tableName: engine.tableName,
    vault,
    clock: { businessNow: () => NOON, wallNow: () => NOON, fromWire: Number },
    ids: createIds(),
    queues,
    eventsUrl: 'https://sqs/Intake.Events',
    busQueueName: 'Intake.BusEvents',
    deadLetters,
    depth: (url) => Promise.resolve({ visible: held.get(url)?.length ?? 0, inFlight: 0, delayed: 0 }),
    log: around.log,
  });
  const handler = apiOf(OPS_DOORS, () => needs, around);
  const ask = async (body: object, how: Ask = {}) =>
    toldBy(await handler(requestOf(REDRIVE, {}, { as: ops, body, ...how }), lambdaContext()));
  const reader = createReader(engine.client, engine.tableName);
  const kept = createQuarantineStore({ reader, db: engine.client, table: engine.tableName, vault });
  return { ask, sent, around, kept };
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `{"a":"CASE#c${at}"}`);

test('dead letters go back to their queue as they were, and are gone from where they lay', async () => {
  const { ask, sent } = deskWith({ 'Dispatch.urgent': many(25) });

  const told = await ask({ queue: 'Dispatch.urgent' });

  expect(told).toMatchObject({ status: 200, body: { queue: 'Dispatch.urgent', moved: 25, failed: 0, deadLetters: 0 } });
  expect(sent).toEqual(many(25).map((body) => ({ url: 'https://sqs/Dispatch.urgent', body })));
});

test('a request moves no more than it says, and never more than a hundred', async () => {
  const { ask } = deskWith({ 'Dispatch.urgent': many(130) });

  expect((await ask({ queue: 'Dispatch.urgent', limit: 12 })).body).toMatchObject({ moved: 12, deadLetters: 118 });
  expect((await ask({ queue: 'Dispatch.urgent' })).body).toMatchObject({ moved: 100, deadLetters: 18 });
  expect((await ask({ queue: 'Dispatch.urgent', limit: 101 })).status).toBe(400);
});

test('what cannot be sent stays where it is, and is told', async () => {
  const { ask } = deskWith({ 'Dispatch.urgent': ['{"a":"CASE#c1"}', 'refused'] });

  expect((await ask({ queue: 'Dispatch.urgent' })).body).toMatchObject({ moved: 1, failed: 1, deadLetters: 1 });
});

test.each([
  ['Intake.Events', 'queue'],
  ['Intake.BusEvents', 'bus'],
] as const)('an event of %s is applied again as whoever sent it first', async (queue, door) => {
  const body = `{"specversion":"1.0","id":"e-${door}"}`;
  const { ask, sent, kept } = deskWith({ [queue]: [body] });

  expect((await ask({ queue })).body).toMatchObject({ moved: 1 });

  const { replay } = JSON.parse(sent[0]?.body ?? '{}') as { replay: string };
  expect(sent[0]?.url).toBe('https://sqs/Intake.Events');
  expect(await kept.get(replay)).toMatchObject({ door, senderId: 'AROACORE', body, code: 'queue.dead-letter' });
});

test('a wish to try an event again goes back as it is', async () => {
  const { ask, sent } = deskWith({ 'Intake.Events': ['{"replay":"000001780452000.x"}'] });

  await ask({ queue: 'Intake.Events' });

  expect(sent).toEqual([{ url: 'https://sqs/Intake.Events', body: '{"replay":"000001780452000.x"}' }]);
});

test('a queue of no such name, and a role that looks after none, move nothing', async () => {
  const { ask, sent } = deskWith({ 'Dispatch.urgent': many(1) });

  expect((await ask({ queue: 'https://sqs/Dispatch.urgent' })).status).toBe(404);
  expect((await ask({ queue: 'Dispatch.urgent' }, { as: agent })).status).toBe(403);
  expect(sent).toEqual([]);
});

test('the same key moves once', async () => {
  const { ask, sent } = deskWith({ 'Dispatch.urgent': many(30) });
  const once = () => ask({ queue: 'Dispatch.urgent', limit: 10 }, { key: 'redrive-once' });

  expect([(await once()).body, (await once()).body]).toMatchObject([{ moved: 10 }, { moved: 10 }]);
  expect(sent).toHaveLength(10);
});

test('who moved how many stands in the log', async () => {
  const { ask, around } = deskWith({ 'Dispatch.urgent': many(2) });

  await ask({ queue: 'Dispatch.urgent' });

  expect(JSON.stringify(around)).toContain('dead letters redriven');
});
