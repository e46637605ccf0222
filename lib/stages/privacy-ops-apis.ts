import type { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import type { Intake } from './intake.ts';
import { staffJson } from './settings.ts';

interface ApiProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
  readonly intake: Intake;
  readonly timeout: Duration;
}

/** The privacy desk's function: the only one that may write the list of erasures. */
export function privacyApi(scope: Construct, { deployment, storage, timeout }: ApiProps): HandlerFunction {
  const api = new HandlerFunction(scope, 'PrivacyApi', {
    deployment,
    entry: 'privacy-api',
    does: 'Answers the routes of the privacy desk: what is held about a person, and how it goes.',
    timeout,
    impact: 'Nobody can be told what is held about them, and nobody can be erased.',
  })
    .writesLedger(storage.table, 'byCustomer')
    .removes(storage.table, 'answers')
    .usesVault(storage.dataKey)
    .knows(ENV.staff, staffJson(deployment.config))
    .knows(ENV.erasuresTable, storage.erasures.tableName);
  api.attach(new Policy(scope, 'ListsErasures', { statements: [listing(storage.erasures)] }));
  return api;
}

/** Whom the list names stays on it. */
const listing = ({ tableArn }: Table): PolicyStatement =>
  new PolicyStatement({
    actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
    resources: [tableArn],
  });

/** The function of operations that brings dead letters back: the only one that may read them. */
export function opsApi(scope: Construct, { deployment, storage, intake, timeout }: ApiProps): HandlerFunction {
  return new HandlerFunction(scope, 'OpsApi', {
    deployment,
    entry: 'ops-api',
    does: 'Brings dead letters back to their queues.',
    timeout,
    impact: 'Nobody can bring dead letters back by the API; the queue service still can.',
  })
    .writesLedger(storage.table)
    .removes(storage.table, 'answers')
    .usesVault(storage.dataKey)
    .sendsTo(intake.events.queue, ENV.eventsUrl)
    .knows(ENV.busQueueArn, intake.busEvents.queue.queueArn);
}
