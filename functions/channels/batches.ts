import { setTimeout as sleep } from 'node:timers/promises';

/** Pause between tries, in milliseconds; tests take none. */
export type Paced = (ms: number) => Promise<unknown>;

/** Entries one batch request may carry. Source: SendMessageBatch, PublishBatch. */
const BATCH_SIZE = 10;
const TRIES = 3;
const PAUSE_MS = 50;

/**
 * Hands items over ten at a time; entries refused for the moment are tried again, entries refused for good are not.
 * Answers the positions that were not taken, in order. An error of a whole request is raised as it is: the client has tried it three times.
 */
export async function inBatches<T>(
  items: readonly T[],
  hand: (part: readonly T[]) => Promise<readonly Refused[]>,
  paced: Paced = (ms) => sleep(ms),
): Promise<readonly number[]> {
  const refused: number[] = [];
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    const positions = items.slice(start, start + BATCH_SIZE).map((_, offset) => start + offset);
    const taken = (left: readonly number[]) => hand(left.flatMap((position) => items.slice(position, position + 1)));
    refused.push(...(await handBatch(positions, taken, paced)));
  }
  return refused.toSorted((one, other) => one - other);
}

type Refused = { readonly at: number; readonly again: boolean };

async function handBatch(
  positions: readonly number[],
  hand: (positions: readonly number[]) => Promise<readonly Refused[]>,
  paced: Paced,
): Promise<readonly number[]> {
  const refused: number[] = [];
  let left = positions;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const failed = await hand(left);
    const again: number[] = [];
    for (const { at, again: later } of failed) {
      const position = left[at];
      if (position !== undefined) (later ? again : refused).push(position);
    }
    left = again;
    if (left.length === 0 || attempt === TRIES) break;
    await paced(PAUSE_MS * 2 ** attempt);
  }
  return [...refused, ...left];
}
