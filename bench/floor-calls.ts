import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';

/**
 * The floor of a function's own first message: the bare handler again, making as many requests of the same kinds, one
 * after another, with nothing around them. What a function costs above it is its own work.
 */
const client = new DynamoDBClient({});
const TableName = process.env['TABLE_NAME'] ?? '';
const ITEMS = 4;

const keyed = (n: number) => ({ pk: { S: `floor-${n}-${crypto.randomUUID()}` }, sk: { S: 'FLOOR' } });
const put = (n: number) => ({
  TableName,
  Item: { ...keyed(n), body: { S: 'x'.repeat(400) } },
  ConditionExpression: 'attribute_not_exists(pk)',
});

async function one(operation: string, n: number): Promise<unknown> {
  switch (operation) {
    case 'GetItem':
      return client.send(new GetItemCommand({ TableName, Key: keyed(n), ConsistentRead: true }));
    case 'BatchGetItem':
      return client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [keyed(n)] } } }));
    case 'Query':
      return client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keyed(n).pk },
        }),
      );
    case 'UpdateItem':
      return client.send(
        new UpdateItemCommand({
          TableName,
          Key: keyed(n),
          UpdateExpression: 'SET body = :body',
          ExpressionAttributeValues: { ':body': { S: 'x' } },
        }),
      );
    case 'TransactWriteItems':
      return client.send(
        new TransactWriteItemsCommand({
          TransactItems: Array.from({ length: ITEMS }, (_, at) => ({ Put: put(n * ITEMS + at) })),
        }),
      );
    default:
      return client.send(new PutItemCommand(put(n)));
  }
}

export const handler = async ({ calls }: { readonly calls: readonly string[] }): Promise<number> => {
  for (const [n, operation] of calls.entries()) await one(operation, n);
  return calls.length;
};
