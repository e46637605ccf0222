import { type AttributeValue, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { sqsSender } from '#channels/queue.ts';
import { text } from '#store/attributes.ts';
import { parseAggregateName, parseDueSort } from '#store/keys.ts';
import { ENTRY_PREFIX, INDEX } from '#store/table.contract.ts';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { queueClient, tableClient } from '../running/clients.ts';
import { type LaneName, laneNames, laneUrl } from '../running/queues.ts';

/** One timer: the aggregate that waits and the business instant it waits for. */
export interface DueItem {
  readonly aggregate: string;
  readonly dueAt: number;
  readonly lane: LaneName;
}

type Key = Record<string, AttributeValue>;

/** Every timer of the stage, earliest first. Reads the whole index: a tool's look, which no function ever takes. */
export async function allDue(stage: StageClient): Promise<readonly DueItem[]> {
  const TableName = requireOutput(stage.outputs, 'TableName');
  const { name: IndexName, partitionKey, sortKey } = INDEX.due;
  const items: DueItem[] = [];
  let ExclusiveStartKey: Key | undefined;
  do {
    const page = await tableClient(stage).send(
      new ScanCommand({
        TableName,
        IndexName,
        ProjectionExpression: '#p, #s',
        ExpressionAttributeNames: { '#p': partitionKey, '#s': sortKey },
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    for (const found of page.Items ?? []) items.push(readDue(found[partitionKey]?.S ?? '', found[sortKey]?.S ?? ''));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items.toSorted((one, other) => one.dueAt - other.dueAt);
}

function readDue(partition: string, sort: string): DueItem {
  const lane = laneNames.find((name) => partition.startsWith(`${name}#`));
  if (lane === undefined) throw new Error(`the due index names a lane that is none: ${partition}`);
  return { ...parseDueSort(sort), lane };
}

/** Sends each aggregate the message a sweep would send for it; without a delay, as the sweep does when it is due. */
export async function wake(stage: StageClient, items: readonly DueItem[], delaySeconds = 0): Promise<void> {
  const sender = sqsSender(() => queueClient(stage));
  for (const lane of laneNames) {
    const ofLane = items.filter((item) => item.lane === lane);
    for (const [url, part] of [
      [laneUrl(stage, lane), ofLane.filter((item) => !isComplaint(item))],
      [requireOutput(stage.outputs, 'WorkComplaintsQueueUrl'), ofLane.filter(isComplaint)],
    ] as const) {
      const messages = part.map(({ aggregate, dueAt }) => ({
        body: { a: aggregate, due: dueAt, hops: 0 },
        delaySeconds,
      }));
      const refused = messages.length === 0 ? [] : await sender.sendAll(url, messages);
      if (refused.length > 0) throw new Error(`${refused.length} messages were not taken by the ${lane} queue`);
    }
  }
}

const isComplaint = ({ aggregate }: DueItem): boolean => parseAggregateName(aggregate)?.kind === 'complaint';

/** Type of an aggregate's newest timeline entry, such as `contact.accepted`. */
export async function newestEntryType(stage: StageClient, aggregate: string): Promise<string> {
  const { Items = [] } = await tableClient(stage).send(
    new QueryCommand({
      TableName: requireOutput(stage.outputs, 'TableName'),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entry)',
      ExpressionAttributeValues: { ':pk': text(aggregate), ':entry': text(ENTRY_PREFIX) },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  return Items[0]?.['t']?.S ?? 'nothing';
}
