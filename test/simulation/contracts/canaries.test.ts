import { expect, test } from 'vitest';
import { QUEUE_PROMISES } from '../../support/contracts/queue-contract.ts';
import { SERVICE_PROMISES } from '../../support/contracts/service-contract.ts';
import { STREAM_PROMISES } from '../../support/contracts/stream-contract.ts';
import { startEngine } from '../../support/engine.ts';
import { breakOf, RULES_WITH_BREAKS } from './breaks.ts';
import { brokenModel } from './broken.ts';

/** Chance may keep a rule that the model breaks, but not every time. */
const SEEDS = ['1', '2', '3', '4'];

test.each(Object.entries(QUEUE_PROMISES))('a model that breaks it is found: %s', async (rule, keeps) => {
  const { modelledQueue } = await brokenModel(breakOf(rule));

  expect(await findings(SEEDS.map((seed) => () => keeps(modelledQueue(seed))))).toContain('AssertionError');
});

test.each(Object.entries(SERVICE_PROMISES))('a model that breaks it is found: %s', async (rule, keeps) => {
  const { modelledServices } = await brokenModel(breakOf(rule));

  expect(await findings([() => keeps(modelledServices())])).toContain('AssertionError');
});

test.each(Object.entries(STREAM_PROMISES))('a model that breaks it is found: %s', async (rule, keeps) => {
  const { modelledStream } = await brokenModel(breakOf(rule));
  const onEngine = (seed: string) => async (): Promise<void> => {
    const engine = await startEngine();
    try {
      await keeps(modelledStream(engine, seed));
    } finally {
      await engine.stop();
    }
  };

  expect(await findings(SEEDS.map(onEngine))).toContain('AssertionError');
});

test('a copy of the models that is not broken keeps the rules', async () => {
  const unbroken = {
    file: 'test/simulation/machine/queues.ts',
    before: 'const BATCH = 10;',
    after: 'const BATCH = 10;',
  };
  const { modelledQueue, modelledServices } = await brokenModel(unbroken);

  for (const keeps of Object.values(QUEUE_PROMISES)) await keeps(modelledQueue('1'));
  for (const keeps of Object.values(SERVICE_PROMISES)) await keeps(modelledServices());
});

test('every rule has a model that breaks it, and no other has', () => {
  const rules = [QUEUE_PROMISES, SERVICE_PROMISES, STREAM_PROMISES].flatMap((promises) => Object.keys(promises));

  expect(RULES_WITH_BREAKS.toSorted()).toEqual(rules.toSorted());
});

/** What each of them ended with; the first that is no success ends it. */
async function findings(runs: readonly (() => Promise<void>)[]): Promise<readonly string[]> {
  for (const run of runs) {
    const error = await run().then(
      () => undefined,
      (raised: unknown) => raised,
    );
    if (error instanceof Error) return [error.name];
  }
  return [];
}
