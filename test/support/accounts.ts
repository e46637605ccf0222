import fc from 'fast-check';
import type { Account, AccountState, OpenTransaction } from '#domain/account/account.ts';
import { pendingOf } from '#domain/account/pending.ts';
import { accountId, customerId } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import { NOON } from './cases.ts';
import { anyOf } from './table/fields.ts';

export const accountOf = (change: Partial<Account> = {}): Account => ({
  id: accountId('a1'),
  customerId: customerId('u1'),
  version: 0,
  reasonVersion: 0,
  window: [],
  gaps: 0,
  baseline: new Uint8Array(0),
  openCases: [],
  ...change,
});

const pending = (currency: string, open: readonly OpenTransaction[]): Pick<Account, 'pending'> => {
  const sum = pendingOf(currency, open);
  return sum === undefined ? {} : { pending: sum };
};

const FIELDS = ['product', 'status', 'balance', 'overdue', 'daysPastDue'] as const;

/** Every word as long as an event may make it without a second write unit, and a full window with gaps. */
export const fullAccount: Account = accountOf({
  id: accountId('a'.repeat(64)),
  customerId: customerId('u'.repeat(64)),
  version: 9_999_999_999,
  reasonVersion: 9_999_999_999,
  state: {
    sequence: Number.MAX_SAFE_INTEGER,
    asOf: NOON,
    source: 'urn:bank:cards'.padEnd(16, 's'),
    product: 'p'.repeat(24),
    status: 's'.repeat(24),
    balance: { minor: -Number.MAX_SAFE_INTEGER, currency: 'CNY' },
    overdue: { minor: Number.MAX_SAFE_INTEGER, currency: 'CNY' },
    daysPastDue: 9_999,
    older: Object.fromEntries(FIELDS.map((field) => [field, Number.MAX_SAFE_INTEGER - 999])),
    words: {
      debt: { asOf: NOON - 900 * DAY, source: 'urn:bank:loans'.padEnd(16, 's') },
      status: { asOf: NOON - 900 * DAY, source: 'urn:bank:core'.padEnd(16, 's') },
    },
  },
  ...pending(
    'CNY',
    Array.from({ length: 6 }, (_, index) => ({
      ref: 0xffffffff,
      minor: 99_999_999_999_999,
      at: NOON - index * DAY,
      posted: Number.MAX_SAFE_INTEGER - index * 999,
    })),
  ),
  window: Array.from({ length: 48 }, (_, index) => ({
    sequence: Number.MAX_SAFE_INTEGER - index * 8,
    hash: 0xffffffff,
  })),
  gaps: 1_000_000,
  baseline: new Uint8Array(200).fill(255),
  lastActivityAt: NOON,
  flaggedAt: NOON,
  openCases: Array.from({ length: 4 }, (_, index) => ({
    caseId: '7'.repeat(19) + String(index + 2),
    kind: 'k'.repeat(16),
  })),
});

const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
const money = fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('CNY', 'USD', 'GBP', 'JPY') });
const word = fc.string({ unit: 'grapheme', maxLength: 64 });
const openCase = fc.record({
  caseId: fc.oneof(fc.stringMatching(/^[a-z2-7]{20}$/u), fc.constantFrom('c1', 'CASE-9', 'abc')),
  kind: word,
});

const said = fc.record({ asOf: moment, source: fc.constantFrom('urn:bank:core', 'urn:bank:loans') });

const state = anyOf<AccountState>(
  {
    sequence: fc.maxSafeNat(),
    asOf: moment,
    source: word,
    product: word,
    status: word,
    balance: money,
    overdue: money,
    daysPastDue: fc.nat({ max: 9_999 }),
    words: anyOf<NonNullable<AccountState['words']>>({ debt: said, status: said }, []).filter(
      (words) => Object.keys(words).length > 0,
    ),
    older: fc.subarray([...FIELDS]).map((fields) => Object.fromEntries(fields.map((field) => [field, 0]))),
  },
  ['sequence', 'asOf', 'source'],
);
const open = fc.array(
  anyOf<OpenTransaction>(
    { ref: fc.nat({ max: 0xffffffff }), minor: fc.nat({ max: 2 ** 50 }), at: moment, posted: fc.maxSafeNat() },
    ['ref', 'minor', 'at'],
  ),
  { minLength: 1, maxLength: 6 },
);

const window = fc
  .uniqueArray(fc.maxSafeNat(), { maxLength: 48 })
  .chain((sequences) =>
    fc
      .array(fc.nat({ max: 0xffffffff }), { minLength: sequences.length, maxLength: sequences.length })
      .map((hashes) =>
        sequences
          .toSorted((one, other) => other - one)
          .map((sequence, index) => ({ sequence, hash: hashes[index] ?? 0 })),
      ),
  );

/** Any account that the rules could produce. */
export const anyAccount = anyOf<Account>(
  {
    id: fc.constant(accountId('a1')),
    customerId: fc.stringMatching(/^[\w.:-]{1,64}$/u).map(customerId),
    state,
    pending: fc
      .tuple(fc.constantFrom('CNY', 'USD'), open)
      .map(([currency, all]) => pendingOf(currency, all))
      .filter((sum) => sum !== undefined),
    window,
    gaps: fc.nat(),
    baseline: fc.uint8Array({ maxLength: 300 }),
    lastActivityAt: moment,
    flaggedAt: moment,
    flaggedAtMost: fc.constant(true),
    openCases: fc.array(openCase, { maxLength: 4 }),
    version: fc.nat(),
    reasonVersion: fc.nat(),
  },
  ['id', 'customerId', 'window', 'gaps', 'baseline', 'openCases', 'version', 'reasonVersion'],
);
