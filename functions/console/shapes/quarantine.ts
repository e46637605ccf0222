import * as v from 'valibot';
import { Time } from './basics.ts';

export const QuarantinedShape = v.object({
  id: v.string(),
  at: Time,
  code: v.pipe(v.string(), v.description('Why it could not be applied')),
  issues: v.array(v.object({ pointer: v.string(), detail: v.string() })),
  door: v.picklist(['http', 'queue', 'bus']),
  senderId: v.optional(v.string()),
  event: v.pipe(
    v.object({ source: v.optional(v.string()), id: v.optional(v.string()), type: v.optional(v.string()) }),
    v.description('What the message calls itself, as far as that can be read; its data is not shown'),
  ),
});
export type QuarantinedShape = v.InferOutput<typeof QuarantinedShape>;
