import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from '#store/attributes.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import { type Engine, tableDefinition } from '../engine.ts';

/** Every item of a table. */
export async function itemsOf({ client }: Engine, TableName: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const more = ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey };
    const page = await client.send(new ScanCommand({ TableName, ConsistentRead: true, ...more }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

const WRAPPED_BYTES = 65;
type Opener = Awaited<ReturnType<Vault['subjectKey']>>;

/**
 * Everything that whoever has the table and the deployment's keys can read in it, as one text: each key that stands
 * anywhere in it is tried on each sealed field.
 */
export async function readableIn(engine: Engine, vault: Vault, tableName = engine.tableName): Promise<string> {
  const items = await itemsOf(engine, tableName);
  const wrapped = items.flatMap((item) =>
    Object.values(item).flatMap(({ B }) => (B?.length === WRAPPED_BYTES ? [B] : [])),
  );
  const keys = new Map<string, Opener>();
  for (const one of wrapped) {
    const key = await vault.subjectKey(one).catch(() => undefined);
    if (key !== undefined) keys.set(key.id, key);
  }
  return items
    .map((item) => [JSON.stringify(item), ...Object.keys(item).map((name) => opened(item, name, keys))].join('\n'))
    .join('\n');
}

const KEY_ID_AT = 1;
const KEY_ID_END = 5;

function opened(item: Item, attribute: string, keys: ReadonlyMap<string, Opener>): string {
  const sealed = item[attribute]?.B;
  if (sealed === undefined) return '';
  const key = keys.get(Buffer.from(sealed.subarray(KEY_ID_AT, KEY_ID_END)).toString('hex'));
  const place = { pk: item['pk']?.S ?? '', sk: item['sk']?.S ?? '', attribute };
  try {
    return key?.openText(place, sealed) ?? '';
  } catch {
    return '';
  }
}

/** A table of this name with what stands in the engine's table now: a backup, restored. */
export async function copyTable(engine: Engine, to: string): Promise<void> {
  await engine.client.send(tableDefinition(to));
  for (const Item of await itemsOf(engine, engine.tableName)) {
    await engine.client.send(new PutItemCommand({ TableName: to, Item }));
  }
}
