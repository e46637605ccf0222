import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Item, keyItem, readText, text } from './attributes.ts';
import type { Key } from './keys.ts';
import { type Asking, markOf, together } from './reading/together.ts';
import { TABLE } from './table.contract.ts';

/**
 * The table as the stores read it: always the newest state, never a scan. Items asked for at the same moment are read in
 * one request.
 */
export type Reader = {
  /** One item, strongly consistent; undefined when there is none. */
  readonly get: (key: Key) => Promise<Item | undefined>;
  /** Items in the order of their keys, strongly consistent; undefined where there is none. */
  readonly getAll: (keys: readonly Key[]) => Promise<readonly (Item | undefined)[]>;
  /** Items of one partition in sort order, strongly consistent; the whole collection unless `limit` bounds a page. */
  readonly collection: (pk: string, prefix?: string) => Promise<readonly Item[]>;
  readonly page: (query: PageQuery) => Promise<Page>;
};

export type PageQuery = {
  /** Index to ask; the table itself, strongly consistent, without one. */
  readonly index?: { readonly name: string; readonly partitionKey: string; readonly sortKey: string };
  readonly pk: string;
  readonly after?: string;
  readonly upTo?: string;
  readonly prefix?: string;
  readonly limit: number;
  readonly newestFirst?: boolean;
  readonly start?: Item;
};
export type Page = { readonly items: readonly Item[]; readonly next?: Item };

export function createReader(db: DynamoDBClient, table: string): Reader {
  const page = (query: PageQuery): Promise<Page> => readPage(db, table, query);
  const get = together(askingOf(db, table));
  return {
    get,
    getAll: (keys) => Promise.all(keys.map(get)),
    collection: async (pk, prefix) => {
      const items: Item[] = [];
      let start: Item | undefined;
      do {
        const got = await page({
          pk,
          limit: 1000,
          ...(prefix === undefined ? {} : { prefix }),
          ...(start === undefined ? {} : { start }),
        });
        items.push(...got.items);
        start = got.next;
      } while (start !== undefined);
      return items;
    },
    page,
  };
}

const askingOf = (db: DynamoDBClient, table: string): Asking => ({
  one: async (key) => {
    const answer = await db.send(new GetItemCommand({ TableName: table, Key: keyItem(key), ConsistentRead: true }));
    return answer.Item;
  },
  several: async (keys) => {
    const wanted = { [table]: { Keys: keys.map(keyItem), ConsistentRead: true } };
    const answer = await db.send(new BatchGetItemCommand({ RequestItems: wanted }));
    const left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    return {
      found: new Map((answer.Responses?.[table] ?? []).map((item) => [markOfItem(item), item])),
      left: new Set(left.map(markOfItem)),
    };
  },
});

const markOfItem = (item: Item): string => markOf({ pk: readText(item, 'pk'), sk: readText(item, 'sk') });

async function readPage(db: DynamoDBClient, table: string, query: PageQuery): Promise<Page> {
  const names = { '#p': query.index?.partitionKey ?? TABLE.partitionKey, '#s': query.index?.sortKey ?? TABLE.sortKey };
  const { term, values } = range(query);
  const answer = await db.send(
    new QueryCommand({
      TableName: table,
      ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index.name }),
      KeyConditionExpression: `#p = :p${term}`,
      ExpressionAttributeNames: term === '' ? { '#p': names['#p'] } : names,
      ExpressionAttributeValues: { ':p': text(query.pk), ...values },
      Limit: query.limit,
      ScanIndexForward: query.newestFirst !== true,
      ...(query.start === undefined ? {} : { ExclusiveStartKey: query.start }),
    }),
  );
  return {
    items: answer.Items ?? [],
    ...(answer.LastEvaluatedKey === undefined ? {} : { next: answer.LastEvaluatedKey }),
  };
}

function range(query: PageQuery): { term: string; values: Item } {
  if (query.prefix !== undefined) return { term: ' AND begins_with(#s, :s)', values: { ':s': text(query.prefix) } };
  if (query.after !== undefined && query.upTo !== undefined) {
    return { term: ' AND #s BETWEEN :a AND :b', values: { ':a': text(query.after), ':b': text(query.upTo) } };
  }
  if (query.upTo !== undefined) return { term: ' AND #s <= :b', values: { ':b': text(query.upTo) } };
  if (query.after !== undefined) return { term: ' AND #s > :a', values: { ':a': text(query.after) } };
  return { term: '', values: {} };
}
