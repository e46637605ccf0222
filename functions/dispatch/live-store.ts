import { setTimeout as sleep } from 'node:timers/promises';
import { wordsOf } from '#domain/complaint/said.ts';
import { isFault } from '#domain/errors.ts';
import type { Clock } from '#runtime/clock.ts';
import type { Ids } from '#runtime/ids.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import { accountStands, createAccountStore } from '#store/account-store.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import type { db } from '#store/client.ts';
import { sealedPlace } from '#store/codecs/entry.ts';
import { type ComplaintStore, createComplaintStore } from '#store/complaint-store.ts';
import { parseAggregateName } from '#store/keys.ts';
import { createLedger, headAfter } from '#store/ledger.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { busyPoints } from '#store/people/busy-points.ts';
import { contactStands, createPersonStore, customerStands, customerTouch } from '#store/people/customer-store.ts';
import { loadDossier } from '#store/people/dossier-store.ts';
import { createErasedPeople } from '#store/people/erasure.ts';
import type { syncHolders } from '#store/people/holders.ts';
import { inTrouble } from '#store/people/in-trouble.ts';
import { createPointStore, pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { DispatchNeeds, DispatchStore } from './ports.ts';

/** Where the table is, who guards the keys, what time it is. */
export type StoreParts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'fence' | 'random'>;
  readonly count: Meter['count'];
};

/** Joins the stores to dispatch: strong reads, and the writes that a change is made of. */
export function joinStore(
  parts: StoreParts,
  book: DispatchNeeds['book'],
): { readonly store: DispatchStore; readonly holders: Parameters<typeof syncHolders>[1] } {
  const { db, tableName, vault, clock, ids } = parts;
  const reader = createReader(db, tableName);
  const points = createPointStore(reader);
  const people = createPersonStore(reader, vault);
  const accounts = createAccountStore(reader, db, tableName);
  const timeline = createTimeline(reader);
  const cases = createCaseStore(reader);
  const { newest: feed } = createFeedStore(reader, db, tableName);
  const busy = busyPoints({ cases, now: clock.businessNow });
  const judged = { people, accounts, points, book, feed, busy, inTrouble: inTrouble({ cases }) };
  const ledger = createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random });
  const open = openWith(vault);
  const erased = createErasedPeople(reader);
  return {
    store: {
      cases,
      points,
      people,
      isErased: async (customerId) => (await erased.customer(customerId)) !== undefined,
      timeline,
      ledger,
      dossier: (of) => loadDossier(of, { ...judged, pointOf: vault.pointOf }),
      seal: (key, at, text) => vault.seal(key, sealedPlace(at.kind, at.id, at.seq), text),
      open,
      answerIn: answersIn({ timeline, open, complaints: createComplaintStore(reader) }),
      ...WRITES,
    },
    holders: {
      ledger,
      people,
      points,
      entries: (customerId, limit) => timeline.newest('customer', customerId, limit),
      now: clock.businessNow,
    },
  };
}

const openWith =
  (vault: Vault): DispatchStore['open'] =>
  async (key, at, sealed) =>
    Buffer.from(await vault.open(key, sealedPlace(at.kind, at.id, at.seq), sealed)).toString('utf8');

type Opening = Pick<DispatchStore, 'timeline' | 'open'> & { readonly complaints: Pick<ComplaintStore, 'load'> };

/** Taken down before its customer was on record, a complaint has a key of its own: its words stand under that. */
const answersIn =
  ({ timeline, open, complaints }: Opening): DispatchStore['answerIn'] =>
  async ({ complaintId: id, seq }, key) => {
    const [entry, stored] = await Promise.all([timeline.entry('complaint', id, seq), complaints.load(id)]);
    if (entry?.sealed === undefined) return undefined;
    try {
      const text = await open(stored?.state.key ?? key, { kind: 'complaint', id, seq }, entry.sealed);
      return wordsOf(entry, text)['answer'];
    } catch (error) {
      // Words that nobody can open any more are not told; that it was decided is.
      if (isFault(error, 'crypto.') && error.retry === 'never') return undefined;
      throw error;
    }
  };

/** What a change is made of, whatever the table. */
const WRITES = {
  parseName: parseAggregateName,
  caseChange,
  headAfter,
  unknownPoint,
  pointTouch,
  pointAdvance,
  customerTouch,
  customerStands,
  contactStands,
  accountStands,
} as const satisfies Partial<DispatchStore>;
