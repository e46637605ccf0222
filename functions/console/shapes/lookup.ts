import * as v from 'valibot';
import { AUDIENCES, PURPOSES } from '#domain/words.ts';
import { Time } from './basics.ts';

export const QuarantineShape = v.object({ at: Time, reason: v.string() });
export const OptOutShape = v.object({
  at: Time,
  text: v.optional(v.pipe(v.string(), v.description('The words of it, where they are kept'))),
  purposes: v.array(v.picklist(PURPOSES)),
});
export type OptOutShape = v.InferOutput<typeof OptOutShape>;

export const LookupShape = v.object({
  holders: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(AUDIENCES),
        customerId: v.string(),
        contactId: v.optional(v.string()),
        name: v.optional(v.string()),
        relation: v.optional(v.string()),
        verifiedAt: v.optional(Time),
      }),
    ),
    v.description('Everybody on record with this number; empty when nobody is'),
  ),
  optOut: v.optional(OptOutShape),
  quarantine: v.optional(QuarantineShape),
});
export type LookupShape = v.InferOutput<typeof LookupShape>;
