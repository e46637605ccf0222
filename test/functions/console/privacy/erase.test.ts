import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { accountId, customerId as customerIdOf } from '#domain/ids.ts';
import { accountPut } from '#store/account-store.ts';
import { createAudit } from '#store/audit.ts';
import { createReader } from '#store/reader.ts';
import { erase } from '../../../../functions/console/subjects/erase.ts';
import { accountOf } from '../../../support/accounts.ts';
import { NOON, openedCase } from '../../../support/cases.ts';
import { complaintOf } from '../../../support/complaints/complaints.ts';
import { producer, recordsOn } from '../../../support/console.ts';
import { CONTACT_ERASE, CONTACT_EXPORT, type Desks, ERASE, EXPORT, openDesks } from '../../../support/privacy/desk.ts';
import { readableIn } from '../../../support/privacy/readable.ts';
import { subjectOn } from '../../../support/privacy/subjects.ts';

let { engine, api, desk } = {} as Desks;
beforeAll(async () => void ({ engine, api, desk } = await openDesks()));
afterAll(() => engine.stop());

const body = { reason: '客户来函要求' };
const because = { body };

const given = (id: string, complaint?: Complaint) =>
  subjectOn(engine, api.vault, { id, ...(complaint === undefined ? {} : { complaint }) });
const verified = async (kind: 'customer' | 'case' | 'point', id: string) =>
  (await createAudit(createReader(engine.client, engine.tableName)).verify(kind, id))?.ok;

test('everything held about a customer comes in one document, with texts, and with nobody else’s name', async () => {
  const { customerId, phone, name, text, kin, kinPhone } = await given('1');

  const told = await desk.ask(EXPORT, { customerId }, because);

  expect(told.status).toBe(200);
  expect(told.body).toMatchObject({
    subject: { customerId },
    registry: { name, phones: [{ number: phone, optOut: { at: '2026-06-03T02:00:00Z' } }] },
    cases: [{ id: 'c1', timeline: [{ seq: 1 }, { seq: 2, text }], decisions: { caseId: 'c1' } }],
    complaints: [],
    holds: [],
  });
  const document = JSON.stringify(told.body);
  expect([kin, kinPhone, 'li.na'].filter((other) => document.includes(other))).toEqual([]);
});

test('an account that is somebody else’s is in nobody else’s document, whatever case names it', async () => {
  const { customerId } = await given('11');
  const state = { sequence: 1, asOf: NOON, source: 'urn:bank:core', overdue: { minor: 1_234_500, currency: 'CNY' } };
  const accounts = [
    accountOf({ id: accountId('own11'), customerId: customerIdOf(customerId), version: 1, state }),
    accountOf({ id: accountId('foreign11'), customerId: customerIdOf('u-other'), version: 1, state }),
  ];
  const records = recordsOn(engine, api.vault);
  await records.commit({ advances: [], also: accounts.map((one) => accountPut(undefined, one)) });
  await records.opened(openedCase({ id: 'c11a', customerId, accountId: 'own11' }));
  await records.opened(openedCase({ id: 'c11b', customerId, accountId: 'foreign11' }));

  const { body: told } = await desk.ask(EXPORT, { customerId }, because);

  expect(told['accounts']).toMatchObject([{ accountId: 'own11', overdueAmount: { amount: '12345.00' } }]);
});

test('who took a document, and why, is on the customer’s record', async () => {
  const { customerId } = await given('2');
  await desk.ask(EXPORT, { customerId }, because);

  const person = await desk.needs.people.load(customerId);
  const [newest] = await desk.needs.customerEntries(customerId, 1);
  expect(newest).toMatchObject({ type: 'subject.exported', actor: { kind: 'staff', id: 'desk.1' } });
  const reason = newest === undefined ? undefined : await desk.needs.open(person?.key ?? new Uint8Array(), newest);
  expect(reason).toBe(body.reason);
});

test('an erased customer is gone: the registry, the key, the holders of every number; the opt-out stays', async () => {
  const { customerId, points } = await given('3');

  const told = await desk.ask(ERASE, { customerId }, because);

  expect(told).toMatchObject({
    status: 200,
    body: { customerId, state: 'ERASED', erasedAt: '2026-06-03T02:00:00Z', cases: 1, numbers: 2, optOuts: 1 },
  });
  expect(await desk.needs.people.load(customerId)).toBeUndefined();
  expect(await desk.needs.people.contact(customerId, 'k1')).toBeUndefined();
  const own = (await desk.needs.points.load(points.own))?.state;
  expect(own).toMatchObject({ holders: [], optOut: { at: NOON, purposes: 'all' } });
  expect([own?.key, own?.optOut?.seq]).toEqual([undefined, undefined]);
  expect((await api.ask('GET /v1/customers/{id}', { id: customerId })).status).toBe(404);
});

test('open contacts are stopped, and the chain of every record still verifies', async () => {
  const { customerId, points } = await given('4');
  await desk.ask(ERASE, { customerId }, because);

  expect((await desk.needs.cases.load('c4'))?.state).toMatchObject({ status: 'CLOSED', outcome: 'STOPPED_BY_OPS' });
  expect([
    await verified('customer', customerId),
    await verified('case', 'c4'),
    await verified('point', points.own),
    await verified('point', points.kin),
  ]).toEqual([true, true, true, true]);
});

