import type { ClockRule, SlaPolicy } from '#domain/complaint/clocks/policy.ts';

/** What the shipped deadlines have in common because it is our default, not any one law. */

/** A decision says a complaint was heard too, and a resolution says both. */
export const ACK: Pick<ClockRule, 'kind' | 'startOn' | 'stopOn' | 'warnAt' | 'escalate'> = {
  kind: 'ack',
  startOn: 'received',
  stopOn: ['acknowledged', 'decision-sent', 'resolved'],
  warnAt: [0.75],
  escalate: [],
};

export const DECIDE: Pick<ClockRule, 'kind' | 'startOn' | 'stopOn'> = {
  kind: 'decide',
  startOn: 'received',
  stopOn: ['decision-sent', 'resolved'],
};

export const FOLLOW_UP: Pick<ClockRule, 'kind' | 'startOn' | 'stopOn' | 'warnAt' | 'escalate'> = {
  kind: 'followUp',
  startOn: 'resolved',
  stopOn: ['satisfaction-recorded'],
  warnAt: [],
  escalate: [],
};

export const USUAL: Pick<SlaPolicy, 'warnAt' | 'escalate' | 'reopen'> = {
  warnAt: [0.5, 0.75, 0.9],
  escalate: [
    { at: 0.75, to: 'supervisor' },
    { at: 0.9, to: 'head' },
  ],
  reopen: { windowDays: 30, onScoreAtMost: 2, maxReopens: 3 },
};
