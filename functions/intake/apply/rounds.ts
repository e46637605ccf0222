import { Fault } from '#domain/errors.ts';

/** Writers of one account or customer at once are few; who loses more often than this comes again from outside. */
const ROUNDS = 8;
const PAUSE_MS = 10;

/** Waits up to so many milliseconds, by chance: two who met once should not meet again. */
export type Pause = (upToMs: number) => Promise<void>;

/**
 * Runs a change until it stands; `undefined` means that somebody was quicker and everything must be read anew.
 * @throws Fault `store.conflict` after eight rounds; nothing is changed then.
 */
export async function inRounds<T>(pause: Pause, round: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < ROUNDS; tries += 1) {
    if (tries > 0) await pause(PAUSE_MS * 2 ** tries);
    const done = await round();
    if (done !== undefined) return done;
  }
  throw new Fault('store.conflict', { facts: { tries: ROUNDS } });
}
