import * as v from 'valibot';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_FLAGS,
  COMPLAINT_KINDS,
  COMPLAINT_SEVERITIES,
  DECISIONS,
} from '#domain/complaint/complaint.ts';
import { CHANNELS, COMPLAINT_CHANNELS, COMPLAINT_STAGES, DEPARTMENTS } from '#domain/words.ts';
import { Phone, Time } from '../../intake/fields.contract.ts';
import { ExpectedVersion, HouseWord, Id, Note } from './basics.ts';

/** Source: docs/behaviour.md, Sizes. */
const COMPLAINT_CHARACTERS = 8_000;
const words = (characters: number) => v.pipe(v.string(), v.regex(/\S/u), v.maxLength(characters));

/** Stands in clear and outlives an erasure: letters of every script, digits, the marks of references; no mobile number behind a name. */
const Reference = v.pipe(
  v.string(),
  v.regex(
    /^(?=.*[\p{L}\p{N}])(?!.*\p{Script=Han}1[3-9]\d{9}(?!\d))[\p{L}\p{M}\p{N} ._/,()#:&'〔〕［］（）【】[\]-]{1,64}$/u,
  ),
  v.description(
    'Reference of the regulator or other sender, such as 12378-2026-0001 or 银保监〔2026〕12号; kept in clear',
  ),
);

export const ReceiveBody = v.strictObject({
  channel: v.picklist(COMPLAINT_CHANNELS),
  text: v.pipe(words(COMPLAINT_CHARACTERS), v.description('As it was said; kept sealed, told as it came')),
  customerId: v.optional(Id),
  phone: v.optional(v.pipe(Phone, v.description('E.164; whoever holds it complains'))),
  externalRef: v.optional(Reference),
  receivedAt: v.optional(
    v.pipe(Time, v.description('When the bank was told; within the last six years. Left out: now')),
  ),
  category: v.optional(v.picklist(COMPLAINT_CATEGORIES)),
});
export type ReceiveBody = v.InferOutput<typeof ReceiveBody>;

/** A code of the house and nothing else: it stands in clear in entries and figures, and the name of a person is none. */
const ClosureCode = v.pipe(
  v.string(),
  v.regex(/^(?=.{1,64}$)(?!.*\d{9})[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*$/u),
  v.description(
    'Code of the bank for how it ended, such as fee-refund: words of Latin letters and digits joined by . _ or -, at most 64 characters; kept in clear',
  ),
);

const at = { expectedVersion: ExpectedVersion };
export const PlainBody = v.strictObject(at);
export const ReasonBody = v.strictObject({ reason: Note, ...at });
export const AssignBody = v.strictObject({ handler: v.pipe(words(128), v.description('Staff id')), ...at });
export const TransferBody = v.strictObject({ department: v.picklist(DEPARTMENTS), reason: Note, ...at });
export const ClassifyBody = v.strictObject({
  kind: v.optional(v.picklist(COMPLAINT_KINDS)),
  category: v.optional(v.picklist(COMPLAINT_CATEGORIES)),
  flags: v.optional(
    v.pipe(
      v.array(v.picklist(COMPLAINT_FLAGS)),
      v.maxLength(COMPLAINT_FLAGS.length),
      v.description('All that stand from now on'),
    ),
  ),
  severity: v.optional(v.pipe(v.picklist(COMPLAINT_SEVERITIES), v.description('Left out: it follows from the rest'))),
  reason: Note,
  ...at,
});
export const NoteBody = v.strictObject({ text: Note, ...at });
export const LinkBody = v.strictObject({ complaintId: Id, relation: HouseWord, ...at });
export const EscalateBody = v.strictObject({ stage: v.picklist(COMPLAINT_STAGES), reason: Note, ...at });
/** Reason and approver are asked for by the rules, which say which of them is missing. */
export const ExtendBody = v.strictObject({
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366), v.description('Added to the current total')),
  reason: v.optional(Note),
  approver: v.optional(v.pipe(words(128), v.description('Staff id of whoever approved it'))),
  ...at,
});
export const MediateBody = v.strictObject({
  action: v.picklist(['start', 'end']),
  body: v.optional(v.pipe(Note, v.description('Who mediates'))),
  result: v.optional(Note),
  ...at,
});
export const DecideBody = v.strictObject({
  decision: v.picklist(DECISIONS),
  answer: Note,
  reason: Note,
  closureCode: ClosureCode,
  ...at,
});
export const ResolveBody = v.strictObject({
  answer: Note,
  rootCause: words(256),
  contact: v.strictObject({
    channel: v.picklist([...new Set([...CHANNELS, ...COMPLAINT_CHANNELS])]),
    at: Time,
    confirmed: v.boolean(),
  }),
  ...at,
});
export const FollowUpBody = v.strictObject({
  rating: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  outcome: v.optional(
    v.pipe(
      v.picklist(['UNREACHABLE', 'FOLLOWED_UP_UNREACHED', 'FOLLOWED_UP_SATISFIED']),
      v.description('Nobody was reached; or they said that they are content'),
    ),
  ),
  ...at,
});
