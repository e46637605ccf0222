import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromItem } from '#store/codecs/entry.ts';
import { lateEntry } from '#store/received/late-entry.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { entriesUnder } from '../../support/feedback/table.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { meterUnits } from '../../support/table/units.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const draftAt = (at: number) =>
  ({ type: 'event.late', actor: { kind: 'producer', source: 'urn:bank:core' }, at, facts: {}, effects: [] }) as const;

test('AP-92: an event that came too late is one entry, at its first coming, in one write', async () => {
  const ledger = ledgerOn(engine);
  const meter = meterUnits(engine.client);
  const identity = ['account', 'a1', '7'];

  expect((await ledger.commit({ advances: [], also: [lateEntry(identity, draftAt(NOON))] })).kind).toBe('committed');
  expect(meter.spent()).toMatchObject({ requests: 1, writes: 2 });
  expect((await ledger.commit({ advances: [], also: [lateEntry(identity, draftAt(NOON + 1))] })).kind).toBe('stale');
  await ledger.commit({ advances: [], also: [lateEntry(['account', 'a17'], draftAt(NOON))] });

  const entries = (await entriesUnder(engine, 'LATE#')).map(fromItem);
  expect(entries.map(({ at, seq }) => [at, seq])).toEqual([
    [NOON, 1],
    [NOON, 1],
  ]);
  expect(new Set(entries.map(({ aggregate }) => aggregate)).size).toBe(2);
});
