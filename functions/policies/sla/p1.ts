import type { SlaPolicy } from '#domain/complaint/clocks/policy.ts';
import { FOLLOW_UP, USUAL } from './defaults.ts';

/** Money is leaving now, or a life is in danger: a person in 5 minutes, something done in 30, day and night, everywhere. */
export const P1_INCIDENT: SlaPolicy = {
  ...USUAL,
  id: 'p1-incident',
  version: 1,
  match: { flags: ['fraud_in_progress', 'self_harm'] },
  calendar: 'none',
  dayRule: { excludeReceiptDay: true, rollLastDay: 'none' },
  clocks: [
    {
      kind: 'human',
      due: { n: 5, unit: 'minute' },
      startOn: 'received',
      stopOn: ['human-took', 'action-taken', 'decision-sent', 'resolved'],
      warnAt: [0.5],
      escalate: [],
    },
    {
      kind: 'action',
      due: { n: 30, unit: 'minute' },
      startOn: 'received',
      stopOn: ['action-taken', 'decision-sent', 'resolved'],
      warnAt: [0.5],
      escalate: [{ at: 0.75, to: 'head' }],
    },
    { ...FOLLOW_UP, due: { n: 1, unit: 'calendarDay' } },
  ],
  review: { applyWithinDays: 30, decideWithinDays: 1, level: 'duty-officer', newHandler: true },
  furtherRoutes: [],
  retainYears: 5,
  sources: { human: 'ours', action: 'ours', followUp: 'ours', retainYears: 'ours' },
};
