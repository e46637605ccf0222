import * as v from 'valibot';
import { Amount, Time } from './basics.ts';

export const AccountShape = v.object({
  accountId: v.string(),
  customerId: v.string(),
  sequence: v.optional(v.number()),
  asOf: v.optional(Time),
  source: v.optional(v.string()),
  product: v.optional(v.string()),
  status: v.optional(v.string()),
  balance: v.optional(Amount),
  overdueAmount: v.optional(Amount),
  daysPastDue: v.optional(v.number()),
  pendingCredits: v.optional(
    v.pipe(Amount, v.description('Sum of credits that are pending, or posted since the newest word on the debt')),
  ),
  overdueSince: v.optional(v.pipe(Time, v.description('First overdue flag of the running episode'))),
  lastActivityAt: v.optional(Time),
  gaps: v.pipe(v.number(), v.description('Sequences that were never seen')),
  openCases: v.array(v.object({ caseId: v.string(), kind: v.string() })),
});
export type AccountShape = v.InferOutput<typeof AccountShape>;
