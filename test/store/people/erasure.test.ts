import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryDraft } from '#domain/effects.ts';
import { createAudit } from '#store/audit.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import {
  contactErased,
  createErasedPeople,
  customerErased,
  legalHoldLifted,
  legalHoldPut,
  metErased,
  noLegalHold,
} from '#store/people/erasure.ts';
import { createErasureList } from '#store/people/erasure-list.ts';
import { createErasureOrders } from '#store/people/erasure-orders.ts';
import { createReader } from '#store/reader.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { makeErasures } from '../../support/privacy/desk.ts';
import { subjectOn } from '../../support/privacy/subjects.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
let vault: ReturnType<typeof vaultOn>;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  vault = vaultOn(engine);
  table = await makeErasures(engine);
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);
const list = () => createErasureList({ reader: createReader(engine.client, table), table, vault });
const people = () => createPersonStore(reader(), vault);
const entry: EntryDraft = {
  type: 'customer.erased',
  actor: { kind: 'staff', id: 'desk.1' },
  at: NOON,
  facts: {},
  effects: [],
};
const load = async (id: string) => {
  const person = await people().load(id);
  if (person === undefined) throw new Error(`no customer ${id}`);
  return person;
};

test('AP-94, AP-95: somebody erased is known as such, and the record that is left verifies', async () => {
  const { customerId } = await subjectOn(engine, vault, { id: '1' });
  const { customer, contacts } = await load(customerId);
  const erased = createErasedPeople(reader());
  expect([await erased.customer(customerId), await erased.contact(customerId, 'k1')]).toEqual([undefined, undefined]);

  const also = contacts.map((one) => contactErased(one, NOON));
  const result = await ledgerOn(engine).commit({ advances: [customerErased(customer, entry)], also });

  expect(result.kind).toBe('committed');
  expect([await erased.customer(customerId), await erased.contact(customerId, 'k1')]).toEqual([NOON, NOON]);
  expect(await people().load(customerId)).toBeUndefined();
  expect((await createAudit(reader()).verify('customer', customerId))?.ok).toBe(true);
});

test('whoever writes on the old record loses, and sees that somebody was erased there', async () => {
  const { customerId } = await subjectOn(engine, vault, { id: '2' });
  const { customer } = await load(customerId);
  const ledger = ledgerOn(engine);
  await ledger.commit({ advances: [customerErased(customer, entry)] });

  const late = await ledger.commit({ advances: [customerErased(customer, entry)] });

  expect(late.kind === 'stale' && metErased(late.failed)).toBe(true);
});

test('AP-96: nobody is erased against a legal hold, also when it comes in the last moment', async () => {
  const { customerId } = await subjectOn(engine, vault, { id: '3' });
  const { customer } = await load(customerId);
  const ledger = ledgerOn(engine);
  const erased = createErasedPeople(reader());
  const change = { advances: [customerErased(customer, entry)], also: [noLegalHold(customerId)] };
  await ledger.commit({ advances: [], also: [legalHoldPut(customerId, NOON)] });

  expect(await erased.isHeld(customerId)).toBe(true);
  expect((await ledger.commit(change)).kind).toBe('stale');
  await ledger.commit({ advances: [], also: [legalHoldLifted(customerId)] });
  expect(await erased.isHeld(customerId)).toBe(false);
  expect((await ledger.commit(change)).kind).toBe('committed');
});

test('AP-97, AP-98: the list stands in a table of its own, in the order of ids, with the reason under its own key', async () => {
  const ledger = ledgerOn(engine);
  const lines = [
    { customerId: 'z2', at: NOON, by: 'desk.1', reason: '来函' },
    { customerId: 'z1', contactId: 'k1', at: NOON, by: 'desk.2', reason: 'asked' },
  ];
  for (const line of lines) await ledger.commit({ advances: [], also: [await list().put(line)] });

  expect(await list().get('z1', 'k1')).toEqual(lines[1]);
  expect(await list().get('z1')).toBeUndefined();
  const first = await list().page({ limit: 1 });
  expect(first).toEqual({ erasures: [lines[1]], next: 'z1#k1' });
  expect((await list().page({ limit: 9, after: 'z1#k1' })).erasures).toEqual([lines[0]]);
});

test('AP-99: an order keeps whom it names, who gave it and who approved it', async () => {
  const orders = createErasureOrders({ reader: reader(), vault });
  const order = { id: 'o1', at: NOON, by: 'desk.1', reason: '销户', subjects: [{ customerId: 'u1' }] };
  const ledger = ledgerOn(engine);
  await ledger.commit({ advances: [], also: [await orders.put(order, NOON)] });

  expect(await orders.get('o1')).toEqual(order);
  await ledger.commit({ advances: [], also: [orders.approve(order, 'desk.2')] });
  expect(await orders.get('o1')).toEqual({ ...order, approvedBy: 'desk.2' });
  expect((await ledger.commit({ advances: [], also: [orders.approve(order, 'desk.3')] })).kind).toBe('stale');
  expect(await orders.get('never')).toBeUndefined();
});
