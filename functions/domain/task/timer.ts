import type { Instant } from '../time.ts';

/** When an open task is looked at: nobody claimed it by then, or whoever did kept it for too long. */
export type TaskTimer = { readonly task: string; readonly at: Instant };
