import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { emulatedQueue, emulatedServices, emulatedStream } from '../support/contracts/emulated/emulated.ts';
import { type Emulator, startEmulated } from '../support/contracts/emulated/emulator.ts';
import { QUEUE_PROMISES } from '../support/contracts/queue-contract.ts';
import { SERVICE_PROMISES } from '../support/contracts/service-contract.ts';
import { STREAM_PROMISES } from '../support/contracts/stream-contract.ts';

/** Where the emulator is not like AWS, and the models are: what AWS's guides say, and what the emulator does instead. */
const DIFFERS: Readonly<Record<string, string>> = {
  'no notice at all is refused': 'SNS API reference: EmptyBatchRequest; the emulator names it InvalidParameter',
  'an answer with an empty name leaves the whole batch undone':
    'Lambda guide, partial batch responses: a complete failure; the emulator passes over the name and deletes all',
  'a batch comes again from the earliest record that was named':
    'Lambda guide, partial batch responses: retried from the lowest number; the emulator reads none of a stream reader',
  'an answer that names no record of the batch leaves all of it undone': 'the same',
};
/** Nobody can look: the emulator repeats a failed batch whole and for ever, without halves and without an end. */
const OUT_OF_REACH = [
  'a record that always fails is set aside alone after ten more tries, and what follows it is read',
] as const;

const PROMISES = [SERVICE_PROMISES, QUEUE_PROMISES, STREAM_PROMISES];
const RULES = PROMISES.flatMap((rules) => Object.keys(rules)).filter(
  (rule) => !OUT_OF_REACH.some((one) => one === rule),
);

/** A busy machine starts the emulator and some twenty functions slowly; 20 s are usual. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let emulator: Emulator;
/** All rules at once: time passes by itself here, and most of a rule is waiting. */
const kept = new Map<string, Promise<unknown>>();

beforeAll(async () => {
  emulator = await startEmulated();
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', emulator.stage.outputs.endpoint);
  const services = emulatedServices(emulator);
  const begin = (rule: string, keeping: () => Promise<unknown>): void => {
    if (!RULES.includes(rule)) return;
    const keeps = keeping();
    // Whether it was kept is asked by its own test, later.
    keeps.catch(() => {});
    kept.set(rule, keeps);
  };
  for (const [rule, keeps] of Object.entries(SERVICE_PROMISES)) begin(rule, () => services.then(keeps));
  for (const [rule, keeps] of Object.entries(QUEUE_PROMISES)) begin(rule, () => keeps(emulatedQueue(emulator)));
  for (const [rule, keeps] of Object.entries(STREAM_PROMISES)) begin(rule, () => keeps(emulatedStream(emulator)));
});
afterAll(() => emulator.stop());

test.each(RULES.filter((rule) => DIFFERS[rule] === undefined))('%s', async (rule) => {
  await kept.get(rule);
});

test.each(Object.entries(DIFFERS))('the emulator differs: %s (%s)', async (rule) => {
  await expect(kept.get(rule)).rejects.toMatchObject({ name: 'AssertionError' });
});
