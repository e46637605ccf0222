import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPauseStore, pauseKey } from '#store/operations/pause-store.ts';
import { createPointStore } from '#store/point-store.ts';
import { createReader, type Reader } from '#store/reader.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let reader: Reader;
const pauses = () => createPauseStore(reader, engine.client, engine.tableName);
beforeAll(async () => {
  engine = await startEngine();
  reader = createReader(engine.client, engine.tableName);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  for (const { purpose } of await pauses().all()) await pauses().resume(purpose);
});

test('AP-70, AP-71: a pause stands with its time and name; pausing again changes neither', async () => {
  await pauses().pause({ purpose: 'debt_reminder', at: NOON, by: 'op.1' });
  await pauses().pause({ purpose: 'debt_reminder', at: NOON + 1, by: 'op.2' });
  await pauses().pause({ purpose: 'survey', at: NOON, by: 'op.1' });

  expect(await pauses().all()).toEqual([
    { purpose: 'debt_reminder', at: NOON, by: 'op.1' },
    { purpose: 'survey', at: NOON, by: 'op.1' },
  ]);
});

test('AP-72: a resumed purpose is paused no more, and resuming what goes on changes nothing', async () => {
  await pauses().pause({ purpose: 'survey', at: NOON, by: 'op.1' });

  await pauses().resume('survey');
  await pauses().resume('survey');

  expect(await pauses().all()).toEqual([]);
});

test('AP-102: a pause is told with the numbers, by purpose', async () => {
  const points = createPointStore(reader);
  await pauses().pause({ purpose: 'debt_reminder', at: NOON, by: 'op.1' });

  expect(await points.loadBeside(['unknown'], pauseKey('debt_reminder'))).toEqual({ points: [], stands: true });
  expect(await points.loadBeside([], pauseKey('survey'))).toEqual({ points: [], stands: false });
});
