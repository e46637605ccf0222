import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

/** The floor: a bare handler with only the table's client, one conditional put a message, nothing tuned. */
const client = new DynamoDBClient({});

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  for (const record of event.Records) {
    const { id } = JSON.parse(record.body) as { id: string };
    await client.send(
      new PutItemCommand({
        TableName: process.env['TABLE_NAME'],
        Item: { pk: { S: id }, sk: { S: 'FLOOR' }, body: { S: record.body } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  }
  return { batchItemFailures: [] };
};
