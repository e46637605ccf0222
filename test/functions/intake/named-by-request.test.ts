import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PolicyBook } from '#domain/policy/book.ts';
import { bundledPolicies } from '#policies/book.ts';
import { createIds, sha256Hex } from '#runtime/ids.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createPointStore } from '#store/point-store.ts';
import { joinRecords } from '../../../functions/console/live-records.ts';
import { joinWrites } from '../../../functions/console/live-writes.ts';
import { NOON } from '../../support/cases.ts';
import { admin, consoleOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { recordingSurroundings } from '../../support/runtime/fakes-runtime.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const shipped = bundledPolicies(sha256Hex);
const telling: PolicyBook = { ...shipped, limits: { ...shipped.limits, contactNotice: true } };

/** The staff API where policy tells contacts that they were named, or as shipped. */
function apiWith(book: PolicyBook) {
  const vault = vaultOn(engine);
  const clock = { businessNow: () => NOON, wallNow: () => NOON, fromWire: Number };
  const events = {
    queue: { sendAll: () => Promise.resolve([]), depth: () => Promise.reject(new Error('none')) },
    url: 'q',
  };
  const { log } = recordingSurroundings();
  const parts = { db: engine.client, tableName: engine.tableName, vault, clock, ids: createIds(), events, log };
  const records = joinRecords(parts);
  const { reader } = records;
  const [people, points, cases] = [createPersonStore(reader, vault), createPointStore(reader), createCaseStore(reader)];
  const { registry } = joinWrites(parts, { records, people, points, cases, book });
  return consoleOn(engine, { needs: { ...consoleOn(engine).needs, registry } });
}

async function named(api: ReturnType<typeof consoleOn>, id: string, phones: readonly string[]): Promise<unknown[]> {
  const ids = { id, contactId: 'k1' };
  await api.ask('PUT /v1/customers/{id}', { id }, { as: admin, body: { name: '王小明' } });
  for (const phone of phones) {
    const body = { name: '李四', phone, consent: true };
    const { status } = await api.ask('PUT /v1/customers/{id}/contacts/{contactId}', ids, { as: admin, body });
    expect(status).toBe(200);
    api.time.now += 1;
  }
  const { body } = await api.ask('GET /v1/cases', {}, { as: admin, query: { customerId: id } });
  return body['items'] as unknown[];
}

test('where policy asks for it, a contact put on record is told so once, and once more at a new number', async () => {
  const cases = await named(apiWith(telling), 'n1', ['+8613900007001', '+8613900007001', '+8613900007002']);

  expect(cases).toHaveLength(2);
  expect(cases).toMatchObject([{ purpose: 'account_service' }, { purpose: 'account_service' }]);
});

test('as shipped nobody who is put on record is told', async () => {
  expect(await named(apiWith(shipped), 'n2', ['+8613900007003'])).toEqual([]);
});
