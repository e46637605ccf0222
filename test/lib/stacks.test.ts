import { expect, test } from 'vitest';
import { ROUTES } from '../../functions/console/routes.contract.ts';
import { DEPARTMENTS, ROLES } from '../../functions/runtime/env.contract.ts';
import { INDEX } from '../../functions/store/table.contract.ts';
import { at } from '../../lib/checks/template.ts';
import { functionFacts } from '../support/deploy/grants.ts';
import { configOf, ofType, synthesise } from '../support/deploy/stacks.ts';

const dev = synthesise();
const prod = synthesise({ stage: 'prod' });
const local = synthesise({ stage: 'local' });

const statements = (resource: { Properties?: unknown }): readonly unknown[] =>
  [at(resource.Properties, 'PolicyDocument', 'Statement')].flat();

test('the table is the one of the contract: keys, stream of new images, three indexes, expiry, restorable', () => {
  const tables = ofType(prod.storage, 'AWS::DynamoDB::Table');
  const [table, ...others] = tables.filter(({ Properties }) => at(Properties, 'StreamSpecification') !== undefined);
  expect([others, tables.length]).toEqual([[], 2]);
  expect(table?.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'exp', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    DeletionProtectionEnabled: true,
  });
  expect(table?.DeletionPolicy).toBe('Retain');
  const indexes = [at(table?.Properties, 'GlobalSecondaryIndexes')].flat();
  expect(indexes.map((index) => at(index, 'IndexName'))).toEqual(Object.values(INDEX).map(({ name }) => name));
  expect(indexes.map((index) => at(index, 'Projection', 'ProjectionType'))).not.toContain('ALL');
});

test('who was erased is listed in a table of its own, which no restore of the record touches', () => {
  const lists = ofType(prod.storage, 'AWS::DynamoDB::Table').filter(
    ({ Properties }) => at(Properties, 'StreamSpecification') === undefined,
  );
  expect(lists.map(({ Properties, DeletionPolicy }) => ({ ...Properties, DeletionPolicy }))).toMatchObject([
    {
      DeletionPolicy: 'Retain',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    },
  ]);
});

test('what is kept stays when a stack goes; only the local stage throws its data away', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool'];
  const policies = (template: typeof dev.storage) =>
    new Set(kept.flatMap((type) => ofType(template, type).map((resource) => resource.DeletionPolicy)));
  expect(policies(prod.storage)).toEqual(new Set(['Retain']));
  expect(policies(dev.storage)).toEqual(new Set(['Retain']));
  expect(policies(local.storage)).toEqual(new Set(['Delete']));
});

test('the storage stack knows no other', () => {
  expect(JSON.stringify(dev.storage)).not.toContain('liaison-dev-pipeline');
});

test('both keys turn over by themselves', () => {
  const keys = ofType(dev.storage, 'AWS::KMS::Key');
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(at(key.Properties, 'EnableKeyRotation')).toBe(true);
});

test('the API has exactly the routes of the contract, and all but health and the signed webhooks ask for a token', () => {
  const routes = ofType(dev.pipeline, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => ({
    key: at(Properties, 'RouteKey'),
    auth: at(Properties, 'AuthorizationType') === 'JWT' ? 'token' : 'none',
  }));
  const wanted = ROUTES.map(({ method, path, auth }) => ({
    key: `${method} ${path}`,
    auth: auth === 'token' ? 'token' : 'none',
  }));
  expect(routes).toHaveLength(wanted.length + 1);
  expect(routes).toEqual(expect.arrayContaining([...wanted, { key: '$default', auth: 'none' }]));
});

test('every role and department of the words is a group of the pool', () => {
  const groups = ofType(dev.pipeline, 'AWS::Cognito::UserPoolGroup').map(({ Properties }) =>
    String(at(Properties, 'GroupName')),
  );
  expect(groups.toSorted()).toEqual([...ROLES, ...DEPARTMENTS.map((name) => `dept-${name}`)].toSorted());
});

test('every producer gets a machine client; the local stage, where all may speak, has none', () => {
  const clients = (template: typeof dev.pipeline) =>
    ofType(template, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => at(Properties, 'ClientName'));
  expect(clients(prod.pipeline)).toContain('core-banking');
  expect(clients(local.pipeline)).toEqual([undefined]);
});

