import { setTimeout as sleep } from 'node:timers/promises';
import type { SmsSender } from '#channels/sms.ts';
import { bundledPolicies } from '#policies/book.ts';
import { lawOfNumber } from '#policies/calling-codes.ts';
import { CATALOGUE } from '#policies/templates/catalogue.ts';
import { PHRASES } from '#policies/templates/phrases.ts';
import type { Clock } from '#runtime/clock.ts';
import type { BadMessage } from '#runtime/from-queue.ts';
import { type Ids, sha256Hex } from '#runtime/ids.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import type { Settings } from '#runtime/settings.ts';
import { accountStands, createAccountStore } from '#store/account-store.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import type { db } from '#store/client.ts';
import { type AggregateKind, aggregateName, entryKey, parseAggregateName } from '#store/keys.ts';
import { createLedger } from '#store/ledger.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { contactStands, createPersonStore, customerTouch } from '#store/people/customer-store.ts';
import { loadDossier } from '#store/people/dossier-store.ts';
import { syncHolders } from '#store/people/holders.ts';
import { createPointStore, pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { DispatchNeeds, DispatchStore } from './ports.ts';
import type { ReceiptNeeds } from './receipts/record-receipt.ts';

/** What the process or a test brings. */
export type Parts = StoreParts & {
  readonly settings: Settings;
  readonly sms: SmsSender;
  readonly originationNumber?: string;
};

/** Where the table is, who guards the keys, what time it is. */
export type StoreParts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'fence' | 'random'>;
  readonly count: Meter['count'];
};

/** Joins dispatch to its stores, policies, texts and the provider. */
export function joinDispatch(parts: Parts): DispatchNeeds {
  const { clock, settings, originationNumber } = parts;
  const { bank, defaults } = settings;
  const laws = defaults.jurisdictions ?? [];
  const [law] = laws;
  const book = bundledPolicies(sha256Hex);
  const { store, holders } = joinStore(parts, book);
  return {
    store,
    book,
    sms: parts.sms,
    ...(originationNumber === undefined ? {} : { originationNumber }),
    count: parts.count,
    now: clock.businessNow,
    settings: {
      jurisdiction: defaults.jurisdiction,
      ...(laws.length === 1 && law !== undefined ? { accountLaw: law } : {}),
      pausedPurposes: defaults.pausedPurposes,
      // Mail and push steps stand in the plans and are skipped until their channels come.
      channelsOn: ['sms', 'call'],
      lawOfNumber: (number) => lawOfNumber(number.reveal()),
    },
    words: {
      catalogue: CATALOGUE,
      phrases: PHRASES,
      bank: { ...bank, locale: defaults.locale, timezone: defaults.timezone },
      hash: sha256Hex,
    },
    syncHolders: (customerId) => syncHolders(customerId, holders),
  };
}

function joinStore(
  parts: StoreParts,
  book: DispatchNeeds['book'],
): { readonly store: DispatchStore; readonly holders: Parameters<typeof syncHolders>[1] } {
  const { db, tableName, vault, clock, ids } = parts;
  const reader = createReader(db, tableName);
  const points = createPointStore(reader);
  const people = createPersonStore(reader, vault);
  const accounts = createAccountStore(reader, db, tableName);
  const timeline = createTimeline(reader);
  const feed = createFeedStore(reader, db, tableName).newest;
  const ledger = createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random });
  const entries = (customerId: string, limit: number): ReturnType<typeof timeline.newest> =>
    timeline.newest('customer', customerId, limit);
  return {
    store: {
      cases: createCaseStore(reader),
      points,
      people,
      timeline,
      ledger,
      dossier: (of) => loadDossier(of, { people, accounts, points, book, feed }),
      seal: (key, at, text) => vault.seal(key, textPlace(at), text),
      open: async (key, at, sealed) => Buffer.from(await vault.open(key, textPlace(at), sealed)).toString('utf8'),
      parseName: parseAggregateName,
      caseChange,
      unknownPoint,
      pointTouch,
      pointAdvance,
      customerTouch,
      contactStands,
      accountStands,
    },
    holders: { ledger, people, points, entries, now: clock.businessNow },
  };
}

/** Where an entry keeps its text. */
const textPlace = (at: { kind: AggregateKind; id: string; seq: number }): Parameters<Vault['seal']>[1] => ({
  ...entryKey(aggregateName(at.kind, at.id), at.seq),
  attribute: 's',
});

/** Joins the reading of receipts to its stores. */
export function joinReceipts(parts: StoreParts): ReceiptNeeds {
  const book = bundledPolicies(sha256Hex);
  const { store } = joinStore(parts, book);
  return { store, book, count: parts.count, pointOf: parts.vault.pointOf, fromWire: parts.clock.fromWire };
}

/** What can never be read is kept, sealed, where operations see it. */
export function joinQuarantine({ db, tableName, vault, clock }: StoreParts): (bad: BadMessage) => Promise<void> {
  const store = createQuarantineStore({ reader: createReader(db, tableName), db, table: tableName, vault });
  return async ({ code, issues, body, info }) => {
    const { messageId: name, sentAt: at, senderId } = info;
    const told = issues.map(({ pointer, detail }) => ({ pointer, message: detail }));
    await store.put({ name, at, code, issues: told, door: 'queue', senderId, body }, clock.wallNow());
  };
}
