import { expect, test } from 'vitest';
import { DAY, MINUTE } from '#domain/time.ts';
import { bundledPolicies } from '#policies/book.ts';
import { sha256Hex } from '#runtime/ids.ts';
import { loadDossier } from '#store/people/dossier-store.ts';
import { accountOf } from '../../support/accounts.ts';
import { caseOf, NOON } from '../../support/cases.ts';

const book = bundledPolicies(sha256Hex);
const overdue = { minor: 5_000, currency: 'CNY' };

/** Newest sign of the feed that says the account is overdue since `asOf`, where it last beat at `beat`. */
async function newestSign(asOf: number, beat: number | undefined): Promise<number | undefined> {
  const account = accountOf({ state: { sequence: 1, asOf, source: 'urn:bank:core', overdue } });
  const { dossier } = await loadDossier(caseOf('debt'), {
    book,
    people: { load: () => Promise.resolve(undefined) },
    accounts: { load: () => Promise.resolve(account) },
    points: { loadBeside: () => Promise.resolve({ points: [], stands: false }) },
    feed: () => Promise.resolve(beat),
    inTrouble: () => Promise.resolve(false),
  });
  return dossier.feed?.newestAt;
}

test('the feed of an account is as old as its newest heartbeat, or as the account’s own news where that is newer', async () => {
  expect(await newestSign(NOON - DAY, NOON - MINUTE)).toBe(NOON - MINUTE);
  expect(await newestSign(NOON - MINUTE, NOON - DAY)).toBe(NOON - MINUTE);
});

test('a source that never beat is not watched', async () => {
  expect(await newestSign(NOON, undefined)).toBeUndefined();
});
