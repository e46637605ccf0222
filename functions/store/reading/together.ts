import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '#domain/errors.ts';
import type { Item } from '../attributes.ts';
import type { Key } from '../keys.ts';

/** What a request for several items answered: those that there are, by key, and those that were left for later. */
export type Answered = { readonly found: ReadonlyMap<string, Item>; readonly left: ReadonlySet<string> };
/** How the table is asked: for one item, or for at most 100 different ones. */
export type Asking = {
  readonly one: (key: Key) => Promise<Item | undefined>;
  readonly several: (keys: readonly Key[]) => Promise<Answered>;
};

/** Whoever asks for the same item waits for the same answer. */
type Asked = PromiseWithResolvers<Item | undefined> & { readonly key: Key };

/** Source: BatchGetItem limits. */
const AT_ONCE = 100;
const TRIES = 3;
const PAUSE_MS = 50;

/** Name of a key within one request. */
export const markOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

/**
 * Items asked for in one turn of the event loop, by whichever messages of a batch, are read in one request: each as
 * strongly consistent as alone, none kept for later (decision 0039). Each is handed over as soon as it was answered: what
 * the table leaves for later is asked for twice more, and what then goes wrong befalls those alone who asked for it
 * (`store.throttled` when it is left every time). A key that the table refuses fails nobody else.
 */
export function together(asking: Asking): Asking['one'] {
  let waiting = new Map<string, Asked>();
  const readAll = async (): Promise<void> => {
    const asked = [...waiting.values()];
    waiting = new Map();
    const parts = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, nth) => nth * AT_ONCE);
    await Promise.all(parts.map((from) => read(asked.slice(from, from + AT_ONCE), asking)));
  };
  return (key) => {
    const asked = waiting.get(markOf(key)) ?? { ...Promise.withResolvers<Item | undefined>(), key };
    // After the microtasks that are due now: whoever else is at the same step asks in one of them.
    if (waiting.size === 0) queueMicrotask(() => process.nextTick(readAll));
    waiting.set(markOf(key), asked);
    return asked.promise;
  };
}

/** Settles everyone who asked, and never rejects. */
async function read(asked: readonly Asked[], asking: Asking): Promise<void> {
  let left = asked;
  try {
    for (let attempt = 1; left.length > 1; attempt += 1) {
      left = await readOnce(left, asking);
      if (left.length > 1 && attempt === TRIES) throw new Fault('store.throttled');
      if (left.length > 1) await sleep(PAUSE_MS * 2 ** attempt);
    }
    await eachAlone(left, asking);
  } catch (error) {
    if (isRefusal(error)) await eachAlone(left, asking);
    else for (const { reject } of left) reject(error);
  }
}

/** Hands over what was answered; answers what the table left for later. */
async function readOnce(asked: readonly Asked[], { several }: Asking): Promise<readonly Asked[]> {
  const { found, left } = await several(asked.map(({ key }) => key));
  const isLeft = ({ key }: Asked): boolean => left.has(markOf(key));
  for (const one of asked) if (!isLeft(one)) one.resolve(found.get(markOf(one.key)));
  return asked.filter(isLeft);
}

/** With the pauses and tries that the client makes for a single item. */
async function eachAlone(asked: readonly Asked[], { one }: Asking): Promise<void> {
  await Promise.all(asked.map(({ key, resolve, reject }) => one(key).then(resolve, reject)));
}

/** One key makes the whole request invalid. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === 'ValidationException';
