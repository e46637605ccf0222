import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY } from '#domain/time.ts';
import { createAccountStore } from '#store/account-store.ts';
import { text } from '#store/attributes.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import { accountOf } from '../../../support/accounts.ts';
import { NOON, openedCase } from '../../../support/cases.ts';
import { agent, consoleOn, ops, producer, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { pointOf } from '../../../support/records.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
  await records.customer();
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);

test('tells the newest known state of an account', async () => {
  const state = {
    sequence: 12,
    asOf: NOON,
    source: 'urn:bank:core',
    status: 'overdue',
    overdue: { minor: 30_000, currency: 'CNY' },
    daysPastDue: 3,
  };
  const store = createAccountStore(reader(), engine.client, engine.tableName);
  await store.write(
    undefined,
    accountOf({ state, flaggedAt: NOON - DAY, openCases: [{ caseId: 'c9', kind: 'overdue' }] }),
  );

  const told = await api.ask('GET /v1/accounts/{id}', { id: 'a1' }, { as: producer });

  expect(told).toMatchObject({
    status: 200,
    body: {
      accountId: 'a1',
      customerId: 'u1',
      sequence: 12,
      asOf: '2026-06-03T02:00:00Z',
      status: 'overdue',
      overdueAmount: { amount: '300.00', currency: 'CNY' },
      daysPastDue: 3,
      overdueSince: '2026-06-02T02:00:00Z',
      openCases: [{ caseId: 'c9', kind: 'overdue' }],
    },
  });
});

test('an account nobody has told us of is not there', async () => {
  expect((await api.ask('GET /v1/accounts/{id}', { id: 'a2' }, { as: producer })).status).toBe(404);
});

test('lists texts that matched nothing, newest first, numbers masked; who reads them is recorded', async () => {
  const inbox = createInboxStore(reader(), api.vault);
  for (const n of [1, 2, 3]) {
    const message = {
      id: `0${n}`,
      at: NOON + n,
      from: '+8613900000001',
      text: `第${n}条`,
      point: pointOf('+8613900000001'),
      ...(n === 2 ? { customerId: 'u1' } : {}),
    };
    await records.commit({ advances: [], also: [await inbox.put(message, NOON)] });
  }

  const first = await api.ask('GET /v1/inbox', {}, { as: agent, query: { limit: '2' } });
  const rest = await api.ask(
    'GET /v1/inbox',
    {},
    { as: agent, query: { limit: '2', cursor: String(first.body['cursor']) } },
  );

  expect(first.body['items']).toMatchObject([
    { id: '03', from: '**********0001', text: '第3条', at: '2026-06-03T02:00:00.003Z' },
    { id: '02', customerId: 'u1' },
  ]);
  expect(rest.body).toMatchObject({ items: [{ id: '01' }] });
  expect(JSON.stringify([first, rest])).not.toContain('13900000001');
  expect(await api.needs.customerEntries('u1', 9)).toMatchObject([
    { type: 'texts.read', actor: { kind: 'staff', id: 'li.na' }, facts: { of: 'inbox' } },
    { type: 'customer.registered' },
  ]);
  // Twice within the hour is one entry; the number is nobody's, and has a record of its own.
  const point = (await api.needs.points.load(pointOf('+8613900000001')))?.state;
  expect(point?.version).toBe(1);
  expect(await api.needs.entryOf('point', pointOf('+8613900000001'), 1)).toMatchObject({
    type: 'texts.read',
    actor: { kind: 'staff', id: 'li.na' },
    facts: { of: 'inbox' },
  });
});

const quarantine = () =>
  createQuarantineStore({ reader: reader(), db: engine.client, table: engine.tableName, vault: api.vault });
const bad = (name: string, body: string, at = NOON) =>
  quarantine().put(
    {
      name,
      at,
      code: 'event.invalid',
      issues: [{ pointer: '/data/amount', message: 'missing' }],
      door: 'queue',
      senderId: 'core',
      body,
    },
    NOON,
  );

