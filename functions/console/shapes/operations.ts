import * as v from 'valibot';
import { PURPOSES } from '#domain/words.ts';
import { Time } from './basics.ts';

export const PauseShape = v.object({ purpose: v.picklist(PURPOSES), at: Time, by: v.string() });

export const PausesShape = v.object({
  paused: v.pipe(v.array(PauseShape), v.description('Purposes that contact nobody until they are resumed')),
});

/** What the hour and day have used. */
export const BudgetShape = v.object({
  partsPerDay: v.number(),
  partsPerHour: v.number(),
  day: v.pipe(v.number(), v.description('Parts leased since midnight UTC; what is leased counts as spent')),
  hour: v.number(),
  lines: v.array(v.object({ line: v.string(), parts: v.number() })),
});

export const QueuesShape = v.object({
  budget: BudgetShape,
  items: v.array(
    v.object({
      name: v.pipe(v.string(), v.description('Stage and queue, as the deployment names them')),
      waiting: v.number(),
      inFlight: v.number(),
      delayed: v.number(),
      deadLetters: v.pipe(v.number(), v.description('Each is a fact that nobody has acted on')),
    }),
  ),
});

export const PurposeBody = v.strictObject({ purpose: v.picklist(PURPOSES) });

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
