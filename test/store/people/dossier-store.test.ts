import { expect, test } from 'vitest';
import type { AccountState } from '#domain/account/account.ts';
import type { Dossier } from '#domain/contact/dossier.ts';
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
  return (await feedOf({ sequence: 1, asOf, source: 'urn:bank:core', overdue }, () => beat))?.newestAt;
}

async function feedOf(state: AccountState, beat: (source: string) => number | undefined): Promise<Dossier['feed']> {
  const account = accountOf({ state });
  const { dossier } = await loadDossier(caseOf('debt'), {
    book,
    people: { load: () => Promise.resolve(undefined) },
    accounts: { load: () => Promise.resolve(account) },
    points: { loadBeside: () => Promise.resolve({ points: [], stands: false }) },
    feed: (source) => Promise.resolve(beat(source)),
    inTrouble: () => Promise.resolve(false),
  });
  return dossier.feed;
}

test('the feed of an account is as old as its newest heartbeat, or as the account’s own news where that is newer', async () => {
  expect(await newestSign(NOON - DAY, NOON - MINUTE)).toBe(NOON - MINUTE);
  expect(await newestSign(NOON - MINUTE, NOON - DAY)).toBe(NOON - MINUTE);
});

test('who spoke of the debt is listened for, whoever else speaks of the account', async () => {
  const words = { debt: { asOf: NOON - DAY, source: 'urn:bank:loans' } };
  const state: AccountState = { sequence: 9, asOf: NOON, source: 'urn:bank:cards', overdue, words };
  const loans = (source: string) => (source === 'urn:bank:loans' ? NOON - 2 * DAY : NOON);

  expect(await feedOf(state, loans)).toEqual({ source: 'urn:bank:loans', newestAt: NOON - DAY });
  const own = { ...state, source: 'urn:bank:loans' };
  expect(await feedOf(own, loans)).toEqual({ source: 'urn:bank:loans', newestAt: NOON });
});

test('a source that never beat is not watched', async () => {
  expect(await newestSign(NOON, undefined)).toBeUndefined();
});
