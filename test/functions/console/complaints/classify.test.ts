import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { createAudit } from '#store/audit.ts';
import { createPointStore } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { clerk, complaintDesk, stranger, supervisor } from '../../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../../support/records.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

const heldOf = async (): Promise<readonly string[]> =>
  ((await desk.api.needs.people.load('u1'))?.customer.state.holds ?? []).map(({ rule, cause }) => `${cause} ${rule}`);

test('staff put the category right: clocks from the first receipt, and the timeline tells old and new with the reason', async () => {
  await desk.received('sort1');

  const told = await desk.move('sort1', 'classify', { category: 'credit_record', reason: '实为征信异议' });

  expect(told).toMatchObject({ status: 200, body: { category: 'credit_record', version: 2 } });
  const clocks = told.body['clocks'] as readonly { policy: string; kind: string; startedAt: string }[];
  expect(clocks.find(({ policy, kind }) => policy === 'cn-credit-record' && kind === 'decide')?.startedAt).toBe(
    told.body['receivedAt'],
  );
  expect((await desk.shown('sort1')).body['timeline']).toMatchObject([
    {},
    {
      type: 'complaint.classified',
      text: '实为征信异议',
      facts: { was: { category: 'repayment_hardship' }, now: { category: 'credit_record' } },
    },
  ]);
});

test('a debt denied is in dispute on the customer from that moment on', async () => {
  await desk.received('sort2');

  await desk.move('sort2', 'classify', { category: 'not_owed', flags: ['false_overdue'], reason: '客户称已还清' });

  expect(await heldOf()).toEqual(expect.arrayContaining(['sort2 hold.complaint', 'sort2 hold.dispute']));
});

test('who is found to ask for silence is silent on every number and mail address of theirs, in the same step, and says it once', async () => {
  const person = customerOf({
    id: customerId('u7'),
    phones: ['+8613900000001', '+8613900000002', '+8613900000003'].map((one) => addressOf(one)),
    mails: [addressOf('u7@example.com')],
  });
  const { version: _version, revision: _revision, ...known } = person;
  await desk.records.customer(known);
  const points = createPointStore(createReader(engine.client, engine.tableName));
  const own = [...person.phones, ...person.mails].map(({ point }) => point);
  const silentSince = async () => (await points.loadAll(own)).map((stored) => stored?.state.optOut);
  await desk.received('sort5', { customerId: 'u7', point: pointOf('+8613900000001') });

  await desk.move('sort5', 'classify', { flags: ['stop_contact'], reason: '客户说不要再联系' });

  const silent = await silentSince();
  expect(silent.map((one) => one?.at)).toEqual(own.map(() => desk.api.time.now));
  expect(silent.slice(0, 3).map((one) => one?.purposes)).toEqual(['all', 'all', 'all']);
  expect(silent[3]?.purposes).toContain('debt_reminder');
  expect(silent[3]?.purposes).not.toContain('complaint_followup');
  const told = await createAudit(createReader(engine.client, engine.tableName)).verify(
    'point',
    pointOf('+8613900000003'),
  );
  expect(told).toMatchObject({ ok: true, entries: 1 });
  await desk.move('sort5', 'classify', { flags: [], reason: '误' });
  expect((await silentSince()).every((one) => one !== undefined)).toBe(true);
});

test('a third party who asks for silence speaks for the number they came from alone', async () => {
  const points = createPointStore(createReader(engine.client, engine.tableName));
  await desk.received('sort6', { point: pointOf('+8613900000077'), audience: 'contact', contactId: 'k7' });

  await desk.move('sort6', 'classify', { flags: ['stop_contact'], reason: '联系人要求停止' });

  expect((await points.load(pointOf('+8613900000077')))?.state.optOut).toMatchObject({ purposes: 'all' });
});

test('P1 is lowered by a supervisor, not by an agent', async () => {
  await desk.received('sort3', { flags: ['self_harm'], severity: 'P1', lane: 'urgent' });
  const body = { flags: [], reason: '误报' };

  expect(await desk.move('sort3', 'classify', body)).toMatchObject({
    status: 403,
    body: { code: 'complaint.needs-supervisor' },
  });
  expect(await desk.move('sort3', 'classify', body, supervisor)).toMatchObject({ body: { severity: 'P3' } });
});

test.each([
  ['without a reason', { category: 'not_owed' }, 400, 'request.invalid'],
  ['of an unknown category', { category: 'weather', reason: 'x' }, 400, 'request.invalid'],
  ['of an unknown flag', { flags: ['angry'], reason: 'x' }, 400, 'request.invalid'],
  ['that changes nothing', { reason: 'x' }, 409, 'complaint.illegal-move'],
  ['on an older version', { category: 'not_owed', reason: 'x', expectedVersion: 9 }, 409, 'complaint.version-moved'],
])('a correction %s is refused, and nothing moves', async (what, body, status, code) => {
  const id = `bad-${what.replaceAll(' ', '-')}`;
  await desk.received(id);

  expect(await desk.move(id, 'classify', body)).toMatchObject({ status, body: { code } });
  expect((await desk.shown(id)).body).toMatchObject({ version: 1, category: 'repayment_hardship' });
});

test('a complaint that is over is not sorted anew, and one of another department is not there', async () => {
  await desk.received('sort4');
  const body = { category: 'not_owed', reason: 'x' };

  expect((await desk.move('sort4', 'classify', body, stranger)).status).toBe(404);
  await desk.move('sort4', 'withdraw', { reason: '客户撤回' }, clerk);
  expect(await desk.move('sort4', 'classify', body)).toMatchObject({
    status: 409,
    body: { code: 'complaint.illegal-move', legal: ['note', 'link'] },
  });
});