test('only the local stage lets an administrator sign people in by password', () => {
  const flows = (template: typeof dev.pipeline) => JSON.stringify(ofType(template, 'AWS::Cognito::UserPoolClient'));
  expect(flows(local.pipeline)).toContain('ALLOW_ADMIN_USER_PASSWORD_AUTH');
  expect(flows(prod.pipeline)).not.toContain('PASSWORD_AUTH');
});

test('people write nothing of themselves that the product reads: their locale, and no name', () => {
  const [staff] = ofType(local.pipeline, 'AWS::Cognito::UserPoolClient');

  expect(staff?.Properties).toMatchObject({ WriteAttributes: ['locale'] });
});

test('the stream has two readers: from its first entry, new entries only, and failed batches go to the bucket whole', () => {
  const streams = ofType(dev.pipeline, 'AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => at(Properties, 'StartingPosition') !== undefined,
  );
  expect(streams).toHaveLength(2);
  for (const stream of streams) {
    expect(stream.Properties).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 43_200,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
    });
    expect(JSON.stringify(at(stream.Properties, 'DestinationConfig'))).toContain('EvidenceFailures');
    const filter = at(stream.Properties, 'FilterCriteria', 'Filters', 0, 'Pattern');
    expect(JSON.parse(String(filter))).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { sk: { S: [{ prefix: 'E#' }] } } },
    });
  }
});

test('entries that were taken out are kept by day, encrypted, and where it is switched on nobody removes them', () => {
  const lake = ofType(dev.pipeline, 'AWS::KinesisFirehose::DeliveryStream')[0];
  expect(at(lake?.Properties, 'ExtendedS3DestinationConfiguration')).toMatchObject({
    Prefix: 'entries/dt=!{timestamp:yyyy-MM-dd}/',
    CompressionFormat: 'GZIP',
  });
  const entries = (template: typeof dev.storage) =>
    ofType(template, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('EvidenceEntries'))?.Properties;
  expect(at(entries(dev.storage), 'ObjectLockEnabled')).toBeUndefined();
  const locked = synthesise({ config: { protection: { lockEntries: true }, retention: { entryDays: 400 } } });
  expect(at(entries(locked.storage), 'ObjectLockConfiguration', 'Rule', 'DefaultRetention')).toEqual({
    Mode: 'COMPLIANCE',
    Days: 400,
  });
});

test('who remembers entries reads none, who asks the witness sees names alone, who recounts writes nothing', () => {
  const may = (entry: string) =>
    functionFacts(dev.pipeline)
      .find((one) => one.entry === entry)
      ?.may.join('\n') ?? '';
  const ofBucket = (entry: string) => [...may(entry).matchAll(/s3:\w+/gu)].map(([action]) => action).toSorted();

  expect(ofBucket('project').filter((action) => action !== 's3:ListBucket')).toEqual(['s3:PutObject', 's3:PutObject']);
  expect(ofBucket('ops-api').concat(ofBucket('staff-api'), ofBucket('privacy-api'))).toEqual(['s3:ListBucketVersions']);
  expect(ofBucket('recount-day')).toEqual(['s3:GetObject', 's3:ListBucket']);
  expect(may('recount-day')).not.toMatch(/dynamodb:(?:Scan|Put|Update|Delete)/u);
});

