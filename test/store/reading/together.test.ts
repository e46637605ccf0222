import { expect, test } from 'vitest';
import { Fault } from '#domain/errors.ts';
import { text } from '#store/attributes.ts';
import { together } from '#store/reading/together.ts';

type Key = { readonly pk: string; readonly sk: string };
const key = (pk: string): Key => ({ pk, sk: 'SNAPSHOT' });
const itemOf = ({ pk }: Key) => ({ pk: text(pk) });

function table(refuse: (keys: readonly Key[]) => Error | undefined = () => undefined) {
  const requests: string[][] = [];
  const ask = async (keys: readonly Key[]) => {
    requests.push(keys.map(({ pk }) => pk));
    const error = refuse(keys);
    if (error !== undefined) throw error;
    return keys.map((one) => (one.pk === 'nothing' ? undefined : itemOf(one)));
  };
  const get = together(
    async (one) => (await ask([one]))[0],
    (keys) => ask(keys),
  );
  return { get, requests };
}

/** A message's work before it reads: some answers of others are awaited first. */
async function after(awaits: number): Promise<void> {
  for (let left = awaits; left > 0; left -= 1) await Promise.resolve();
}

test('what several messages ask for in one turn is read in one request, and each gets its own', async () => {
  const { get, requests } = table();

  const read = ['a', 'nothing', 'b'].map(async (pk, nth) => {
    await after(nth * 7);
    return get(key(pk));
  });

  expect(await Promise.all(read)).toEqual([itemOf(key('a')), undefined, itemOf(key('b'))]);
  expect(requests).toEqual([['a', 'nothing', 'b']]);
});

test('what is asked for later is read anew: nothing is kept', async () => {
  const { get, requests } = table();

  await get(key('a'));
  await get(key('a'));
  await Promise.all([get(key('a')), get(key('a'))]);

  expect(requests).toEqual([['a'], ['a'], ['a', 'a']]);
});

const invalid = Object.assign(new Error('key'), { name: 'ValidationException' });
test.each([invalid, new Fault('store.throttled')])('%s of one key fails nobody else', async (refusal) => {
  const { get, requests } = table((keys) => (keys.some(({ pk }) => pk === 'bad') ? refusal : undefined));

  const read = await Promise.allSettled(['a', 'bad', 'b'].map((pk) => get(key(pk))));

  expect(read.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(requests).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
});

test('a table that does not answer fails everybody, once', async () => {
  const gone = new Error('socket hang up');
  const { get, requests } = table(() => gone);

  expect(await Promise.allSettled([get(key('a')), get(key('b'))])).toEqual([
    { status: 'rejected', reason: gone },
    { status: 'rejected', reason: gone },
  ]);
  expect(requests).toHaveLength(1);
});
