import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '#domain/time.ts';
import { binary, keyItem, number } from '#store/attributes.ts';
import { toItem } from '#store/codecs/complaint.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { snapshotKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { complaintOf } from '../../support/complaints/complaints.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { meterUnits, type UnitMeter } from '../../support/table/units.ts';

const OPEN = 2_000;
const BATCH = 25;
const PAGE = 50;
let engine: Engine;
let meter: UnitMeter;
beforeAll(async () => {
  engine = await startEngine();
  // Before the client's first call: it keeps the middleware it began with.
  meter = meterUnits(engine.client);
  for (let from = 0; from < OPEN; from += BATCH) await put(from);
});
afterAll(() => engine.stop());

const idOf = (index: number): string => `m${String(index).padStart(5, '0')}`;

/** The later a complaint is made here, the sooner it is due. */
function itemOf(index: number): WriteRequest {
  const id = idOf(index);
  const { clocks, ...of } = complaintOf({ id, customerId: `u${index}` });
  const due = clocks.map((clock) => ({ ...clock, dueAt: clock.dueAt - index * MINUTE }));
  const kept = { v: number(1), hd: binary(new Uint8Array(32)) };
  return {
    PutRequest: { Item: { ...toItem({ ...of, clocks: due }), ...keyItem(snapshotKey('complaint', id)), ...kept } },
  };
}

const put = (from: number) =>
  engine.client.send(
    new BatchWriteItemCommand({
      RequestItems: { [engine.tableName]: Array.from({ length: BATCH }, (_, index) => itemOf(from + index)) },
    }),
  );

test('AP-63: of thousands of open complaints a page of the board is two requests, wherever it begins', async () => {
  const { board } = createComplaintStore(createReader(engine.client, engine.tableName));
  const hardship = { department: 'hardship', resolved: false } as const;
  const first = await meter.of(() => board(hardship, { limit: PAGE }));
  const after = first.result.next ?? '';
  const second = await meter.of(() => board(hardship, { limit: PAGE, after }));

  expect([first.units.requests, second.units.requests]).toEqual([2, 2]);
  const ids = [...first.result.complaints, ...second.result.complaints].map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 2 * PAGE }, (_, index) => idOf(OPEN - 1 - index)));
});
