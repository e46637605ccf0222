import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createEarlyChanges, type EarlyChange, earlyOps } from '#store/people/early-change.ts';
import { createRegistry } from '#store/people/registry.ts';
import { createPointStore } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { customerInput } from '../../support/records.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const early = () => createEarlyChanges(createReader(engine.client, engine.tableName));
const note = async (id: string, now: EarlyChange, stood?: EarlyChange) => {
  const before = stood ?? (await early().of(id));
  return ledgerOn(engine).commit({ advances: [], also: earlyOps(id, { stood: before, now, wallNow: NOON }) });
};

/** First records, each of which hears what changed before it by `of`. */
function registryOn(of = early().of) {
  const reader = createReader(engine.client, engine.tableName);
  const vault = vaultOn(engine);
  const people = createPersonStore(reader, vault);
  const registry = createRegistry({
    ledger: ledgerOn(engine),
    people,
    points: createPointStore(reader),
    entries: (id, limit) => createTimeline(reader).newest('customer', id, limit),
    vault,
    cases: createCaseStore(reader),
    complaints: createComplaintStore(reader),
    customerCases: createCustomerCases(reader),
    early: { of },
    now: () => NOON,
  });
  const phones = [{ value: sensitive('+8613900000881'), source: 'contract' }];
  const mails = [{ value: sensitive('e@example.com'), source: 'contract' }];
  return {
    register: (id: string) =>
      registry.upsertCustomer({ ...customerInput({ customerId: customerId(id) }), phones, mails }),
    since: async (id: string) => {
      const state = (await people.load(id))?.customer.state;
      return [...(state?.phones ?? []), ...(state?.mails ?? [])].map((one) => one.since);
    },
  };
}

test('AP-103: what changed before the first record is known by its newest, numbers and mail addresses apart', async () => {
  await note('e1', { phones: NOON - HOUR });
  await note('e1', { phones: NOON - DAY });
  await note('e1', { mails: NOON - DAY });

  expect(await early().of('e1')).toEqual({ phones: NOON - HOUR, mails: NOON - DAY });
  expect(await early().of('e2')).toEqual({});
});

test('a change that comes while the first record is being written is not missed by it', async () => {
  let reads = 0;
  const { register, since } = registryOn(async (id) => {
    const stood = await early().of(id);
    reads += 1;
    if (reads === 1) await note(id, { phones: NOON - HOUR });
    return stood;
  });

  expect(await register('e3')).toEqual({ kind: 'written' });
  expect(await since('e3')).toEqual([NOON - HOUR, 0]);
  expect(reads).toBe(2);
});

test('once the record stands a change is not kept beside it, nor where another was quicker', async () => {
  await registryOn().register('e4');
  await note('e5', { phones: NOON });

  expect(await note('e4', { phones: NOON })).toMatchObject({ kind: 'stale' });
  expect(await note('e5', { phones: NOON }, {})).toMatchObject({ kind: 'stale' });
});
