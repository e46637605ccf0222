import * as v from 'valibot';

/** On the events queue: apply again what lies in quarantine under this id, as whoever sent it first. */
export const ReplayMessage = v.strictObject({
  replay: v.pipe(v.string(), v.regex(/^[0-9A-Za-z._-]{1,64}$/u)),
});
export type ReplayMessage = v.InferOutput<typeof ReplayMessage>;
