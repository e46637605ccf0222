import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPauseStore, PAUSE_HEARD_WITHIN, pausedPurposes } from '#store/operations/pause-store.ts';
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

test('a process hears of a pause within two seconds, and asks once for all that comes between', async () => {
  let wall = NOON;
  let asked = 0;
  const counted: Pick<Reader, 'collection'> = {
    collection: (pk, prefix) => {
      asked += 1;
      return reader.collection(pk, prefix);
    },
  };
  const paused = pausedPurposes(counted, () => wall);

  expect(await paused()).toEqual([]);
  await pauses().pause({ purpose: 'survey', at: NOON, by: 'op.1' });
  wall += PAUSE_HEARD_WITHIN - 1;
  await Promise.all([paused(), paused()]);
  expect(asked).toBe(1);
  wall += 1;

  expect(await paused()).toEqual(['survey']);
  expect(asked).toBe(2);
});

test('a read that fails is no answer: the gate fails with it, and asks again', async () => {
  let broken = true;
  const paused = pausedPurposes(
    { collection: (pk) => (broken ? Promise.reject(new Error('away')) : reader.collection(pk)) },
    () => NOON,
  );

  await expect(paused()).rejects.toThrow('away');
  broken = false;

  expect(await paused()).toEqual([]);
});