test('lists what could not be applied by its own names, never by its data', async () => {
  const event = { source: 'urn:bank:core', id: 'e-1', type: 'liaison.anomaly.reported.v1', data: { name: '王芳' } };
  await bad('m1', JSON.stringify(event));
  await bad('m2', JSON.stringify({ source: 'aws', id: 'bus-1', detail: { ...event, id: 'e-2' } }), NOON + 1);
  await bad('m3', '{ 王芳', NOON + 2);

  const told = await api.ask('GET /v1/ops/quarantine', {}, { as: ops });

  expect(told.body['items']).toMatchObject([
    { code: 'event.invalid', event: {} },
    { event: { id: 'e-2', source: 'urn:bank:core' } },
    {
      door: 'queue',
      senderId: 'core',
      issues: [{ pointer: '/data/amount', detail: 'missing' }],
      event: { id: 'e-1', type: 'liaison.anomaly.reported.v1' },
    },
  ]);
  expect(JSON.stringify(told.body)).not.toContain('王芳');
});

test('pages through quarantine', async () => {
  const first = await api.ask('GET /v1/ops/quarantine', {}, { as: ops, query: { limit: '2' } });
  const rest = await api.ask(
    'GET /v1/ops/quarantine',
    {},
    { as: ops, query: { cursor: String(first.body['cursor']) } },
  );

  expect([first.body['items'], rest.body['items']]).toMatchObject([[{}, {}], [{ event: { id: 'e-1' } }]]);
  expect(await api.ask('GET /v1/ops/quarantine', {}, { as: ops, query: { cursor: 'x' } })).toMatchObject({
    status: 400,
  });
});

test('sends a message back for another try, by its id alone, and says who did', async () => {
  const id = await bad('m4', '{}');

  const told = await api.ask('POST /v1/ops/quarantine/{id}/replay', { id }, { as: ops });

  expect(told).toMatchObject({ status: 202, body: { id, state: 'replaying' } });
  expect(api.sent).toEqual([{ replay: id }]);
  expect(api.around.lines).toContainEqual({
    level: 'info',
    message: 'quarantined message replayed',
    fields: { messageId: id, staffId: 'op.1' },
  });
});

test('takes a message out for good, once, and says who did', async () => {
  const id = await bad('m5', '{}');
  const discard = () => api.ask('POST /v1/ops/quarantine/{id}/discard', { id }, { as: ops });

  expect(await discard()).toMatchObject({ status: 200, body: { id, state: 'discarded' } });
  expect(await discard()).toMatchObject({ status: 404 });
  expect(api.around.lines).toContainEqual({
    level: 'info',
    message: 'quarantined message discarded',
    fields: { messageId: id, staffId: 'op.1' },
  });
});

test.each(['replay', 'discard'])('refuses to %s what is not in quarantine', async (move) => {
  for (const id of ['nothing', '000000000000001.aaaaaaaaaaaaaaaaaaaaaa']) {
    expect((await api.ask(`POST /v1/ops/quarantine/{id}/${move}`, { id }, { as: ops })).status).toBe(404);
  }
});

const verify = (aggregateId: string, role: 'privacy' | 'supervisor' = 'privacy') =>
  api.ask('GET /v1/audit/{aggregateId}/verify', { aggregateId }, { as: { role, departments: ['fraud-desk'] } });

test('verifies the record of a case, by its full name or its bare id', async () => {
  await records.opened(openedCase({ id: 'ver1' }));

  for (const name of ['CASE#ver1', 'CASE%23ver1', 'ver1', 'CUS#u1', 'u1']) {
    expect(await verify(name)).toMatchObject({ status: 200, body: { ok: true } });
  }
});

test('finds an entry that was changed', async () => {
  await records.opened(openedCase({ id: 'ver2' }));
  const place = entryKey(aggregateName('case', 'ver2'), 1);
  const { Item } = await engine.client.send(
    new GetItemCommand({
      TableName: engine.tableName,
      Key: { pk: text(place.pk), sk: text(place.sk) },
    }),
  );
  await engine.client.send(
    new PutItemCommand({ TableName: engine.tableName, Item: { ...Item, f: text('{"id":"other"}') } }),
  );

  expect(await verify('CASE#ver2')).toMatchObject({ status: 200, body: { ok: false, entries: 1, firstBad: 1 } });
});

test('what was never written, or is of another department, has no record to verify', async () => {
  await records.opened(openedCase({ id: 'ver3', department: 'collections' }));

  expect((await verify('CASE#none')).status).toBe(404);
  expect((await verify('XYZ#ver3')).status).toBe(404);
  expect((await verify('CASE#ver3', 'supervisor')).status).toBe(404);
  expect((await verify('ver3', 'supervisor')).status).toBe(404);
  expect((await verify('CASE#ver3')).status).toBe(200);
});
