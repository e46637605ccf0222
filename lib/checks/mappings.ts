import { at, type Finding, listOf, type Resource, type Rule, type Template } from './template.ts';

const MAPPING = 'AWS::Lambda::EventSourceMapping';
const RECORD_AGE_LIMIT = 86_400;

const isOfStream = (template: Template, { properties }: Resource): boolean =>
  template.named(at(properties, 'EventSourceArn'))?.type !== 'AWS::SQS::Queue';

export const partialBatches: Rule = {
  name: 'partial-batches',
  expects: 'every mapping reports failures one by one: one bad message must not bring its neighbours again',
  check: (template) =>
    template
      .ofType(MAPPING)
      .filter(({ properties }) => !listOf(at(properties, 'FunctionResponseTypes')).includes('ReportBatchItemFailures'))
      .map(({ id }) => ({ id, got: 'ReportBatchItemFailures not set' })),
};

export const boundedStreams: Rule = {
  name: 'bounded-streams',
  expects: 'a stream is read with bisection, 3 to 10 tries, records younger than a day, and failures kept in full',
  check: (template) =>
    template
      .ofType(MAPPING)
      .filter((mapping) => isOfStream(template, mapping))
      .flatMap(({ id, properties }): Finding[] => {
        const tries = Number(at(properties, 'MaximumRetryAttempts') ?? Number.NaN);
        const age = Number(at(properties, 'MaximumRecordAgeInSeconds') ?? Number.NaN);
        const faults = [
          at(properties, 'BisectBatchOnFunctionError') === true ? '' : 'no bisection',
          tries >= 3 && tries <= 10 ? '' : `${tries} tries`,
          age > 0 && age < RECORD_AGE_LIMIT ? '' : `records of ${age} s`,
          at(properties, 'DestinationConfig', 'OnFailure', 'Destination') === undefined ? 'no place for failures' : '',
        ].filter((fault) => fault !== '');
        return faults.length === 0 ? [] : [{ id, got: faults.join(', ') }];
      }),
};

export const boundedConcurrency: Rule = {
  name: 'bounded-concurrency',
  expects: 'a queue is read by a bounded number of functions at once: one flood must not starve the others',
  check: (template) =>
    template
      .ofType(MAPPING)
      .filter((mapping) => !isOfStream(template, mapping))
      .filter(({ properties }) => at(properties, 'ScalingConfig', 'MaximumConcurrency') === undefined)
      .map(({ id }) => ({ id, got: 'no MaximumConcurrency' })),
};
