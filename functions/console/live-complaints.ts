import { setTimeout as sleep } from 'node:timers/promises';
import { parseWith } from '#runtime/wire.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import type { ComplaintNeeds } from './complaint-ports.ts';
import { joinRecords, type RecordParts } from './live-records.ts';

/** Joins the routes of complaints to their stores. */
export function joinComplaints(parts: RecordParts): ComplaintNeeds {
  const { db, vault, clock, ids, tableName } = parts;
  const { reader, words } = joinRecords(parts);
  return {
    ...words,
    cases: createCaseStore(reader),
    complaints: createComplaintStore(reader),
    people: createPersonStore(reader, vault),
    answers: createAnswerStore({ db, tableName, vault, fence: ids.fence, wallNow: clock.wallNow }),
    parse: parseWith,
    now: clock.businessNow,
    pause: (ms) => sleep(ms),
  };
}
