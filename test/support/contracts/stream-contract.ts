import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { expect } from 'vitest';
import { ENTRY_PREFIX } from '#store/table.contract.ts';
import { type Passing, until } from './passing.ts';

/** What a function does with a batch of records: its answer, or an end by an error. */
export type Read = (records: readonly DynamoDBRecord[]) => DynamoDBBatchResponse | 'raises';

/** A table with a stream of new images, and two functions that read new entries of it, each by a mapping of its own. */
export type ContractStream = Passing & {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** What was set aside for the first reader, as its sort keys. */
  readonly aside: () => readonly string[];
};
export type OpenStream = (first: Read, second?: Read) => Promise<ContractStream>;

const DONE: DynamoDBBatchResponse = { batchItemFailures: [] };

/** What every stream and its event source mapping do while nothing goes wrong, whoever stands behind them. */
export const STREAM_PROMISES: Readonly<Record<string, (open: OpenStream) => Promise<void>>> = {
  'entries of one key come in the order they were written, each with its new image': async (open) => {
    const { heard, read } = reader(() => DONE);
    const of = await open(read);
    for (let at = 1; at <= 6; at += 1) for (const pk of ['CASE#a', 'CASE#b']) await write(of, pk, at);
    await until(of, () => heard.length >= 12);

    for (const pk of ['CASE#a', 'CASE#b']) {
      const own = heard.filter((one) => one.dynamodb?.Keys?.['pk']?.S === pk);
      expect(own.map(sortOf)).toEqual(entries(6));
      expect(own.map((one) => one.dynamodb?.NewImage?.['said']?.S)).toEqual(entries(6).map((sk) => `${pk} ${sk}`));
      expect(own.map((one) => one.dynamodb?.OldImage)).toEqual(entries(6).map(() => undefined));
      const numbers = own.map((one) => BigInt(one.dynamodb?.SequenceNumber ?? 0));
      expect(numbers).toEqual(numbers.toSorted((one, other) => (one < other ? -1 : 1)));
    }
  },
  'what is no new entry is not read': async (open) => {
    const { heard, read } = reader(() => DONE);
    const of = await open(read);
    await put(of, { pk: { S: 'CASE#a' }, sk: { S: 'SNAPSHOT' } });
    await write(of, 'CASE#a', 1);
    await put(of, { pk: { S: 'CASE#a' }, sk: { S: entry(1) }, said: { S: 'changed' } });
    await of.client.send(
      new DeleteItemCommand({ TableName: of.tableName, Key: { pk: { S: 'CASE#a' }, sk: { S: entry(1) } } }),
    );
    await write(of, 'CASE#a', 2);
    await until(of, () => heard.length > 1);
    await of.pass(of.visibilityMs);

    expect(heard.map((one) => `${one.eventName} ${sortOf(one)}`)).toEqual(entries(2).map((sk) => `INSERT ${sk}`));
  },
  'a batch whose reader raises comes again until it is done, and nothing of its key overtakes it': async (open) => {
    let tries = 0;
    const { heard, read } = reader(() => {
      tries += 1;
      return tries < 3 ? 'raises' : DONE;
    });
    const done: string[] = [];
    const of = await open((records) => {
      const answer = read(records);
      if (answer !== 'raises') done.push(...records.map(sortOf));
      return answer;
    });
    for (let at = 1; at <= 4; at += 1) await write(of, 'CASE#a', at);
    await until(of, () => done.length >= 4);

    expect(done).toEqual(entries(4));
    expect(heard.filter((one) => sortOf(one) === entry(1))).toHaveLength(3);
  },
  'each reader reads for itself: one that fails holds up no other': async (open) => {
    const { heard, read } = reader(() => DONE);
    const of = await open(() => 'raises', read);
    for (let at = 1; at <= 3; at += 1) await write(of, 'CASE#a', at);
    await until(of, () => heard.length >= 3);

    expect(heard.map(sortOf)).toEqual(entries(3));
  },
  'a batch comes again from the earliest record that was named': async (open) => {
    const named: string[] = [];
    const { heard, read } = reader((records) => {
      if (named.length > 0 || records.length < 4) return DONE;
      named.push(sortOf(records[1]), sortOf(records.at(-1)));
      return failing(records.at(-1)?.dynamodb?.SequenceNumber, records[1]?.dynamodb?.SequenceNumber);
    });
    const of = await open(read);
    for (let round = 0; round < 20 && named.length === 0; round += 1) {
      for (let at = 1; at <= 8; at += 1) await write(of, 'CASE#a', round * 8 + at);
      await of.pass(of.visibilityMs);
    }
    await until(of, () => heard.filter((one) => sortOf(one) === named[1]).length > 1);

    const sorted = [...new Set(heard.map(sortOf))].toSorted();
    const twice = sorted.filter((sk) => heard.filter((one) => sortOf(one) === sk).length > 1);
    expect(twice).toEqual(sorted.slice(sorted.indexOf(named[0] ?? ''), sorted.indexOf(named[1] ?? '') + 1));
  },
  'an answer that names no record of the batch leaves all of it undone': async (open) => {
    const { heard, read } = reader(() => (heard.length === 1 ? failing('') : DONE));
    const of = await open(read);
    await write(of, 'CASE#a', 1);
    await until(of, () => heard.length > 1);

    expect(heard.map(sortOf)).toEqual([entry(1), entry(1)]);
  },
  'a record that always fails is set aside alone after ten more tries, and what follows it is read': async (open) => {
    let alone = 0;
    const { heard, read } = reader((records) => {
      const names = records.map(sortOf);
      if (names.length === 1 && names[0] === entry(3)) alone += 1;
      return names.includes(entry(3)) ? 'raises' : DONE;
    });
    const of = await open(read);
    for (let at = 1; at <= 6; at += 1) await write(of, 'CASE#a', at);
    await until(of, () => of.aside().length > 0 && heard.some((one) => sortOf(one) === entry(6)), 10);

    expect(of.aside()).toEqual([entry(3)]);
    expect([...new Set(heard.map(sortOf))].toSorted()).toEqual(entries(6));
    expect(alone).toBe(11);
  },
};

const entry = (at: number): string => `${ENTRY_PREFIX}${String(at).padStart(6, '0')}`;
const entries = (count: number): string[] => Array.from({ length: count }, (_, at) => entry(at + 1));
const sortOf = (record: DynamoDBRecord | undefined): string => record?.dynamodb?.Keys?.['sk']?.S ?? '';
const failing = (...names: readonly (string | undefined)[]): DynamoDBBatchResponse => ({
  batchItemFailures: names.map((name) => ({ itemIdentifier: name ?? '' })),
});

/** A reader that remembers every record it was handed. */
function reader(answer: Read): { readonly heard: readonly DynamoDBRecord[]; readonly read: Read } {
  const heard: DynamoDBRecord[] = [];
  const read: Read = (records) => {
    heard.push(...records);
    return answer(records);
  };
  return { heard, read };
}

const put = (of: ContractStream, Item: Record<string, AttributeValue>): Promise<unknown> =>
  of.client.send(new PutItemCommand({ TableName: of.tableName, Item }));
const write = (of: ContractStream, pk: string, at: number): Promise<unknown> =>
  put(of, { pk: { S: pk }, sk: { S: entry(at) }, said: { S: `${pk} ${entry(at)}` } });
