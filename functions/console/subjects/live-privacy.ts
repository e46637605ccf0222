import { setTimeout as sleep } from 'node:timers/promises';
import { bundledPolicies } from '#policies/book.ts';
import { RETENTION } from '#policies/packs/retention.ts';
import { sha256Hex } from '#runtime/ids.ts';
import { parseWith } from '#runtime/wire.ts';
import { createAccountStore } from '#store/account-store.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import { sealedPlace } from '#store/codecs/entry.ts';
import { complaintAdvance, createComplaintStore } from '#store/complaint-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { ERASURE_POSITION } from '#store/keys.ts';
import { createLeaseStore } from '#store/operations/lease-store.ts';
import { createPersonStore, customerChange } from '#store/people/customer-store.ts';
import {
  contactErased,
  createErasedPeople,
  customerErased,
  legalHoldLifted,
  legalHoldPut,
  noLegalHold,
} from '#store/people/erasure.ts';
import { createErasureList } from '#store/people/erasure-list.ts';
import { createErasureOrders } from '#store/people/erasure-orders.ts';
import { createPointStore, pointAdvance } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import { joinRecords, type RecordParts } from '../live-records.ts';
import type { DoorsOnDemand } from '../request/operation.ts';
import { countAlone } from './live-alone.ts';
import type { PrivacyNeeds } from './ports.ts';

const privacy = async () => (await import('../operations/privacy-doors.ts')).PRIVACY_DOORS;

/** What stands behind the routes of the privacy desk. */
export const PRIVACY_DOORS: DoorsOnDemand<PrivacyNeeds> = { subjects: privacy, erasures: privacy };

/** What the process or a test brings, and where the list of erasures is. */
export type PrivacyParts = RecordParts & { readonly erasuresTable: string };

const ERASING = {
  customerErased,
  contactErased,
  noLegalHold,
  legalHoldPut,
  legalHoldLifted,
  pointAdvance,
  complaintAdvance,
};

const moving =
  (write: PrivacyNeeds['commit']): PrivacyNeeds['move'] =>
  ({ from, transition, sealed }) => {
    const { advance, also } = caseChange(from, transition, sealed);
    return write({ advances: [advance], also });
  };

/** Joins the routes of the privacy desk to the record and to the list beside it. */
export function joinPrivacy(parts: PrivacyParts): PrivacyNeeds {
  const { db, tableName, vault, clock, ids, erasuresTable } = parts;
  const { reader, write, words } = joinRecords(parts);
  return {
    ...(words.cursors === undefined ? {} : { cursors: words.cursors }),
    customerEntries: words.customerEntries,
    entryOf: words.entryOf,
    open: words.open,
    pushesOf: words.pushesOf,
    accounts: createAccountStore(reader, db, tableName),
    answers: createAnswerStore({ db, tableName, vault, fence: ids.fence, wallNow: clock.wallNow }),
    book: bundledPolicies(sha256Hex),
    cases: createCaseStore(reader),
    complaints: createComplaintStore(reader),
    customerCases: createCustomerCases(reader),
    people: createPersonStore(reader, vault),
    points: createPointStore(reader),
    inbox: createInboxStore(reader, vault),
    erased: createErasedPeople(reader),
    orders: createErasureOrders({ reader, vault }),
    list: createErasureList({ reader: createReader(db, erasuresTable), table: erasuresTable, vault }),
    retention: RETENTION,
    countAlone: countAlone({ leases: createLeaseStore(reader, db, tableName), wallNow: clock.wallNow }),
    positions: { erasures: ERASURE_POSITION },
    commit: write,
    move: moving(write),
    ...ERASING,
    customerChange: (change) => customerChange(change, vault),
    sealForCustomer: (key, { id, seq }, text) => vault.seal(key, sealedPlace('customer', id, seq), text),
    sortable: ids.sortable,
    parse: parseWith,
    now: clock.businessNow,
    wallNow: clock.wallNow,
    pause: (ms) => sleep(ms),
  };
}
