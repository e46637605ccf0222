import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Fact } from '#domain/feedback/fact.ts';
import { readBinary, text } from '#store/attributes.ts';
import { type Entry, fromItem } from '#store/codecs/entry.ts';
import { unpackFacts } from '#store/codecs/feed/facts.ts';
import { ENTRY_PREFIX } from '#store/table.contract.ts';
import { type Recount, recount } from '../../functions/feedback/recount.ts';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { tableClient } from './clients.ts';

type Item = Record<string, AttributeValue>;

/** Compares every figure with a recount of all timeline entries. Reads the whole table, which no function may. */
export async function recountStage(stage: StageClient): Promise<Recount> {
  const entries: Entry[] = [];
  const facts: Fact[] = [];
  for await (const item of wholeTable(stage)) {
    const { pk, sk } = item;
    if (sk?.S?.startsWith(ENTRY_PREFIX) === true) entries.push(fromItem(item));
    else if (pk?.S?.startsWith(FACTS) === true) facts.push(...unpackFacts(readBinary(item, 'f')));
  }
  return recount(entries, facts);
}

const FACTS = 'STAT#';

async function* wholeTable(stage: StageClient): AsyncGenerator<Item> {
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await tableClient(stage).send(
      new ScanCommand({
        TableName: requireOutput(stage.outputs, 'TableName'),
        FilterExpression: 'begins_with(sk, :entry) OR begins_with(pk, :facts)',
        ExpressionAttributeValues: { ':entry': text(ENTRY_PREFIX), ':facts': text(FACTS) },
        ConsistentRead: true,
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
}
