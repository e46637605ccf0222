import { test } from 'vitest';
import { QUEUE_PROMISES } from '../../support/contracts/queue-contract.ts';
import { SERVICE_PROMISES } from '../../support/contracts/service-contract.ts';
import { STREAM_PROMISES } from '../../support/contracts/stream-contract.ts';
import { startEngine } from '../../support/engine.ts';
import { modelledQueue, modelledServices, modelledStream } from './modelled.ts';

/** Chance stands behind the model: each rule holds whatever it draws. */
const SEEDS = ['1', '2', '3', '4', '5', '6', '7', '8'];

test.each(Object.entries(QUEUE_PROMISES))('%s', async (_promise, keeps) => {
  for (const seed of SEEDS) await keeps(modelledQueue(seed));
});

test.each(Object.entries(SERVICE_PROMISES))('%s', async (_promise, keeps) => {
  await keeps(modelledServices());
});

/** One engine after another: each of them has a stream of its own. */
test.each(Object.entries(STREAM_PROMISES))('%s', async (_promise, keeps) => {
  for (const seed of SEEDS.slice(0, 2)) {
    const engine = await startEngine();
    try {
      await keeps(modelledStream(engine, seed));
    } finally {
      await engine.stop();
    }
  }
});
