import * as v from 'valibot';
import { ERASURE_RULES } from '#domain/subject/holds.ts';
import { Time } from '../basics.ts';

/** What keeps somebody on record who is to be erased. */
export const HoldShape = v.object({
  rule: v.picklist(ERASURE_RULES),
  of: v.exactOptional(v.pipe(v.string(), v.description('The complaint or case it is about'))),
  until: v.exactOptional(v.pipe(Time, v.description('It runs out then; absent: nobody knows'))),
});
export type HoldShape = v.InferOutput<typeof HoldShape>;