test('a case is closed too that the list of cases knew before the erasure and does not show after it', async () => {
  const { customerId } = await given('late');
  const { customerCases } = desk.needs;
  let asked = 0;
  const late: typeof customerCases.page = async (...at) => {
    asked += 1;
    const page = await customerCases.page(...at);
    return asked === 1 ? page : { ...page, cases: [] };
  };

  const erased = await erase(
    { customerId },
    { by: 'desk.1', reason: body.reason },
    { ...desk.needs, customerCases: { ...customerCases, page: late } },
  );

  expect(asked).toBe(2);
  expect(erased).toMatchObject({ kind: 'erased', cases: 1 });
  expect((await desk.needs.cases.load('clate'))?.state.status).toBe('CLOSED');
});

test('nothing opens what was theirs: the entry stands and no key in the table fits it', async () => {
  const { customerId, name, text, kin, phone } = await given('5');
  const secrets = [name, text, kin, phone];
  const before = await readableIn(engine, api.vault);
  await desk.ask(ERASE, { customerId }, because);

  const after = await readableIn(engine, api.vault);
  expect(secrets.filter((secret) => !before.includes(secret))).toEqual([]);
  expect(secrets.filter((secret) => after.includes(secret))).toEqual([]);
  expect((await desk.needs.entryOf('case', 'c5', 2))?.sealed).toBeDefined();
  expect((await api.ask('GET /v1/cases/{id}', { id: 'c5' })).status).toBe(200);
});

test('asked again it says the same instant and changes nothing', async () => {
  const { customerId } = await given('6');
  const first = await desk.ask(ERASE, { customerId }, because);

  const again = await desk.ask(ERASE, { customerId }, because);

  expect(again).toMatchObject({ status: 200, body: { erasedAt: first.body['erasedAt'], cases: 0, numbers: 0 } });
  expect((await desk.needs.customerEntries(customerId, 9)).map(({ type }) => type)).toEqual([
    'customer.erased',
    'customer.registered',
  ]);
});

test('no record brings the erased back, by whatever door', async () => {
  const { customerId } = await given('7');
  await desk.ask(ERASE, { customerId }, because);
  const record = { name: '甄金雀', phones: [], mails: [], asOf: '2026-06-04T00:00:00Z' };

  const put = await api.ask('PUT /v1/customers/{id}', { id: customerId }, { as: producer, body: record });

  expect(put).toMatchObject({ status: 409, body: { code: 'event.customer-erased' } });
  expect(await desk.needs.people.load(customerId)).toBeUndefined();
  expect((await desk.ask(EXPORT, { customerId }, because)).body['code']).toBe('subject.erased');
});

test('an open complaint keeps them on record, with its name; nothing is changed', async () => {
  const { customerId, name } = await given('8', complaintOf({ status: 'IN_WORK' }));

  const told = await desk.ask(ERASE, { customerId }, because);

  expect(told).toMatchObject({
    status: 409,
    body: { code: 'subject.held', holds: [{ rule: 'complaint.open', of: 'm8' }] },
  });
  expect((await desk.needs.people.load(customerId))?.customer.state.name.reveal()).toBe(name);
});

test('an order of a court keeps them until it is lifted', async () => {
  const { customerId } = await given('9');
  expect((await desk.ask('POST /v1/subjects/{customerId}/hold', { customerId }, because)).body).toEqual({
    customerId,
    held: true,
  });

  expect((await desk.ask(ERASE, { customerId }, because)).body['holds']).toEqual([{ rule: 'hold.legal' }]);
  await desk.ask('POST /v1/subjects/{customerId}/release', { customerId }, because);
  expect((await desk.ask(ERASE, { customerId }, because)).status).toBe(200);
});

test('an emergency contact is told what is held about them, and goes alone', async () => {
  const { customerId, name, kin, kinPhone, points } = await given('10');
  const ids = { customerId, contactId: 'k1' };

  const told = await desk.ask(CONTACT_EXPORT, ids, because);
  expect(told.body).toMatchObject({ subject: ids, registry: { name: kin, phone: kinPhone }, contacts: [] });
  expect(JSON.stringify(told.body)).not.toContain(name);

  const erased = await desk.ask(CONTACT_ERASE, ids, because);
  expect(erased.body).toMatchObject({ ...ids, state: 'ERASED', cases: 0, numbers: 1 });
  expect(await desk.needs.people.contact(customerId, 'k1')).toBeUndefined();
  expect((await desk.needs.people.load(customerId))?.contacts).toMatchObject([{ contactId: 'k1', removed: true }]);
  expect((await desk.needs.points.load(points.kin))?.state.holders).toEqual([]);
  expect((await desk.needs.points.load(points.own))?.state.holders).toHaveLength(1);
  expect((await desk.needs.cases.load('c10'))?.state.status).not.toBe('CLOSED');
  expect((await desk.ask(CONTACT_EXPORT, ids, because)).body['code']).toBe('subject.erased');
});

test('who is not on record is told as such', async () => {
  for (const route of [ERASE, EXPORT]) {
    expect((await desk.ask(route, { customerId: 'nobody' }, because)).status).toBe(404);
  }
  expect((await desk.ask(CONTACT_ERASE, { customerId: 'nobody', contactId: 'k1' }, because)).status).toBe(404);
});
