import type { Call } from '../calls.ts';

/** Something that is to overtake a call: it begins when such a call is asked, and the call waits for it. Met once. */
export type Meeting = { readonly when: (call: Call) => boolean; readonly begin: () => void };

export type Meetings = {
  readonly plan: (meeting: Meeting) => void;
  /** How long this call waits before it has its effect, in ms. */
  readonly heldFor: (call: Call) => number;
};

/** Shorter than a client waits for its answer. */
const HELD_MS = 2_400;

/** What chance brings about once in a thousand texts: others are written down between a decision's reading and its writing. */
export function createMeetings(): Meetings {
  const planned = new Set<Meeting>();
  return {
    plan: (meeting) => void planned.add(meeting),
    heldFor: (call) => {
      const met = [...planned].find((one) => one.when(call));
      if (met === undefined) return 0;
      planned.delete(met);
      met.begin();
      return HELD_MS;
    },
  };
}

/** A change of one of this customer's cases by the dispatcher; `of` such a kind: its entry's type. */
export const changeOf =
  (customerId: string, of: string): Meeting['when'] =>
  ({ by, operation, body }) =>
    by === 'advance-case' &&
    operation === 'TransactWriteItems' &&
    body.includes(`{"S":"${customerId}"}`) &&
    body.includes(`"${of}"`);
