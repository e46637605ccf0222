import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { ENTRY_PREFIX } from '#store/table.contract.ts';

/** Reads the table's stream where it stopped, as the event source mapping does: new timeline entries and, unless something else is wanted, nothing beside. */
export type Stream = { readonly next: () => Promise<DynamoDBStreamEvent | undefined> };

type Shard = { readonly ShardId: string };
type Page = { readonly Records: readonly DynamoDBRecord[]; readonly NextShardIterator?: string };
const BATCH = 100;

export async function openStream(
  endpoint: string,
  tableName: string,
  wanted: (record: DynamoDBRecord) => boolean = isNewEntry,
): Promise<Stream> {
  const ask = async <T>(operation: string, input: object): Promise<T> => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-date': '20260101T000000Z',
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${operation}: got ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const { Streams } = await ask<{ Streams: { StreamArn: string }[] }>('ListStreams', { TableName: tableName });
  const arn = Streams[0]?.StreamArn ?? '';
  const { StreamDescription } = await ask<{ StreamDescription: { Shards: Shard[] } }>('DescribeStream', {
    StreamArn: arn,
  });
  const shard = StreamDescription.Shards[0]?.ShardId ?? '';
  const start = { StreamArn: arn, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' };
  let { ShardIterator: iterator } = await ask<{ ShardIterator: string }>('GetShardIterator', start);
  return {
    next: async () => {
      const page = await ask<Page>('GetRecords', { ShardIterator: iterator, Limit: BATCH });
      iterator = page.NextShardIterator ?? iterator;
      if (page.Records.length === 0) return undefined;
      return { Records: page.Records.filter(wanted) };
    },
  };
}

/** An entry of a timeline, whatever befell it. */
export const isEntry = (record: DynamoDBRecord): boolean =>
  record.dynamodb?.Keys?.['sk']?.S?.startsWith(ENTRY_PREFIX) === true;

const isNewEntry = (record: DynamoDBRecord): boolean => record.eventName === 'INSERT' && isEntry(record);