test('texts and receipts come in with their envelope, from the messaging service of this account only', () => {
  const subscriptions = ofType(dev.pipeline, 'AWS::SNS::Subscription');
  expect(subscriptions).toHaveLength(2);
  for (const { Properties } of subscriptions)
    expect(Properties).toMatchObject({ Protocol: 'sqs', RawMessageDelivery: false });
  const allowed = ofType(dev.pipeline, 'AWS::SNS::TopicPolicy')
    .flatMap(statements)
    .filter((statement) => at(statement, 'Effect') === 'Allow');
  expect(allowed).toHaveLength(2);
  // Receipts of mails come to the topic of receipts too.
  const services = allowed.flatMap((statement) => [at(statement, 'Principal', 'Service')].flat().map(String));
  expect(services.toSorted()).toEqual(['ses.amazonaws.com', 'sms-voice.amazonaws.com', 'sms-voice.amazonaws.com']);
  for (const statement of allowed) {
    expect(statement).toMatchObject({
      Action: 'sns:Publish',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  }
});

test('queues, topics and buckets refuse whatever does not come over TLS', () => {
  const guarded = [
    ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
    ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
    ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  ] as const;
  for (const [type, policy] of guarded) {
    const both = [dev.storage, dev.pipeline];
    const things = both.flatMap((template) => ofType(template, type));
    const denials = both
      .flatMap((template) => ofType(template, policy))
      .filter((one) =>
        statements(one).some((statement) => at(statement, 'Condition', 'Bool', 'aws:SecureTransport') === 'false'),
      );
    expect({ type, denials: denials.length }).toEqual({ type, denials: things.length });
  }
});

test('the outputs are those of the contract', () => {
  const names = [dev.storage, dev.pipeline].flatMap((template) => Object.keys(template.Outputs ?? {}));
  expect(names.filter((name) => !name.startsWith('ExportsOutput')).toSorted()).toEqual([
    'AlarmsTopicArn',
    'ApiUrl',
    'DashboardUrl',
    'DeliveryReceiptsTopicArn',
    'EntriesBucketName',
    'ErasuresTableName',
    'EventsBusName',
    'EventsQueueUrl',
    'FailuresBucketName',
    'InboundSmsTopicArn',
    'OutcomesTopicArn',
    'TableName',
    'UserPoolClientId',
    'UserPoolId',
    'WorkBulkQueueUrl',
    'WorkComplaintsQueueUrl',
    'WorkNormalQueueUrl',
    'WorkUrgentQueueUrl',
  ]);
});

const OUTLETS = {
  sms: { deliveryLogs: true },
  mail: { name: 'Jiayi Bank', address: 'notice@example.com', makeIdentity: true },
  push: { applications: ['GCM/ExampleBank'] },
};

test('stages have the same resources, but for producers and senders that their configuration names', () => {
  const ids = (template: typeof dev.pipeline) => new Set(Object.keys(template.Resources));
  expect(ids(local.storage)).toEqual(ids(prod.storage));
  expect(
    [...ids(prod.pipeline).difference(ids(local.pipeline))].map((id) => prod.pipeline.Resources[id]?.Type),
  ).toEqual(expect.arrayContaining(['AWS::Cognito::UserPoolDomain', 'AWS::Cognito::UserPoolResourceServer']));
  // The local stage alone names a sender of mails, an app and logs of deliveries.
  const outlets = /^Dispatch(?:Mail|Push|DeliveryLogs|ReadDeliveryLogsFunction(?:Arrived|Failed))/u;
  const more = [...ids(local.pipeline).difference(ids(prod.pipeline))];
  expect(more.filter((id) => !outlets.test(id))).toEqual([]);
  const named = synthesise({ stage: 'prod', config: OUTLETS });
  expect(more.filter((id) => !ids(named.pipeline).has(id))).toEqual([]);
});

test('a function that was not bundled fails synthesis with the cure', () => {
  expect(() => synthesise({ bundles: '/nowhere' })).toThrow(
    /no bundle of function accept-events .* run "npm run bundle"/u,
  );
});

test('thresholds of alarms come from the configuration', () => {
  const { pipeline } = synthesise({ config: { alarms: { streamAgeSeconds: 77 } } });
  const alarm = ofType(pipeline, 'AWS::CloudWatch::Alarm').find(({ id }) => id.startsWith('LedgerStreamBehind'));
  expect(at(alarm?.Properties, 'Threshold')).toBe(77_000);
  expect(configOf().alarms.streamAgeSeconds).toBe(300);
});

test('the record only grows: five functions remove answers, quarantine and pauses and nothing else, and nothing scans', () => {
  const removals = functionFacts(prod.pipeline).flatMap(({ entry, removes }) =>
    removes.length === 0 ? [] : [[entry, removes]],
  );
  expect(Object.fromEntries(removals)).toEqual({
    'complaint-api': ['KEY#*'],
    'ops-api': ['KEY#*'],
    'privacy-api': ['KEY#*'],
    'receive-events': ['QUA#*'],
    'staff-api': ['KEY#*', 'SYS#pause', 'QUA#*'],
  });
  expect(functionFacts(prod.pipeline).flatMap(({ may }) => may.filter((one) => one.includes('Scan')))).toEqual([]);
});

test('webhooks are signed with a secret a channel, which is kept, and knock no oftener than they may', () => {
  const secrets = ofType(prod.storage, 'AWS::SecretsManager::Secret');
  expect(secrets.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain', 'Retain', 'Retain']);
  for (const { Properties } of secrets) expect(at(Properties, 'KmsKeyId')).toBeDefined();
  const [stage] = ofType(prod.pipeline, 'AWS::ApiGatewayV2::Stage');
  expect(at(stage?.Properties, 'RouteSettings')).toEqual({
    'POST /v1/webhooks/{channel}': { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
});
