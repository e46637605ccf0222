import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import { contactId, customerId } from '#domain/ids.ts';
import { keyItem } from '#store/attributes.ts';
import * as contactCodec from '#store/codecs/contact.ts';
import * as codec from '#store/codecs/customer.ts';
import { contactKey, snapshotKey } from '#store/keys.ts';
import {
  contactPut,
  contactStands,
  createPersonStore,
  customerChange,
  customerTouch,
  type PersonRecord,
  pointerTouch,
} from '#store/people/customer-store.ts';
import { createReader } from '#store/reader.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { contactOf, customerOf, registered } from '../../support/records.ts';
import { anyContact, anyCustomer } from '../../support/table/any-person.ts';
import { itemSize } from '../../support/table/item-size.ts';
import { meterUnits } from '../../support/table/units.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
let vault: Vault;
beforeAll(async () => {
  engine = await startEngine();
  vault = vaultOn(engine);
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);
const store = () => createPersonStore(reader(), vault);

async function given(customer: Customer, contacts: readonly EmergencyContact[] = []): Promise<PersonRecord> {
  const advance = await customerChange({ before: undefined, after: customer, entry: registered() }, vault);
  const also = await Promise.all(contacts.map((one) => contactPut(undefined, one, vault)));
  expect(await ledgerOn(engine).commit({ advances: [advance], also })).toEqual({ kind: 'committed' });
  const person = await store().load(customer.id);
  if (person === undefined) throw new Error('not stored');
  return person;
}

test('a customer reads back as written: number by number, consent by consent', () => {
  fc.assert(
    fc.property(anyCustomer, (customer) => {
      const item = { ...codec.toItem(customer), ...keyItem(snapshotKey('customer', customer.id)) };
      const back = codec.fromItem({ ...item, v: { N: String(customer.version) } }, codec.personalText(customer));
      expect(back).toEqual(customer);
      expect(codec.personalText(back)).toBe(codec.personalText(customer));
    }),
  );
});

test('an emergency contact reads back as written', () => {
  fc.assert(
    fc.property(anyContact, (contact) => {
      const item = { ...contactCodec.toItem(contact), ...keyItem(contactKey(contact.customerId, contact.contactId)) };
      const back = contactCodec.fromItem(item, contactCodec.personalText(contact));
      expect(back).toEqual(contact);
      expect(contactCodec.personalText(back)).toBe(contactCodec.personalText(contact));
    }),
  );
});

test('an item of another schema is refused, never read as an empty one', () => {
  expect(() => codec.fromItem({ ...codec.toItem(customerOf()), sc: { N: '9' } }, '{}')).toThrow('customer schema');
  expect(() => contactCodec.fromItem({ ...contactCodec.toItem(contactOf()), sc: { N: '9' } }, '{}')).toThrow(
    'contact schema',
  );
});

test('AP-12: a customer comes with all emergency contacts, in two requests of one unit each', async () => {
  const id = customerId('whole');
  await given(customerOf({ id }), [
    contactOf({ customerId: id, contactId: contactId('k1') }),
    contactOf({ customerId: id, contactId: contactId('k2'), removed: true }),
  ]);
  const client = new DynamoDBClient({ endpoint: engine.endpoint });
  const meter = meterUnits(client);
  const metered = createPersonStore(createReader(client, engine.tableName), vault);

  const { result, units } = await meter.of(() => metered.load(id));

  expect(result?.customer.state.phones.map((one) => one.value.reveal())).toEqual(['+8613900000001', '+8613900000002']);
  expect(result?.contacts.map((one) => [one.contactId, one.removed ?? false])).toEqual([
    ['k1', false],
    ['k2', true],
  ]);
  expect(units).toEqual({ reads: 2, writes: 0, requests: 2 });
  client.destroy();
});

test('who never named an emergency contact comes in one request; an item that does not tell is looked through', async () => {
  const alone = customerId('alone');
  const untold = customerId('untold');
  await given(customerOf({ id: alone, hasContacts: false }));
  await given(customerOf({ id: untold }), [contactOf({ customerId: untold })]);
  const client = new DynamoDBClient({ endpoint: engine.endpoint });
  const meter = meterUnits(client);
  const metered = createPersonStore(createReader(client, engine.tableName), vault);

  const { result, units } = await meter.of(() => metered.load(alone));

  expect(result?.customer.state).toMatchObject({ id: alone, hasContacts: false });
  expect(units).toEqual({ reads: 1, writes: 0, requests: 1 });
  expect(await reader().get(snapshotKey('customer', untold))).not.toHaveProperty('nc');
  expect((await metered.load(untold))?.contacts).toHaveLength(1);
  client.destroy();
});

test('AP-13: one emergency contact with the key of its own', async () => {
  const id = customerId('one-contact');
  const person = await given(customerOf({ id }), [contactOf({ customerId: id })]);

  const found = await store().contact(id, 'k1');

  expect(found?.contact.name.reveal()).toBe('王大明');
  expect(found?.key).not.toEqual(person.key);
  expect(await store().contact(id, 'nobody')).toBeUndefined();
  expect(await store().load('nobody')).toBeUndefined();
});

test('nothing of a person stands in clear, and the snapshot of two phones stays within 1 KB', async () => {
  const id = customerId('sealed');
  await given(customerOf({ id }), [contactOf({ customerId: id })]);

  const items = await reader().collection('CUS#sealed');

  const inClear = JSON.stringify(items.map((item) => Object.entries(item).map(([name, value]) => [name, value.S])));
  expect(inClear).not.toMatch(/王|139000000|example\.com|brother|form-7/u);
  const snapshot = items.find((item) => item['sk']?.S === 'SNAPSHOT');
  expect(itemSize(snapshot ?? {})).toBeLessThanOrEqual(1_024);
});

test('without the key that stood on the item the person can no longer be read', async () => {
  const id = customerId('other-key');
  const one = await customerChange({ before: undefined, after: customerOf({ id }), entry: registered() }, vault);
  const other = await vault.newSubjectKey();
  await ledgerOn(engine).commit({
    advances: [{ ...one, snapshot: { ...one.snapshot, k: { B: other.wrapped } } }],
  });

  await expect(store().load(id)).rejects.toMatchObject({ code: 'crypto.other-key' });
});

test('a change keeps the key, counts the version, and loses against one that was quicker', async () => {
  const id = customerId('changed');
  const { customer, key } = await given(customerOf({ id }));
  const before = { stored: customer, key };
  const after = { ...customer.state, gateVersion: 2, flags: ['vulnerable' as const] };
  const change = await customerChange({ before, after, entry: registered({ type: 'customer.changed' }) }, vault);

  expect(await ledgerOn(engine).commit({ advances: [change] })).toEqual({ kind: 'committed' });
  expect(await ledgerOn(engine).commit({ advances: [change] })).toMatchObject({ kind: 'stale' });
  const now = await store().load(id);
  expect(now?.key).toEqual(key);
  expect(now?.customer.state).toMatchObject({ version: 2, gateVersion: 2, flags: ['vulnerable'] });
});

test('a change is refused when a send was counted meanwhile, so that no send is ever forgotten', async () => {
  const id = customerId('counted');
  const { customer, key } = await given(customerOf({ id }));
  const change = await customerChange(
    { before: { stored: customer, key }, after: customer.state, entry: registered() },
    vault,
  );

  const touch = customerTouch(customer.state, { any: [NOON], debt: [NOON] });
  expect(await ledgerOn(engine).commit({ advances: [], also: [touch] })).toEqual({ kind: 'committed' });

  expect(await ledgerOn(engine).commit({ advances: [change] })).toMatchObject({ kind: 'stale' });
  expect((await store().load(id))?.customer.state).toMatchObject({
    version: 1,
    revision: 2,
    sends: { any: [NOON], debt: [NOON] },
  });
});

test('of two sends that read the same customer one is counted, the other has to look again', async () => {
  const id = customerId('two-sends');
  const { customer } = await given(customerOf({ id }));
  const touches = [
    customerTouch(customer.state, { any: [NOON], debt: [] }),
    pointerTouch(customer.state, [{ caseId: 'c1', kind: 'help' }]),
  ];

  const results = [];
  for (const touch of touches) results.push(await ledgerOn(engine).commit({ advances: [], also: [touch] }));

  expect(results.map((one) => one.kind)).toEqual(['committed', 'stale']);
  expect((await store().load(id))?.customer.state.openCases).toEqual([]);
});

test('a contact that changed since it was judged no longer stands', async () => {
  const id = customerId('stands');
  await given(customerOf({ id }), [contactOf({ customerId: id })]);
  const before = await store().contact(id, 'k1');
  if (before === undefined) throw new Error('not stored');
  const commit = async (also: Parameters<ReturnType<typeof ledgerOn>['commit']>[0]['also']) =>
    (await ledgerOn(engine).commit({ advances: [], also: also ?? [] })).kind;

  expect(await commit([contactStands(before.contact)])).toBe('committed');
  const refused = await contactPut(before, { ...before.contact, refusedAt: NOON }, vault);
  expect(await commit([refused])).toBe('committed');
  expect(await commit([refused])).toBe('stale');
  expect(await commit([contactStands(before.contact)])).toBe('stale');
  expect((await store().contact(id, 'k1'))?.contact).toMatchObject({ version: 2, refusedAt: NOON });
});

test('a person whose key is gone is not there, and takes nobody along', async () => {
  const customer = customerOf({ id: customerId('gone1') });
  const [one, other] = [
    contactOf({ customerId: customer.id, contactId: contactId('k1') }),
    contactOf({ customerId: customer.id, contactId: contactId('k2') }),
  ];
  await given(customer, [one, other]);
  const forget = (key: ReturnType<typeof contactKey>) =>
    engine.client.send(
      new UpdateItemCommand({ TableName: engine.tableName, Key: keyItem(key), UpdateExpression: 'REMOVE k' }),
    );

  await forget(contactKey('gone1', 'k1'));

  const contacts = (await store().load('gone1'))?.contacts ?? [];
  expect(contacts.map((contact) => [contact.contactId, contact.removed === true])).toEqual([
    ['k1', true],
    ['k2', false],
  ]);
  expect(contacts[0]?.name.reveal()).toBe('');
  expect(await store().contact('gone1', 'k1')).toBeUndefined();

  await forget(snapshotKey('customer', 'gone1'));

  expect(await store().load('gone1')).toBeUndefined();
});

test('contacts are read after the version that guards them: none is older than it', async () => {
  const { id } = (await given(customerOf({ id: customerId('u-order') }))).customer.state;
  const table = reader();
  const between = {
    ...table,
    get: async (key: Parameters<typeof table.get>[0]) => {
      const read = await table.get(key);
      const added = await contactPut(
        undefined,
        contactOf({ customerId: id, contactId: contactId('c-between') }),
        vault,
      );
      await ledgerOn(engine).commit({ advances: [], also: [added] });
      return read;
    },
  };

  const loaded = await createPersonStore(between, vault).load(id);

  expect(loaded?.contacts.map((one) => one.contactId)).toEqual(['c-between']);
});
