import * as v from 'valibot';
import {
  AUDIENCES,
  CALL_OUTCOMES,
  DEPARTMENTS,
  OUTCOMES,
  PURPOSES,
  SEVERITIES,
  TASK_KINDS,
  TASK_STATES,
} from '#domain/words.ts';
import { ExpectedVersion, Note, Time } from './basics.ts';

export const TaskShape = v.object({
  id: v.pipe(v.string(), v.description('<id of its case or complaint>.t<seq>')),
  kind: v.picklist(TASK_KINDS),
  state: v.picklist(TASK_STATES),
  queue: v.picklist(DEPARTMENTS),
  caseId: v.optional(v.string()),
  complaintId: v.optional(v.string()),
  customerId: v.optional(v.string()),
  purpose: v.optional(v.picklist(PURPOSES)),
  audience: v.picklist(AUDIENCES),
  contactId: v.optional(v.string()),
  attemptId: v.optional(v.string()),
  assignee: v.optional(v.string()),
  dueAt: v.pipe(Time, v.description('By when it is to be claimed; to be tried again: from when on')),
  notBefore: v.optional(v.pipe(Time, v.description('Nobody can claim it before'))),
  leaseUntil: v.optional(v.pipe(Time, v.description('Claimed: free again then, unless it is done or released before'))),
  createdAt: Time,
  severity: v.picklist(SEVERITIES),
  tries: v.number(),
  maxTries: v.number(),
  escalated: v.optional(v.pipe(v.boolean(), v.description('Nobody claimed it in time: the supervisor acts'))),
  note: v.optional(v.string()),
  lead: v.optional(
    v.pipe(
      v.object({ number: v.string(), heardAt: Time }),
      v.description('A number that was named in a text: a lead, never the record; its reading is recorded'),
    ),
  ),
  script: v.optional(v.pipe(v.string(), v.description('Of the call that was given out; its reading is recorded'))),
  decisionId: v.optional(v.string()),
  version: v.optional(v.pipe(v.number(), v.description('Version of its case or complaint, for expectedVersion'))),
});
export type TaskShape = v.InferOutput<typeof TaskShape>;

export const DialShape = v.object({
  decisionId: v.string(),
  number: v.pipe(v.string(), v.description('E.164')),
  disclosureLevel: v.pipe(v.number(), v.description('0 third party, 2 the customer once identified')),
  script: v.string(),
  voicemail: v.string(),
  version: v.number(),
});

export const ClaimBody = v.strictObject({ expectedVersion: ExpectedVersion });
export const DialBody = v.strictObject({ expectedVersion: ExpectedVersion });
export const ReleaseBody = v.strictObject({ reason: Note, expectedVersion: ExpectedVersion });
export const OutcomeBody = v.strictObject({
  outcome: v.picklist([...new Set([...CALL_OUTCOMES, ...OUTCOMES])]),
  note: v.optional(Note),
  expectedVersion: ExpectedVersion,
});
