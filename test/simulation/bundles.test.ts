import { beforeAll, expect, test } from 'vitest';
import { type BundleReport, bundleAll } from '../../tools/bundle.ts';
import { budgetOf } from '../support/pipeline/budgets.ts';
import { FUNCTIONS } from '../support/pipeline/process.ts';

let report: BundleReport;
beforeAll(async () => {
  report = await bundleAll({ stage: 'dev' });
});

/** The recount runs by itself at night: no run of the pipeline has it. */
const BY_NIGHT = 'recount-day';

const bundles = () => Object.entries(report.entries);
const inputsOf = (inputs: Readonly<Record<string, number>>, matching: RegExp): string[] =>
  Object.keys(inputs).filter((file) => matching.test(file));

test('every function has a bundle, and no bundle is of no function', () => {
  expect(Object.keys(report.entries).toSorted()).toEqual([...Object.keys(FUNCTIONS), BY_NIGHT].toSorted());
});

test('no bundle is larger than its budget', () => {
  const over = bundles().filter(([name, { bytes }]) => bytes > budgetOf(name));

  expect(over.map(([name, { bytes }]) => `${name}: ${bytes} of ${budgetOf(name)}`)).toEqual([]);
});

/** Whose place is never in a function: by the folder of our own code, by the name of a package. */
const FOREIGN = [
  /^(?:test|tools|bench|lib|bin)\//u,
  /node_modules\/(?:aws-cdk|constructs|cdk-nag|fast-check|vitest|esbuild|typescript)/u,
];

test('no bundle carries the CDK, tests, tools, or anything that is for development only', () => {
  for (const [name, { inputs }] of bundles()) {
    const foreign = FOREIGN.flatMap((pattern) => inputsOf(inputs, pattern));
    expect([name, foreign]).toEqual([name, []]);
  }
});

test('no bundle carries two copies of one package', () => {
  for (const [name, { inputs }] of bundles()) {
    const nested = inputsOf(inputs, /node_modules\/.+\/node_modules\//u);
    expect([name, nested]).toEqual([name, []]);
  }
});

test('only functions that send texts or messages carry the clients for it', () => {
  const carries = (client: string): string[] =>
    bundles()
      .filter(([, { inputs }]) => inputsOf(inputs, new RegExp(`node_modules/@aws-sdk/${client}/`, 'u')).length > 0)
      .map(([name]) => name)
      .toSorted();

  expect(carries('client-sns')).toEqual(['advance-case', 'relay']);
  expect(carries('client-sqs')).toEqual([
    'ops-api',
    'read-delivery-logs',
    'relay',
    'staff-api',
    'start-sweep',
    'sweep',
  ]);
});
