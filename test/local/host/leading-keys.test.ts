import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { at, listOf } from '../../../lib/checks/template.ts';
import { venvPython } from '../../../tools/local/host/venv.ts';
import { localPaths, repositoryRoot } from '../../../tools/local/paths.ts';
import { ofType, synthesise } from '../../support/deploy/stacks.ts';

/** Asks the emulator's own evaluator, for each body of a request, whether the policy's condition lets it remove. */
const JUDGE = `
import json, sys
import emulator_keys
from ministack.core import iam_actions, iam_evaluator as iam
asked = json.load(sys.stdin)
statement = {"Effect": "Allow", "Action": "dynamodb:DeleteItem", "Resource": "*", "Condition": asked["condition"]}
policies = [iam.parse_policy_document({"Statement": [statement]})]
def decision(body):
    told = iam_actions.dynamodb_service_context(json.dumps(body).encode())
    told = {key.lower(): value for key, value in told.items()}
    of = ("arn:aws:sts::1:assumed-role/r/s", "AssumedRole", "1", "dynamodb:DeleteItem", "*", "us-east-1")
    return iam.evaluate(iam.EvalContext(*of, service_context=told), policies).decision
print(json.dumps([decision(body) for body in asked["bodies"]]))
`;

const decisions = (condition: unknown, bodies: readonly object[]): unknown =>
  JSON.parse(
    execFileSync(venvPython(localPaths()), ['-c', JUDGE], {
      input: JSON.stringify({ condition, bodies }),
      env: { PYTHONPATH: `${repositoryRoot}/tools/local/host`, PYTHONDONTWRITEBYTECODE: '1' },
      encoding: 'utf8',
    }),
  );

const removing = (pk: string) => ({ TableName: 'liaison', Key: { pk: { S: pk }, sk: { S: 'x' } } });

test('on the local stage too whoever settles quarantine can remove quarantine, and no entry of the record', () => {
  const [condition] = ofType(synthesise({ stage: 'local' }).pipeline, 'AWS::IAM::Policy')
    .filter(({ id }) => id.startsWith('IntakeReceiveEvents'))
    .flatMap(({ Properties }) => listOf(at(Properties, 'PolicyDocument', 'Statement')))
    .filter((statement) => listOf(at(statement, 'Action')).includes('dynamodb:DeleteItem'))
    .map((statement) => at(statement, 'Condition'));

  const allowed = decisions(condition, [removing('QUA#2026-06#3'), removing('CASE#c1'), removing('KEY#a#b'), {}]);

  expect(allowed).toEqual(['Allow', 'ImplicitDeny', 'ImplicitDeny', 'ImplicitDeny']);
});
