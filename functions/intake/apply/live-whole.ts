import { setTimeout as sleep } from 'node:timers/promises';
import { bundledPolicies } from '#policies/book.ts';
import { caseIdOf, sha256Hex } from '#runtime/ids.ts';
import { accountPut } from '#store/account-store.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import { sealedPlace } from '#store/codecs/entry.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { createLedger } from '#store/ledger.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { type CustomerChange, createPersonStore, customerChange, pointerTouch } from '#store/people/customer-store.ts';
import { createEarlyChanges, earlyOps } from '#store/people/early-change.ts';
import { createErasedPeople } from '#store/people/erasure.ts';
import { createRegistry } from '#store/people/registry.ts';
import { createPointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import { createIdentityStore, identityPut } from '#store/received/identity-store.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import { lateEntry } from '#store/received/late-entry.ts';
import { joinAccounts, type Parts } from '../live-accounts.ts';
import type { IntakeNeeds } from '../ports.ts';

/** How parts of a change are written; none of them writes by itself. */
const joinWrites = ({ vault }: Pick<Parts, 'vault'>) => ({
  accountPut,
  caseChange,
  customerChange: (change: CustomerChange) => customerChange(change, vault),
  earlyOps,
  pointerTouch,
  pointAdvance,
  unknownPoint,
  identityPut,
  lateEntry,
  seal: (wrapped: Uint8Array, { caseId, seq }: { caseId: string; seq: number }, text: string) =>
    vault.seal(wrapped, sealedPlace('case', caseId, seq), text),
});

/** Joins everything intake asks of the world: a file of its own, because a normal event of an account never needs it. */
export function joinWhole(parts: Parts): IntakeNeeds {
  const { db, tableName, vault, clock, ids, locale } = parts;
  const reader = createReader(db, tableName);
  const ledger = createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random });
  const people = createPersonStore(reader, vault);
  const points = createPointStore(reader);
  const cases = createCaseStore(reader);
  const complaints = createComplaintStore(reader);
  const customerCases = createCustomerCases(reader);
  const early = createEarlyChanges(reader);
  const now = clock.businessNow;
  const entries = (id: string, limit: number) => createTimeline(reader).newest('customer', id, limit);
  return {
    ...joinAccounts(parts),
    ...joinWrites(parts),
    cases,
    people,
    early,
    erased: createErasedPeople(reader),
    points,
    identities: createIdentityStore(reader),
    ledger,
    registry: createRegistry({ ledger, people, points, vault, entries, now, cases, complaints, customerCases, early }),
    feeds: createFeedStore(reader, db, tableName),
    inbox: createInboxStore(reader, vault),
    sortable: ids.sortable,
    book: bundledPolicies(sha256Hex),
    caseIdOf,
    pointOf: vault.pointOf,
    phones: async () => (await import('#runtime/numbering/phone.ts')).readPhone,
    wallNow: clock.wallNow,
    locale,
  };
}
