import * as v from 'valibot';
import { AccountShape } from '../account.ts';
import { Id, Note, Time } from '../basics.ts';
import { AttemptShape, CaseShape, ReplyShape } from '../case.ts';
import { ComplaintShape } from '../complaint.ts';
import { ContactShape, CustomerShape } from '../customer.ts';
import { WhyShape } from '../why.ts';
import { HoldShape } from './erasure-hold.ts';

/** Why, in the words of whoever orders it; kept sealed. */
export const OrderBody = v.strictObject({ reason: Note });

/** Accounts that an export may be asked for by their ids. */
const MOST_ACCOUNTS = 50;
export const ExportBody = v.strictObject({
  reason: Note,
  accounts: v.exactOptional(
    v.pipe(
      v.array(Id),
      v.maxLength(MOST_ACCOUNTS),
      v.description('Accounts to be told with it that no case or complaint names; others’ are left out'),
    ),
  ),
});

export const SubjectShape = v.object({ customerId: v.string(), contactId: v.optional(v.string()) });

const InboxTexts = v.pipe(
  v.array(v.object({ at: Time, from: v.string(), text: v.string() })),
  v.description('Texts of theirs that matched nothing, as far as the inbox keeps them'),
);

export const ExportedCustomerShape = v.object({
  subject: SubjectShape,
  exportedAt: Time,
  registry: CustomerShape,
  accounts: v.array(AccountShape),
  cases: v.array(v.object({ ...CaseShape.entries, decisions: WhyShape })),
  complaints: v.array(ComplaintShape),
  inbox: InboxTexts,
  holds: v.pipe(v.array(HoldShape), v.description('What stands against erasing them now')),
});

export const ExportedContactShape = v.object({
  subject: SubjectShape,
  exportedAt: Time,
  registry: ContactShape,
  contacts: v.pipe(
    v.array(v.object({ caseId: v.string(), attempts: v.array(AttemptShape), replies: v.array(ReplyShape) })),
    v.description('How they were contacted, and what they said'),
  ),
  complaints: v.array(ComplaintShape),
  inbox: InboxTexts,
  holds: v.array(HoldShape),
});

export const ErasedShape = v.object({
  ...SubjectShape.entries,
  state: v.literal('ERASED'),
  erasedAt: Time,
  cases: v.pipe(v.number(), v.description('Open cases that this request closed')),
  numbers: v.pipe(v.number(), v.description('Numbers and addresses that this request made forget who held them')),
  optOuts: v.pipe(v.number(), v.description('Of their numbers, those that stay opted out, as keyed hashes')),
});

export const LegalHoldShape = v.object({ customerId: v.string(), held: v.boolean() });

export const ErasureShape = v.object({
  ...SubjectShape.entries,
  at: Time,
  by: v.string(),
  reason: v.string(),
});

/** Persons that one order may name. Source: docs/behaviour.md, Personal data. */
const MOST_SUBJECTS = 100;
export const ManyBody = v.strictObject({
  subjects: v.pipe(
    v.array(v.strictObject({ customerId: Id, contactId: v.exactOptional(Id) })),
    v.minLength(1),
    v.maxLength(MOST_SUBJECTS),
  ),
  reason: Note,
});

export const OrderShape = v.object({
  id: v.string(),
  state: v.pipe(v.picklist(['AWAITING_APPROVAL', 'DONE', 'PARTLY']), v.description('PARTLY: some are held or unknown')),
  by: v.string(),
  approvedBy: v.optional(v.string()),
  results: v.array(
    v.object({
      ...SubjectShape.entries,
      state: v.picklist(['ERASED', 'HELD', 'UNKNOWN']),
      holds: v.optional(v.array(HoldShape)),
    }),
  ),
});

export const ReplayedShape = v.object({
  replayed: v.pipe(v.number(), v.description('Lines of the list that were gone through')),
  erasedAgain: v.pipe(v.number(), v.description('Of those, persons whom a restore had brought back')),
  held: v.pipe(v.number(), v.description('Persons whom the restored record keeps')),
  cursor: v.optional(v.pipe(v.string(), v.description('Where to go on; absent: all are done'))),
});
