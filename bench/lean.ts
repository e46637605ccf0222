import { DynamoDBClient, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

/**
 * The leanest flow of a case that can be written by hand: ordered single writes under conditions, no transaction, no
 * record of what happened, no gate, no identity of events. Seven writes and two questions a case, as many as ten at once.
 */
const client = new DynamoDBClient({ cacheMiddleware: true });
const TableName = process.env['TABLE_NAME'];

const put = (pk: string, sk: string, more: Readonly<Record<string, string>> = {}) =>
  client.send(
    new PutItemCommand({
      TableName,
      Item: {
        pk: { S: pk },
        sk: { S: sk },
        body: { S: 'x'.repeat(400) },
        ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { S: value }])),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );

const set = (pk: string, sk: string, [from, to]: readonly [string, string]) =>
  client.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: 'SET st = :to',
      ConditionExpression: 'st = :from',
      ExpressionAttributeValues: { ':from': { S: from }, ':to': { S: to } },
    }),
  );

const query = (pk: string) =>
  client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
    }),
  );

async function oneCase(id: string): Promise<void> {
  await query(`CUS#${id}`);
  await put(`DUE#${id}`, 'TIMER');
  await put(`CASE#${id}`, 'CASE', { st: 'OPEN' });
  await set(`CASE#${id}`, 'CASE', ['OPEN', 'CLAIMED']);
  await put(`PHONE#${id}`, 'POINTER', { of: id });
  await set(`CASE#${id}`, 'CASE', ['CLAIMED', 'SENT']);
  await query(`PHONE#${id}`);
  await set(`CASE#${id}`, 'CASE', ['SENT', 'ANSWERED']);
  await set(`CASE#${id}`, 'CASE', ['ANSWERED', 'CLOSED']);
}

export const handler = async ({ ids }: { readonly ids: readonly string[] }): Promise<number> => {
  await Promise.all(ids.map(oneCase));
  return ids.length;
};
