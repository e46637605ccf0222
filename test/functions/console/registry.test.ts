import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedNumber } from '#domain/contact/point.ts';
import { MINUTE } from '#domain/time.ts';
import { PURPOSES } from '#domain/words.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { pointAdvance, unknownPoint } from '#store/point-store.ts';
import { NOON } from '../../support/cases.ts';
import { agent, consoleOn, producer, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
});
afterAll(() => engine.stop());

const PUT = 'PUT /v1/customers/{id}';
const GET = 'GET /v1/customers/{id}';
const CONTACT = '/v1/customers/{id}/contacts/{contactId}';
const record = {
  name: '王小明',
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  phones: [{ number: '+8613900000001', source: 'contract', verifiedAt: '2026-05-01T00:00:00Z', kind: 'mobile' }],
  mails: ['wang@example.com'],
  consents: [{ purpose: 'survey', channel: 'sms', proof: 'form-1', at: '2026-05-01T00:00:00Z' }],
  flags: { vulnerable: true },
  asOf: '2026-06-01T00:00:00Z',
};
const put = (id: string, body: object = record) => api.ask(PUT, { id }, { as: producer, body });
const get = (id: string, as = producer) => api.ask(GET, { id }, { as });

test('puts a customer on record and gives it back as it was put', async () => {
  const told = await put('r1');

  expect(told).toMatchObject({
    status: 200,
    body: {
      customerId: 'r1',
      ...record,
      mails: [{ address: 'wang@example.com', source: 'customer' }],
      holds: [],
      contacts: [],
      version: 1,
    },
  });
  expect(await get('r1')).toEqual(told);
});

test('a body may repeat the ids of its path; another id there means somebody else, and nothing is written', async () => {
  expect((await put('rep1', { customerId: 'rep1', ...record })).status).toBe(200);
  expect(await put('rep2', { customerId: 'rep1', ...record })).toMatchObject({
    status: 400,
    body: { issues: [{ pointer: '/customerId' }] },
  });
  expect((await get('rep2')).status).toBe(404);

  const ids = { id: 'rep1', contactId: 'k1' };
  const body = { customerId: 'rep1', contactId: 'k1', name: '王妈妈' };
  expect((await api.ask(`PUT ${CONTACT}`, ids, { as: producer, body })).status).toBe(200);
  expect((await api.ask(`PUT ${CONTACT}`, ids, { as: producer, body: { ...body, contactId: 'k2' } })).status).toBe(400);
});

test('the same record again changes nothing; an older one is refused; a newer one replaces the whole', async () => {
  await put('r2');

  const again = await put('r2');
  const older = await put('r2', { ...record, name: 'old', asOf: '2026-05-31T00:00:00Z' });
  const newer = await put('r2', { name: '王大明', asOf: '2026-06-02T00:00:00Z' });

  expect(again.body['version']).toBe(1);
  expect(older).toMatchObject({ status: 409, body: { code: 'event.older' } });
  expect(newer.body).toMatchObject({ name: '王大明', phones: [], mails: [], flags: {}, version: 2 });
  expect(newer.body).not.toHaveProperty('consents');
});

test('who put it is on the record: a producer by its name, an administrator as staff', async () => {
  await put('r3');
  await api.ask(PUT, { id: 'r3' }, { body: { ...record, name: '李', asOf: '2026-06-02T00:00:00Z' } });

  expect((await api.needs.customerEntries('r3', 9)).map(({ actor }) => actor)).toEqual([
    { kind: 'staff', id: 'root' },
    { kind: 'producer', source: 'core-banking' },
  ]);
});

