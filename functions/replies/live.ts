import { setTimeout as sleep } from 'node:timers/promises';
import { bundledPolicies } from '#policies/book.ts';
import { SURROUNDINGS, type Surroundings } from '#runtime/chain.ts';
import type { Clock } from '#runtime/clock.ts';
import { type BadMessage, fromQueue } from '#runtime/from-queue.ts';
import { caseIdOf, hashedId, type Ids, sha256Hex } from '#runtime/ids.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import { readSettings } from '#runtime/settings.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import { sealedPlace } from '#store/codecs/entry.ts';
import { createLedger, type LedgerDeps } from '#store/ledger.ts';
import { contactPut, createPersonStore } from '#store/people/customer-store.ts';
import { createPointStore, pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createIdentityStore, identityPut } from '#store/received/identity-store.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import { InboundSms } from './inbound.contract.ts';
import type { ReplyNeeds, ReplyStore } from './ports.ts';
import { receiveReply } from './receive-reply.ts';

/** What the process or a test brings: where the table is, who guards the keys, what time it is. */
export type Parts = Pick<LedgerDeps, 'db' | 'tableName'> & {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly count: Meter['count'];
  /** Law and zone of people whose record does not say; left out: the deployment's. */
  readonly home?: ReplyNeeds['home'];
};

/** Joins replies to their stores, the policies and the dictionary. */
export function joinReplies(parts: Parts): ReplyNeeds & { readonly setAside: (bad: BadMessage) => Promise<void> } {
  const { vault, clock, ids, count } = parts;
  const book = bundledPolicies(sha256Hex);
  return {
    store: joinStore(parts),
    book,
    grammar: async () => (await import('#policies/reply-grammar.ts')).classifyReply,
    complaints: async () => (await import('./live-complaints.ts')).complaintRules({ vault, book }),
    home: parts.home ?? (() => readSettings().defaults),
    hash: sha256Hex,
    pointOf: vault.pointOf,
    ids: { sortable: ids.sortable, caseIdOf, hashedId },
    count,
    now: clock.businessNow,
    wallNow: clock.wallNow,
    setAside: joinQuarantine(parts),
  };
}

function joinStore({ db, tableName, vault, ids }: Parts): ReplyStore {
  const reader = createReader(db, tableName);
  return {
    points: createPointStore(reader),
    cases: createCaseStore(reader),
    people: createPersonStore(reader, vault),
    identities: createIdentityStore(reader),
    inbox: createInboxStore(reader, vault),
    ledger: createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random }),
    caseChange,
    // Most texts answer a case: how complaints are stored is loaded when the first one is asked for.
    complaints: {
      load: async (id) => (await import('#store/complaint-store.ts')).createComplaintStore(reader).load(id),
    },
    contactPut: (before, after) => contactPut(before, after, vault),
    unknownPoint,
    pointTouch,
    pointAdvance,
    identityPut,
    seal: (key, at, text) => vault.seal(key, sealedPlace(at.kind, at.id, at.seq), text),
    newKey: async () => (await vault.newSubjectKey()).wrapped,
  };
}

/** What can never be read is kept, sealed, where operations see it. */
function joinQuarantine({ db, tableName, vault, clock }: Parts): (bad: BadMessage) => Promise<void> {
  return async (bad) => {
    const { createQuarantineStore } = await import('#store/received/quarantine-store.ts');
    const store = createQuarantineStore({ reader: createReader(db, tableName), db, table: tableName, vault });
    await store.setAside(bad, 'queue', clock.wallNow());
  };
}

/** The queue of texts that came in: one number's texts one after another, in what people type nothing is refused. */
export const repliesQueue = (live: () => ReturnType<typeof joinReplies>, around: Surroundings = SURROUNDINGS) =>
  fromQueue({
    schema: InboundSms,
    run: receiveReply,
    live,
    quarantine: (bad, needs) => needs.setAside(bad),
    envelope: 'sns',
    oddText: 'keep',
    orderOf: (sms) => sms.originationNumber,
    around,
  });
