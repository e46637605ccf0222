import { expect, test } from 'vitest';
import { ANSWERS } from '../support/deploy/pack-answers.ts';
import { type PackFinding, packFindings } from '../support/deploy/pack-findings.ts';

const findings = packFindings();

test('every finding of NIST 800-53 R5, PCI DSS and Serverless has an answer, and no answer is idle', () => {
  const found = new Set(findings.map(({ rule }) => rule));

  expect([...found].toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
  for (const answer of Object.values(ANSWERS)) expect(answer.length).toBeGreaterThan(60);
});

test('the report of the packs is the one in the documents', async () => {
  const lines = findings.map(row);

  expect(lines.length).toBeGreaterThan(0);
  await expect(`${[...HEAD, ...lines].join('\n')}\n`).toMatchFileSnapshot('../../docs/evidence/rule-packs.md');
});

const HEAD = [
  '# What the other rule packs find',
  '',
  'AwsSolutions and our own checks are gates: `cdk synth` fails on a finding. NIST 800-53 R5, PCI DSS 3.2.1 and Serverless of cdk-nag are a report, over the stacks of `prod`; every finding has its answer. Made by `npx vitest run --project lib test/lib/packs.test.ts --update`; the same test fails when a finding comes or goes.',
  '',
  '| pack | rule | finds | how often | answer |',
  '| --- | --- | --- | --- | --- |',
];

const row = ({ pack, rule, says, constructs }: PackFinding): string =>
  `| ${pack} | ${rule} | ${says} | ${constructs.length} | ${ANSWERS[rule] ?? ''} |`;