test.each([
  ['a number that rings nowhere', { phones: ['+8610000000000'] }, '/phones/0'],
  ['a number that is none', { phones: ['13900000001'] }, '/phones/0'],
  ['eleven numbers', { phones: Array.from({ length: 11 }, () => '+8613900000001') }, '/phones'],
  ['a zone that is none', { timezone: 'Mars/Base' }, '/timezone'],
  ['a time without offset', { asOf: '2026-06-01T00:00:00' }, '/asOf'],
  [
    'a purpose that is none',
    { consents: [{ purpose: 'marketing', proof: 'x', at: '2026-06-01T00:00:00Z' }] },
    '/consents/0/purpose',
  ],
  ['no name', { name: undefined }, '/name'],
])('refuses a record with %s, says where, and keeps nothing', async (_what, change, pointer) => {
  const told = await put('r-bad', { ...record, ...change });

  expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  expect(JSON.stringify(told.body['issues'])).toContain(`"${pointer}`);
  expect(JSON.stringify(told.body)).not.toMatch(/1390000|Mars|marketing/u);
  expect((await get('r-bad')).status).toBe(404);
});

test('shows what stands against a number; who read the words of the opt-out is on the customer’s record', async () => {
  await put('r4', { ...record, phones: ['+8613900000044', '+8613900000045'] });
  const id = await api.needs.pointOf('+8613900000044');
  const before = (await api.needs.points.load(id)) ?? unknownPoint(id);
  const key = await api.vault.newSubjectKey();
  const seq = before.state.version + 1;
  const place = { ...entryKey(aggregateName('point', id), seq), attribute: 's' };
  const sealed = key.seal(place, sealedNumber({ number: '+8613900000044', text: '退订' }));
  const state = {
    ...before.state,
    key: key.wrapped,
    optOut: { at: NOON, purposes: ['survey'], seq } as const,
    quarantine: { at: NOON + MINUTE, reason: 'wrong-person' },
  };
  const entry = { type: 'point.opted-out', actor: { kind: 'customer' }, at: NOON, facts: {}, effects: [] } as const;
  await records.commit({ advances: [{ ...pointAdvance(before, state, entry), sealed }] });

  const told = await get('r4');

  expect(told.body['phones']).toMatchObject([
    {
      number: '+8613900000044',
      optOut: { at: '2026-06-03T02:00:00Z', text: '退订', purposes: ['survey'] },
      quarantine: { at: '2026-06-03T02:01:00Z', reason: 'wrong-person' },
    },
    { number: '+8613900000045' },
  ]);
  expect((told.body['phones'] as object[])[1]).not.toHaveProperty('optOut');
  expect((await api.needs.customerEntries('r4', 1))[0]).toMatchObject({ type: 'texts.read', facts: { of: 'opt-out' } });
});

test('shows which of a customer’s apps asked for silence', async () => {
  const [silent, open] = ['arn:aws:sns:eu-west-2:1:endpoint/GCM/Bank/a', 'arn:aws:sns:eu-west-2:1:endpoint/GCM/Bank/b'];
  await put('r5', { ...record, pushEndpoints: [silent, open] });
  const before = unknownPoint(await api.needs.pointOf(silent));
  const state = { ...before.state, optOut: { at: NOON, purposes: 'all' } as const };
  const entry = { type: 'point.opted-out', actor: { kind: 'customer' }, at: NOON, facts: {}, effects: [] } as const;
  await records.commit({ advances: [pointAdvance(before, state, entry)] });

  const told = await get('r5');

  expect(told.body['pushEndpoints']).toEqual([silent, open]);
  expect(told.body['pushPoints']).toEqual([
    { endpoint: silent, optOut: { at: '2026-06-03T02:00:00Z', purposes: [...PURPOSES] } },
    { endpoint: open },
  ]);
});

const kin = {
  name: '王大明',
  relation: 'brother',
  order: 2,
  phone: '+8613900000009',
  consent: { given: true, proof: 'form-7' },
};

