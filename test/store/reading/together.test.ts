import type { BatchGetItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { type Item, text } from '#store/attributes.ts';
import type { Key } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';

const key = (pk: string): Key => ({ pk, sk: 'SNAPSHOT' });
const itemOf = (pk: string): Item => ({ pk: text(pk), sk: text('SNAPSHOT') });
const named = (name: string): Error => Object.assign(new Error(name), { name });

type Served = readonly string[] | Error;

/**
 * A table that answers as BatchGetItem is documented; `serves`: which keys of the nth request, counted from 0, or the
 * error it ends with. There is no item called nothing.
 */
function table(serves: (keys: readonly string[], nth: number) => Served = (keys) => keys) {
  const requests: string[] = [];
  const answerTo = (keys: readonly Item[]) => {
    const asked = keys.map(({ pk }) => pk?.S ?? '');
    requests.push(asked.join(' '));
    const served = serves(asked, requests.length - 1);
    if (served instanceof Error) throw served;
    return {
      items: served.filter((pk) => pk !== 'nothing').map(itemOf),
      left: keys.filter(({ pk }) => !served.includes(pk?.S ?? '')),
    };
  };
  const send = async ({ input }: GetItemCommand | BatchGetItemCommand) => {
    if ('Key' in input) return { Item: answerTo([input.Key ?? {}]).items[0] };
    const { items, left } = answerTo(input.RequestItems?.['t']?.Keys ?? []);
    return { Responses: { t: items }, UnprocessedKeys: left.length === 0 ? {} : { t: { Keys: left } } };
  };
  return { reader: createReader({ send } as unknown as DynamoDBClient, 't'), requests };
}

/** A message's work before it reads: some answers of others are awaited first. */
async function after(awaits: number): Promise<void> {
  for (let left = awaits; left > 0; left -= 1) await Promise.resolve();
}

/** What each of those who asked at once got: the name of its item, of its error, or nothing. */
const toldTo = async ({ reader }: ReturnType<typeof table>, ...pks: readonly string[]) =>
  (await Promise.allSettled(pks.map((pk) => reader.get(key(pk))))).map((got) =>
    got.status === 'fulfilled' ? (got.value?.['pk']?.S ?? 'undefined') : nameOf(got.reason),
  );
const nameOf = (error: unknown): string => {
  const { name, code } = error as { readonly name: string; readonly code?: string };
  return code ?? name;
};

test('what several messages ask for in one turn is read in one request, and each gets its own', async () => {
  const { reader, requests } = table();

  const read = ['a', 'nothing', 'b', 'a'].map(async (pk, nth) => {
    await after(nth * 7);
    return reader.get(key(pk));
  });

  expect(await Promise.all(read)).toEqual([itemOf('a'), undefined, itemOf('b'), itemOf('a')]);
  expect(requests).toEqual(['a nothing b']);
});

test('what is asked for later is read anew: nothing is kept', async () => {
  const { reader, requests } = table();

  await reader.get(key('a'));
  await reader.get(key('a'));
  await reader.getAll([key('a'), key('b')]);

  expect(requests).toEqual(['a', 'a', 'a b']);
});

test('more than a hundred items take as many requests as they need', async () => {
  const { reader, requests } = table();
  const names = Array.from({ length: 230 }, (_, nth) => `k${nth}`);

  const items = await reader.getAll(names.map(key));

  expect(items.map((item) => item?.['pk']?.S)).toEqual(names);
  expect(requests.map((one) => one.split(' ').length)).toEqual([100, 100, 30]);
});

test('a key that the table refuses fails nobody else', async () => {
  const of = table((keys) => (keys.includes('bad') ? named('ValidationException') : keys));

  expect(await toldTo(of, 'a', 'bad', 'b')).toEqual(['a', 'ValidationException', 'b']);
  expect(of.requests).toEqual(['a bad b', 'a', 'bad', 'b']);
});

test('a key whose partition is held back fails nobody else, and keeps nobody waiting', async () => {
  const throttled = named('ProvisionedThroughputExceededException');
  const of = table((keys) => (keys.length === 1 ? throttled : keys.filter((pk) => pk !== 'hot')));
  const order: string[] = [];
  const asked = ['a', 'hot', 'b'].map((pk) => toldTo(of, pk).then((told) => void order.push(`${pk}: ${told.join()}`)));

  await Promise.all(asked);

  expect(order).toEqual(['a: a', 'b: b', 'hot: ProvisionedThroughputExceededException']);
  expect(of.requests).toEqual(['a hot b', 'hot']);
});

test('what is left for later is asked for again, and no more than that', async () => {
  const of = table((keys, nth) => keys.slice(0, nth === 0 ? 1 : 2));

  expect(await toldTo(of, 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c', 'd']);
  expect(of.requests).toEqual(['a b c d', 'b c d', 'd']);
});

test('what is left for later three times over is said to be throttled, what was answered stands', async () => {
  const of = table((keys) => keys.filter((pk) => pk === 'a'));

  expect(await toldTo(of, 'a', 'b', 'c')).toEqual(['a', 'store.throttled', 'store.throttled']);
  expect(of.requests).toEqual(['a b c', 'b c', 'b c']);
});

test('what goes wrong when the rest is asked for befalls the rest alone', async () => {
  const of = table((keys, nth) => (nth === 0 ? keys.slice(0, 2) : named('InternalServerError')));

  expect(await toldTo(of, 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'InternalServerError', 'InternalServerError']);
});

test('a table that does not answer fails everybody, once', async () => {
  const of = table(() => named('TimeoutError'));

  expect(await toldTo(of, 'a', 'b')).toEqual(['TimeoutError', 'TimeoutError']);
  expect(of.requests).toHaveLength(1);
});
