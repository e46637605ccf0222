import { at, type Finding, listOf, type Resource, type Rule, type Template, textOf } from './template.ts';

const DAY = 86_400;
const QUEUE = 'AWS::SQS::Queue';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
/** What SQS and Lambda take when a template says nothing. */
const DEFAULTS = { visibility: 30, retention: 4 * DAY, timeout: 3 } as const;

const deadLettersOf = (template: Template, queue: Resource): Resource | undefined =>
  template.named(at(queue.properties, 'RedrivePolicy', 'deadLetterTargetArn'));

/** Queues that take what others could not handle: of queues, subscriptions, rules and functions. */
function takers(template: Template): ReadonlySet<string> {
  const references = [
    ...template.ofType(QUEUE).map((queue) => at(queue.properties, 'RedrivePolicy', 'deadLetterTargetArn')),
    ...template
      .ofType('AWS::SNS::Subscription')
      .map((one) => at(one.properties, 'RedrivePolicy', 'deadLetterTargetArn')),
    ...template.ofType('AWS::Lambda::Function').map((one) => at(one.properties, 'DeadLetterConfig', 'TargetArn')),
    ...template
      .ofType('AWS::Events::Rule')
      .flatMap((rule) => listOf(at(rule.properties, 'Targets')).map((target) => at(target, 'DeadLetterConfig', 'Arn'))),
  ];
  return new Set(references.flatMap((reference) => template.named(reference)?.id ?? []));
}

const numberAt = (value: unknown, key: string, otherwise: number): number => {
  const found = at(value, key);
  return typeof found === 'number' ? found : otherwise;
};

export const visibilityOutlastsRetries: Rule = {
  name: 'visibility-outlasts-retries',
  expects:
    "a queue's visibility timeout is at least six times its function's timeout plus the batching window, or a retry overlaps its first try",
  check: (template) =>
    template.ofType(MAPPING).flatMap(({ properties }): Finding[] => {
      const queue = template.named(at(properties, 'EventSourceArn'));
      if (queue?.type !== QUEUE) return [];
      const reader = template.named(at(properties, 'FunctionName'));
      const needed =
        6 * numberAt(reader?.properties, 'Timeout', DEFAULTS.timeout) +
        numberAt(properties, 'MaximumBatchingWindowInSeconds', 0);
      const got = numberAt(queue.properties, 'VisibilityTimeout', DEFAULTS.visibility);
      return got >= needed ? [] : [{ id: queue.id, got: `${got} s, expected at least ${needed} s` }];
    }),
};

export const enoughReceives: Rule = {
  name: 'enough-receives',
  expects: 'a message is received 5 to 10 times before it is a dead letter: throttled invocations count as receives',
  check: (template) =>
    template.ofType(QUEUE).flatMap((queue): Finding[] => {
      const policy = at(queue.properties, 'RedrivePolicy');
      if (policy === undefined) return [];
      const got = numberAt(policy, 'maxReceiveCount', 0);
      return got >= 5 && got <= 10 ? [] : [{ id: queue.id, got: `maxReceiveCount ${got}` }];
    }),
};

export const deadLettersEverywhere: Rule = {
  name: 'dead-letters-everywhere',
  expects: 'every queue, subscription and rule has dead letters: nothing we were told may vanish',
  check: (template) => {
    const taken = takers(template);
    const bare = (resource: Resource): Finding => ({ id: resource.id, got: `${resource.type} without dead letters` });
    return [
      ...template.ofType(QUEUE).filter((queue) => deadLettersOf(template, queue) === undefined && !taken.has(queue.id)),
      ...template
        .ofType('AWS::SNS::Subscription')
        .filter((one) => template.named(at(one.properties, 'RedrivePolicy', 'deadLetterTargetArn')) === undefined),
      ...template
        .ofType('AWS::Events::Rule')
        .filter((rule) =>
          listOf(at(rule.properties, 'Targets')).some((target) => at(target, 'DeadLetterConfig', 'Arn') === undefined),
        ),
    ].map(bare);
  },
};

export const deadLettersOutlive: Rule = {
  name: 'dead-letters-outlive',
  expects: 'dead letters are kept 14 days and messages at most 4: a dead letter keeps the age it had',
  check: (template) => {
    const taken = takers(template);
    return template.ofType(QUEUE).flatMap((queue): Finding[] => {
      const days = numberAt(queue.properties, 'MessageRetentionPeriod', DEFAULTS.retention) / DAY;
      const isRight = taken.has(queue.id) ? days === 14 : days <= 4;
      return isRight ? [] : [{ id: queue.id, got: `${days} days` }];
    });
  },
};

export const deadLettersWatched: Rule = {
  name: 'dead-letters-watched',
  expects: 'the first dead letter calls operations',
  check: (template) => {
    const watched = new Set(
      template
        .ofType('AWS::CloudWatch::Alarm')
        .filter((alarm) => at(alarm.properties, 'MetricName') === 'ApproximateNumberOfMessagesVisible')
        .filter((alarm) => numberAt(alarm.properties, 'Threshold', Infinity) <= 1)
        .flatMap((alarm) => template.named(at(alarm.properties, 'Dimensions', 0, 'Value'))?.id ?? []),
    );
    return [...takers(template)].filter((id) => !watched.has(id)).map((id) => ({ id, got: 'no alarm on its depth' }));
  },
};

export const onlyOurOwnSenders: Rule = {
  name: 'only-our-own-senders',
  expects:
    'a service may send to a queue only for one named source of this account (aws:SourceArn and aws:SourceAccount)',
  check: (template) =>
    template.ofType('AWS::SQS::QueuePolicy').flatMap((policy) =>
      listOf(at(policy.properties, 'PolicyDocument', 'Statement'))
        .filter((one) => at(one, 'Effect') === 'Allow' && at(one, 'Principal', 'Service') !== undefined)
        .filter((one) => !/"aws:SourceArn"/u.test(conditions(one)) || !/"aws:SourceAccount"/u.test(conditions(one)))
        .map((one) => ({ id: policy.id, got: `${textOf(at(one, 'Principal', 'Service'))} with ${conditions(one)}` })),
    ),
};

const conditions = (statement: unknown): string => textOf(at(statement, 'Condition'));
