/** List price of one unit of use, without free tier, discount or tax, in us-east-1. */
export type Price = {
  readonly usd: number;
  /** Units that the price is for. */
  readonly per: number;
  readonly unit: string;
  /** Where it was read, and when that source was written. */
  readonly source: string;
  readonly asOf: string;
};

const MILLION = 1_000_000;
const GB = 1_000_000_000;

/** Read together on 2026-11-27. A price that changed is changed here, with its source and date. */
export const PRICES = {
  writeUnit: {
    usd: 0.625,
    per: MILLION,
    unit: 'write request unit, on demand',
    source:
      'aws.amazon.com/dynamodb/pricing/on-demand, quoted by airbyte.com/data-engineering-resources/dynamodb-pricing',
    asOf: '2025-07-21',
  },
  readUnit: {
    usd: 0.125,
    per: MILLION,
    unit: 'read request unit, on demand',
    source:
      'aws.amazon.com/dynamodb/pricing/on-demand, quoted by airbyte.com/data-engineering-resources/dynamodb-pricing',
    asOf: '2025-07-21',
  },
  lambdaRequest: {
    usd: 0.2,
    per: MILLION,
    unit: 'invocation',
    source: 'aws.amazon.com/lambda/pricing, quoted by cloudchipr.com/blog/aws-lambda-pricing',
    asOf: '2024-12-31',
  },
  lambdaSecond: {
    usd: 0.0000133334,
    per: 1,
    unit: 'GB-second, arm64',
    source: 'aws.amazon.com/lambda/pricing, quoted by cloudchipr.com/blog/aws-lambda-pricing',
    asOf: '2024-12-31',
  },
  queueRequest: {
    usd: 0.4,
    per: MILLION,
    unit: 'request to a standard queue, up to 64 KB',
    source: 'aws.amazon.com/sqs/pricing, quoted by cloudburn.io/blog/amazon-sqs-pricing',
    asOf: '2026-03-14',
  },
  publish: {
    usd: 0.5,
    per: MILLION,
    unit: 'publish to a topic, delivery to queues included',
    source: 'aws.amazon.com/sns/pricing, quoted by factualminds.com/blog/amazon-sns-pricing-publishes-fanout-protocols',
    asOf: '2026-06-30',
  },
  logByte: {
    usd: 0.5,
    per: GB,
    unit: 'byte of log taken in',
    source: 'aws.amazon.com/cloudwatch/pricing, from memory, not read again',
    asOf: '2026-11-27',
  },
  exportByte: {
    usd: 0.029,
    per: GB,
    unit: 'byte exported, each record rounded up to 5 KB',
    source: 'aws.amazon.com/firehose/pricing (rounding read on its page; the price from memory, not read again)',
    asOf: '2026-11-27',
  },
  transition: {
    usd: 0.025,
    per: 1_000,
    unit: 'state transition of a standard workflow',
    source: 'aws.amazon.com/step-functions/pricing',
    asOf: '2026-11-27',
  },
  expressRequest: {
    usd: 1,
    per: MILLION,
    unit: 'start of an express workflow',
    source: 'aws.amazon.com/step-functions/pricing, quoted by wring.co',
    asOf: '2026-03-31',
  },
  expressSecond: {
    usd: 0.00001667,
    per: 1,
    unit: 'GB-second of an express workflow',
    source: 'aws.amazon.com/step-functions/pricing, quoted by wring.co',
    asOf: '2026-03-31',
  },
  httpRequest: {
    usd: 1,
    per: MILLION,
    unit: 'request to an HTTP API',
    source: 'aws.amazon.com/api-gateway/pricing, quoted by wring.co',
    asOf: '2026-03-31',
  },
  busEvent: {
    usd: 1,
    per: MILLION,
    unit: 'custom event on an event bus',
    source: 'aws.amazon.com/eventbridge/pricing, quoted by wring.co',
    asOf: '2026-03-31',
  },
  scheduled: {
    usd: 1,
    per: MILLION,
    unit: 'invocation of a scheduler',
    source: 'aws.amazon.com/eventbridge/pricing, quoted by wring.co',
    asOf: '2026-03-31',
  },
} as const satisfies Record<string, Price>;

export type Priced = keyof typeof PRICES;

/** US dollars of so many units. */
export const priceOf = (what: Priced, units: number): number => (PRICES[what].usd / PRICES[what].per) * units;
