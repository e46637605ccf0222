import { isFault } from '#domain/errors.ts';
import type { Item } from '../attributes.ts';
import type { Key } from '../keys.ts';

type Get = (key: Key) => Promise<Item | undefined>;
type GetAll = (keys: readonly Key[]) => Promise<readonly (Item | undefined)[]>;
type Asked = {
  readonly key: Key;
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Items asked for in one turn of the event loop, by whichever messages of a batch, are read in one request: each as
 * strongly consistent as alone, none kept for later. A key that the table refuses, or whose partition it holds back, fails
 * nobody but who asked for it (decision 0039).
 */
export function together(one: Get, all: GetAll): Get {
  let waiting: Asked[] = [];
  const alone = ({ key, resolve, reject }: Asked): unknown => one(key).then(resolve, reject);
  const read = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    const [first] = asked;
    if (first !== undefined && asked.length === 1) return void alone(first);
    try {
      const items = await all(asked.map(({ key }) => key));
      for (const [at, { resolve }] of asked.entries()) resolve(items[at]);
    } catch (error) {
      if (isOfOneKey(error)) for (const each of asked) alone(each);
      else for (const { reject } of asked) reject(error);
    }
  };
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ key, resolve, reject }) > 1) return;
      // After the microtasks that are due now: whoever else is at the same step asks in one of them.
      queueMicrotask(() => process.nextTick(read));
    });
}

const isOfOneKey = (error: unknown): boolean =>
  isFault(error) ? error.code === 'store.throttled' : error instanceof Error && error.name === 'ValidationException';