test('an emergency contact is put, shown, listed with its customer, and removed', async () => {
  await put('r5');
  const ids = { id: 'r5', contactId: 'k1' };

  const told = await api.ask(`PUT ${CONTACT}`, ids, { as: producer, body: kin });
  const customer = await get('r5');
  const shown = await api.ask(`GET ${CONTACT}`, ids, { as: { role: 'privacy' } });
  const removed = await api.ask(`DELETE ${CONTACT}`, ids, { as: producer });
  const gone = await api.ask(`GET ${CONTACT}`, ids, { as: producer });
  const again = await api.ask(`DELETE ${CONTACT}`, ids, { as: producer });

  expect(told).toMatchObject({ status: 200, body: { customerId: 'r5', contactId: 'k1', ...kin, version: 1 } });
  expect(shown).toEqual(told);
  expect(customer.body['contacts']).toEqual([{ contactId: 'k1', order: 2, relation: 'brother' }]);
  expect(removed).toMatchObject({ status: 200, body: { customerId: 'r5', contactId: 'k1', removed: true } });
  expect([gone.status, again.status]).toEqual([404, 404]);
  expect((await get('r5')).body['contacts']).toEqual([]);
});

test('refuses a contact of nobody on record, and an eleventh contact', async () => {
  const stranger = await api.ask(`PUT ${CONTACT}`, { id: 'nobody', contactId: 'k1' }, { as: producer, body: kin });
  await put('r6');
  for (let n = 1; n <= 10; n += 1) {
    await api.ask(`PUT ${CONTACT}`, { id: 'r6', contactId: `k${n}` }, { as: producer, body: kin });
  }
  const full = await api.ask(`PUT ${CONTACT}`, { id: 'r6', contactId: 'k11' }, { as: producer, body: kin });

  expect(stranger).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
  expect(full).toMatchObject({ status: 409, body: { code: 'event.contacts-full' } });
});

test('looks a number up: everybody on record with it; who looked stands on the number’s own record', async () => {
  await put('r7', { ...record, name: '李雷', phones: ['+8613900000070'] });
  await put('r8', { ...record, name: '韩梅', phones: [] });
  await api.ask(
    `PUT ${CONTACT}`,
    { id: 'r8', contactId: 'k1' },
    { as: producer, body: { ...kin, phone: '+8613900000070' } },
  );

  const told = await api.ask('POST /v1/lookup', {}, { as: agent, body: { phone: '+8613900000070' } });

  expect(told.status).toBe(200);
  expect(told.body['holders']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'customer', customerId: 'r7', name: '李雷' }),
      expect.objectContaining({
        kind: 'contact',
        customerId: 'r8',
        contactId: 'k1',
        name: '王大明',
        relation: 'brother',
      }),
    ]),
  );
  const point = await api.needs.points.load(await api.needs.pointOf('+8613900000070'));
  const entry = await api.needs.entryOf('point', await api.needs.pointOf('+8613900000070'), point?.state.version ?? 0);
  expect(entry).toMatchObject({ type: 'point.looked-up', actor: { kind: 'staff', id: 'li.na' }, facts: {} });
});

test('looking for a number nobody has finds nobody, and is recorded all the same', async () => {
  const told = await api.ask('POST /v1/lookup', {}, { as: agent, body: { phone: '+8613900000099' } });

  expect(told).toMatchObject({ status: 200, body: { holders: [] } });
  expect((await api.needs.points.load(await api.needs.pointOf('+8613900000099')))?.state.version).toBe(1);
});

test('finds a number however it was written when it was put on record', async () => {
  await put('r9', { ...record, phones: ['+4407911123456'] });

  for (const phone of ['+4407911123456', '+447911123456']) {
    const told = await api.ask('POST /v1/lookup', {}, { as: agent, body: { phone } });
    expect(told.body['holders']).toMatchObject([{ customerId: 'r9' }]);
  }
});

test.each(['13900000001', '+86', 'tel:1', ''])('refuses to look up %j', async (phone) => {
  const told = await api.ask('POST /v1/lookup', {}, { as: agent, body: { phone } });

  expect(told).toMatchObject({ status: 400, body: { issues: [{ pointer: '/phone' }] } });
});
