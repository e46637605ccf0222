import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { type Item, text } from '#store/attributes.ts';
import { ENTRY_PREFIX } from '#store/table.contract.ts';
import type { Engine } from '../engine.ts';

/** Every timeline entry under partitions that begin so; a test may read what no function may. */
export async function entriesUnder({ client, tableName }: Engine, prefix = ''): Promise<readonly Item[]> {
  const { Items = [] } = await client.send(
    new ScanCommand({
      TableName: tableName,
      FilterExpression: 'begins_with(pk, :prefix) AND begins_with(sk, :entry)',
      ExpressionAttributeValues: { ':prefix': text(prefix), ':entry': text(ENTRY_PREFIX) },
    }),
  );
  return Items;
}
