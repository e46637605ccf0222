import { Fault } from '#domain/errors.ts';

/** Conflicting writers are few: five rounds on fresh reads, then whoever sent it tries again. */
const ROUNDS = 5;

/**
 * Runs a change until it stands; `undefined` means that somebody was quicker and everything must be read anew.
 * @throws Fault `store.conflict` after five rounds; nothing is changed then.
 */
export async function inRounds<T>(round: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < ROUNDS; tries += 1) {
    const done = await round();
    if (done !== undefined) return done;
  }
  throw new Fault('store.conflict', { facts: { tries: ROUNDS } });
}
