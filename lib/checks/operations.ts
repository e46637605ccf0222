import { runbookHeadings, runbookLink, slugOf } from '../constructs/operational-alarm.ts';
import { at, type Finding, listOf, type Rule, textOf } from './template.ts';

const FUNCTION = 'AWS::Lambda::Function';

export const alarmsLeadSomewhere: Rule = {
  name: 'alarms-lead-somewhere',
  expects: 'every alarm says its impact, names a section of the runbook and calls somebody',
  check: (template) => {
    const links = [...runbookHeadings()].map((heading) => runbookLink(slugOf(heading)));
    return template.ofType('AWS::CloudWatch::Alarm').flatMap(({ id, properties }): Finding[] => {
      const description = textOf(at(properties, 'AlarmDescription'));
      const link = links.find((one) => description.endsWith(one));
      if (link === undefined || description.length <= link.length + 1) return [{ id, got: description }];
      return listOf(at(properties, 'AlarmActions')).length > 0 ? [] : [{ id, got: 'no action' }];
    });
  },
};

export const logsEnd: Rule = {
  name: 'logs-end',
  expects: 'every function writes to a log group of its own, and every log group ends',
  check: (template) => [
    ...template
      .ofType(FUNCTION)
      .filter(({ properties }) => template.named(at(properties, 'LoggingConfig', 'LogGroup')) === undefined)
      .map(({ id }) => ({ id, got: 'no log group of its own' })),
    ...template
      .ofType('AWS::Logs::LogGroup')
      .filter(({ properties }) => at(properties, 'RetentionInDays') === undefined)
      .map(({ id }) => ({ id, got: 'kept for ever' })),
  ],
};

export const sameRuntime: Rule = {
  name: 'same-runtime',
  expects: 'functions run on nodejs24.x and arm64: what is tested and measured is what runs',
  check: (template) =>
    template
      .ofType(FUNCTION)
      .map(({ id, properties }) => ({
        id,
        got: `${textOf(at(properties, 'Runtime'))} ${textOf(at(properties, 'Architectures', 0))}`,
      }))
      .filter(({ got }) => got !== 'nodejs24.x arm64'),
};

export const tableIsKept: Rule = {
  name: 'table-is-kept',
  expects:
    'a table can be restored to any second, is encrypted by our own key, and is retained where it refuses deletion',
  check: (template) =>
    template.ofType('AWS::DynamoDB::Table').flatMap(({ id, properties, whole }): Finding[] => {
      const faults = [
        at(properties, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') === true ? '' : 'no recovery',
        at(properties, 'SSESpecification', 'KMSMasterKeyId') === undefined ? 'no key of ours' : '',
        at(whole, 'DeletionPolicy') === 'Retain' || at(properties, 'DeletionProtectionEnabled') !== true
          ? ''
          : 'protected but not retained',
      ].filter((fault) => fault !== '');
      return faults.length === 0 ? [] : [{ id, got: faults.join(', ') }];
    }),
};

export const oursAlone: Rule = {
  name: 'ours-alone',
  expects:
    'queues, topics, buses and logs are encrypted by our own key: it alone decides who reads personal data on its way',
  check: (template) =>
    (
      [
        ['AWS::SQS::Queue', 'KmsMasterKeyId'],
        ['AWS::SNS::Topic', 'KmsMasterKeyId'],
        ['AWS::Logs::LogGroup', 'KmsKeyId'],
        ['AWS::Events::EventBus', 'KmsKeyIdentifier'],
      ] as const
    ).flatMap(([type, key]) =>
      template
        .ofType(type)
        .filter(({ properties }) => typeof at(properties, key) !== 'object')
        .map(({ id }) => ({ id, got: `${key} ${textOf(at(template.named({ Ref: id })?.properties, key))}` })),
    ),
};
