import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { accessRun } from '../../../support/proof/access.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('every operation of the OpenAPI document lets in whom it names, and nobody else', async () => {
  const run = await accessRun(engine);

  expect(run.failures).toEqual([]);
  expect(run.operations).toBeGreaterThan(60);
  expect(run.cells).toBe(run.operations * 9);
}, 60_000);
