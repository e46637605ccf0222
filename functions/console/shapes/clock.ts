import * as v from 'valibot';
import { CLOCK_KINDS, CLOCK_STATES, PAUSE_CAUSES } from '#domain/complaint/clock.ts';
import { ROLES } from '#domain/words.ts';
import { Time } from './basics.ts';

export const ClockShape = v.object({
  policy: v.string(),
  version: v.number(),
  kind: v.picklist(CLOCK_KINDS),
  startedAt: Time,
  dueAt: Time,
  state: v.pipe(v.picklist(CLOCK_STATES), v.description('BREACHED without endedAt is still owed')),
  pauses: v.array(v.object({ from: Time, to: v.optional(Time), cause: v.picklist(PAUSE_CAUSES) })),
  extensions: v.array(v.object({ days: v.number(), approver: v.string(), role: v.picklist(ROLES), at: Time })),
  endedAt: v.optional(Time),
  round: v.optional(v.pipe(v.number(), v.description('Of the review that it belongs to; absent: the first round'))),
});
