import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountId, customerId as customerIdOf } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import { accountPut } from '#store/account-store.ts';
import { createReader } from '#store/reader.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import { accountOf } from '../../../support/accounts.ts';
import { NOON } from '../../../support/cases.ts';
import { type As, admin, recordsOn } from '../../../support/console.ts';
import { CONTACT_EXPORT, type Desks, EXPORT, openDesks } from '../../../support/privacy/desk.ts';
import { subjectOn } from '../../../support/privacy/subjects.ts';

let { engine, api, desk } = {} as Desks;
beforeAll(async () => void ({ engine, api, desk } = await openDesks()));
afterAll(() => engine.stop());

const reason = '客户来函要求';
const web: As = { role: 'agent', departments: ['contact-centre'], staff: 'web-form' };
const inbox = () => createInboxStore(createReader(engine.client, engine.tableName), api.vault);

test('accounts that no case names are told where they are asked for; somebody else’s are left out', async () => {
  const { customerId } = await subjectOn(engine, api.vault, { id: '401' });
  const state = { sequence: 1, asOf: NOON, source: 'urn:bank:core', overdue: { minor: 100, currency: 'CNY' } };
  const own = accountOf({ id: accountId('own401'), customerId: customerIdOf(customerId), version: 1, state });
  const foreign = accountOf({ id: accountId('foreign401'), customerId: customerIdOf('u-other'), version: 1, state });
  const also = [own, foreign].map((one) => accountPut(undefined, one));
  await recordsOn(engine, api.vault).commit({ advances: [], also });
  const accounts = ['own401', 'foreign401', 'nobody-told-of'];

  const told = await desk.ask(EXPORT, { customerId }, { body: { reason, accounts } });

  expect(told.body['accounts']).toMatchObject([{ accountId: 'own401' }]);
  expect((await desk.ask(EXPORT, { customerId }, { body: { reason } })).body['accounts']).toEqual([]);
});

test('texts that matched nothing are in the document of whoever wrote them, however old their words', async () => {
  const { customerId, phone, kinPhone, points } = await subjectOn(engine, api.vault, { id: '402' });
  const texts = [
    { id: '02', text: '客户的话', from: phone, point: points.own, customerId },
    { id: '03', text: '联系人的话', from: kinPhone, point: points.kin, customerId, matchedContactId: 'k1' },
    { id: '04', text: '别人的话', from: '+8613700000000', point: 'p', customerId: 'u-other' },
    ...Array.from({ length: 101 }, (_, nth) => ({ id: `1${nth}`, text: '无主', from: '+861370', point: 'p' })),
  ];
  for (const one of texts) {
    // Said two days before they came here: listed by when they came.
    const op = await inbox().put({ at: NOON - 2 * DAY, arrivedAt: NOON, ...one }, NOON);
    await desk.needs.commit({ advances: [], also: [op] });
  }

  const own = await desk.ask(EXPORT, { customerId }, { body: { reason } });
  const kin = await desk.ask(CONTACT_EXPORT, { customerId, contactId: 'k1' }, { body: { reason } });

  expect(own.body['inbox']).toEqual([{ at: '2026-06-01T02:00:00Z', from: phone, text: '客户的话' }]);
  expect(kin.body['inbox']).toMatchObject([{ text: '联系人的话' }]);
});

test('what an emergency contact complained of is in their document with its words, and without them in the customer’s', async () => {
  const { customerId, kinPhone } = await subjectOn(engine, api.vault, { id: '403' });
  const body = { channel: 'phone', phone: kinPhone, text: '你们骚扰我，我要投诉' };
  const { body: taken } = await api.ask('POST /v1/complaints', {}, { as: web, body });
  const id = String(taken['id']);
  await api.ask('POST /v1/complaints/{id}/note', { id }, { as: admin, body: { text: '已道歉' } });

  const kin = await desk.ask(CONTACT_EXPORT, { customerId, contactId: 'k1' }, { body: { reason } });
  const own = await desk.ask(EXPORT, { customerId }, { body: { reason } });

  expect(kin.body['complaints']).toMatchObject([{ id, timeline: [{ text: body.text }, { text: '已道歉' }] }]);
  expect(JSON.stringify(own.body)).toContain(id);
  expect(JSON.stringify(own.body)).not.toContain(body.text);
});

test('nobody of staff is named, whatever they did to the complaint', async () => {
  const { customerId } = await subjectOn(engine, api.vault, { id: '404' });
  const { body: taken } = await api.ask(
    'POST /v1/complaints',
    {},
    {
      as: { ...web, staff: 'staff.taker' },
      body: { channel: 'web', customerId, text: '还不上钱，希望分期还款，投诉' },
    },
  );
  const id = String(taken['id']);
  const move = (name: string, body: object) =>
    api.ask(`POST /v1/complaints/{id}/${name}`, { id }, { as: { ...admin, staff: `staff.${name}` }, body });
  await move('assign', { handler: 'staff.handler' });
  await move('extend', { days: 3, reason: '核查', approver: 'staff.approver' });
  const terms = { kind: 'goodwill', amount: { amount: '10.00', currency: 'CNY' } };
  await move('offer', { terms, expiresAt: '2026-06-10' });
  const accepted = await api.ask(
    'POST /v1/complaints/{id}/offers/{offerId}/accept',
    { id, offerId: `${id}.o1` },
    { as: { ...admin, staff: 'staff.enterer' }, body: { reason: '同意' } },
  );
  const contact = { channel: 'call', at: '2026-06-03T02:00:00Z', confirmed: false };
  const resolved = await move('resolve', { answer: '已解决', rootCause: '费用', contact });
  expect([accepted.status, resolved.status]).toEqual([200, 200]);

  const told = await desk.ask(EXPORT, { customerId }, { body: { reason } });

  expect(told.body['complaints']).toMatchObject([{ id, status: 'RESOLVED' }]);
  expect(JSON.stringify(told.body).match(/staff\.\w+/gu)).toBeNull();
});
