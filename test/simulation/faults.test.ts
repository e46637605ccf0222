import { beforeAll, expect, test } from 'vitest';
import { bundlePrograms, type Programs } from './machine/programs.ts';
import { runMany } from './runs/many.ts';
import { reportOf } from './runs/report.ts';
import { FAULT_PERCENT, runSeed } from './runs/seed.ts';

const MINUTES = 60_000;
const DELIVERIES = 10_000;

let programs: Programs;
beforeAll(async () => {
  programs = await bundlePrograms();
});

test(
  'ten thousand deliveries under every kind of fault lose nothing, text nobody twice and break no rule',
  async () => {
    const results = await runMany({ seed: 'commit', deliveries: DELIVERIES, faults: FAULT_PERCENT }, programs);
    const report = reportOf({ seed: 'commit', faults: FAULT_PERCENT, seconds: 0 }, results);

    expect(report.invariantFailures).toEqual([]);
    expect(report.cells.unlisted).toEqual([]);
    expect(report.deliveries).toBeGreaterThanOrEqual(DELIVERIES);
    expect(report.textsToContacts).toBeGreaterThan(0);
    expect(Math.max(...results.map((one) => one.deliveries))).toBeLessThanOrEqual(2_000);
    expect(Math.min(...Object.values(report.faults))).toBeGreaterThan(0);
  },
  10 * MINUTES,
);

test(
  'the same seed is the same story, to the last call; people who ask to be forgotten are in it',
  async () => {
    const order = { seed: 'again.2', deliveries: 240, faults: FAULT_PERCENT };
    const [one, other] = [await runSeed(order, programs), await runSeed(order, programs)];

    expect({ ...one, seconds: 0 }).toEqual({ ...other, seconds: 0 });
    expect(Object.keys(one.seen)).toContain('privacy-api dynamodb.TransactWriteItems');
  },
  3 * MINUTES,
);
