import * as v from 'valibot';
import { Time } from './basics.ts';

export const InboxShape = v.object({
  id: v.string(),
  from: v.pipe(v.string(), v.description('Masked: the last four digits only')),
  at: Time,
  text: v.string(),
  customerId: v.optional(v.string()),
  matchedContactId: v.optional(v.string()),
});
