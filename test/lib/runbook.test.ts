import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Key } from 'aws-cdk-lib/aws-kms';
import { expect, test } from 'vitest';
import { at } from '../../lib/checks/template.ts';
import { OperationalAlarm, runbookHeadings, slugOf } from '../../lib/constructs/operational-alarm.ts';
import { OperationsDesk } from '../../lib/constructs/operations-desk.ts';
import { ofType, synthesise } from '../support/deploy/stacks.ts';

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const headings = [...runbookHeadings()];

test('an alarm whose section is not written fails synthesis, naming the section', () => {
  const stack = new Stack(new App(), 'Stack');
  const desk = new OperationsDesk(stack, 'Desk', { key: new Key(stack, 'Key') });
  const metric = new Metric({ namespace: 'Liaison', metricName: 'Anything' });
  const make = () =>
    new OperationalAlarm(stack, 'Alarm', {
      desk,
      metric,
      threshold: 1,
      impact: 'People wait.',
      runbook: 'Not written',
    });
  expect(make).toThrow(/docs\/runbook\.md has no heading "Not written"; write that section/u);
});

test('every alarm tells its impact and its section', () => {
  const alarms = ofType(synthesise().pipeline, 'AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(30);
  const links = headings.map((heading) => `Runbook: docs/runbook.md#${slugOf(heading)}`);
  const lost = alarms.filter(({ Properties }) => {
    const description = String(at(Properties, 'AlarmDescription'));
    return !links.some((link) => description.endsWith(link) && description.length > link.length + 20);
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('every section but the first is where some alarm leads', () => {
  const text = JSON.stringify(synthesise().pipeline);
  const [first, ...others] = headings;
  expect(first).toBe('Deploying');
  expect(others.filter((heading) => !text.includes(`docs/runbook.md#${slugOf(heading)}"`))).toEqual([]);
});

test('the Chinese runbook has the same sections in the same order, each with its English name', () => {
  const chinese = [...page('runbook.zh-CN.md').matchAll(/^## (.+)$/gmu)].map(([, heading = '']) => heading);
  expect(chinese.map((heading) => /（(.+)）$/u.exec(heading)?.[1])).toEqual(headings);
});

test('every section says what is seen, why it usually is, and what to do', () => {
  for (const name of ['runbook.md', 'runbook.zh-CN.md']) {
    const sections = page(name).split(/^## /mu).slice(2);
    const short = sections.filter((section) => [...section.matchAll(/^\*\*(.+?)\*\*/gmu)].length < 3);
    expect(short).toEqual([]);
  }
});
