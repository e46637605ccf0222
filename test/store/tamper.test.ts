import { expect, test } from 'vitest';
import { tamperRun } from '../support/proof/tamper.ts';

test('ten thousand tamperings of records: every one is found, and the first bad entry is named', async () => {
  const run = await tamperRun(10_000, 20_260_603);

  expect(run.failures).toEqual([]);
  expect(run).toMatchObject({ tampered: 10_000, found: 10_000, named: 10_000, untouched: 200 });
  expect(Object.keys(run.byKind)).toHaveLength(20);
}, 60_000);
