import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../support/engine.ts';
import { fuzzRun } from '../support/proof/fuzz.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('bad input at every door: nothing fails, nothing comes again, what is refused has changed nothing', async () => {
  const run = await fuzzRun(engine, 1_500, 20_260_603);

  expect(run.failures).toEqual([]);
  expect(run).toMatchObject({ inputs: 1_500, retried: 0, unhandled: 0, changed: 0 });
  expect(Object.keys(run.byDoor)).toHaveLength(12);
}, 60_000);
