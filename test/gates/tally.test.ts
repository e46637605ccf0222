import { expect, test } from 'vitest';
import { add, closingLine, NOTHING, tallyOf } from '../../tools/suite/tally.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((one, index) => ({ status: one, fullName: `test ${index}` })),
});

test('the closing line counts what the runner reported', () => {
  const tally = tallyOf({ testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] }, 1);

  expect(closingLine(tally)).toBe('2 passed, 1 failed');
});

test('a test that was left out is named and counts as neither', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed', 'skipped')] }, 0)).toEqual({
    passed: 1,
    failed: 0,
    notRun: ['test 1'],
  });
});

test('a file that could not be loaded counts as a failure', () => {
  expect(tallyOf({ testResults: [file('failed')] }, 1).failed).toBe(1);
});

test('a run that ended badly without naming a failure is a failure', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
});

test('a run without a report is a failure', () => {
  expect(add(NOTHING, tallyOf(null, 0)).failed).toBe(1);
});
