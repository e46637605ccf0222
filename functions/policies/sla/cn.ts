import type { ClockRule, SlaPolicy } from '#domain/complaint/clocks/policy.ts';
import { MAY_BE_A_COMPLAINT } from '#domain/complaint/complaint.ts';
import { ACK, DECIDE, FOLLOW_UP, USUAL } from './defaults.ts';

const BASE = {
  ...USUAL,
  version: 1,
  timezone: 'Asia/Shanghai',
  calendar: 'cn-statutory',
  dayRule: { excludeReceiptDay: true, rollLastDay: 'nextWorkingDay' },
  review: { applyWithinDays: 30, decideWithinDays: 30, level: 'superior', newHandler: true },
  furtherRoutes: ['review', 'mediation', 'arbitration', 'court'],
  retainYears: 5,
} as const;

/** 15 days, complex ones up to 30 in all, special ones 30 more; mediation is not counted. */
const CBIRC_DECIDE: ClockRule = {
  ...DECIDE,
  due: { n: 15, unit: 'calendarDay' },
  extensions: [
    { toTotal: { n: 30, unit: 'calendarDay' }, approver: 'supervisor', reasonRequired: true, notice: true },
    { add: { n: 30, unit: 'calendarDay' }, approver: 'head', reasonRequired: true, notice: true },
  ],
  pauseOn: ['MEDIATION'],
};

const CBIRC_SOURCES = {
  decide:
    'Measures on the handling of consumer complaints in banking and insurance, CBIRC order 2020 No. 3: 15 days, 30 if complex, 30 more if special (H, press summary); mediation not counted (M)',
  dayRule:
    'Civil Code art. 201, 203: the day of the start does not count, a last day off moves to the next working day (M)',
  review: 'CBIRC order 2020 No. 3: asked for within 30 days, decided within 30 (M)',
  retainYears: 'at least 3 years (M); 5 is ours',
};

export const CN_CBIRC_2020: SlaPolicy = {
  ...BASE,
  id: 'cn-cbirc-2020',
  match: { jurisdiction: 'CN', kinds: MAY_BE_A_COMPLAINT },
  clocks: [
    { ...ACK, due: { n: 1, unit: 'businessDay' } },
    CBIRC_DECIDE,
    { ...FOLLOW_UP, due: { n: 3, unit: 'businessDay' } },
  ],
  sources: { ...CBIRC_SOURCES, ack: 'ours', followUp: 'ours' },
};

/** Forwarded by the regulator (its line 12378 is the regulator's, not the bank's): heard the same day, ready in 10 days. */
export const CN_12378: SlaPolicy = {
  ...BASE,
  id: 'cn-12378',
  match: { jurisdiction: 'CN', channels: ['regulator'] },
  clocks: [
    { ...ACK, due: { n: 0, unit: 'businessDay' } },
    { ...CBIRC_DECIDE, warnAt: [0.5, 0.66, 0.9], escalate: [{ at: 0.66, to: 'head' }] },
    { ...FOLLOW_UP, due: { n: 1, unit: 'businessDay' } },
  ],
  sources: {
    ...CBIRC_SOURCES,
    ack: 'ours: the same day',
    followUp: 'ours: the result goes back to the regulator the next working day',
    escalate: 'ours: a target of 10 of the 15 days',
  },
};

export const CN_CREDIT_RECORD: SlaPolicy = {
  ...BASE,
  id: 'cn-credit-record',
  match: { jurisdiction: 'CN', categories: ['credit_record'], kinds: MAY_BE_A_COMPLAINT },
  clocks: [
    { ...ACK, due: { n: 1, unit: 'businessDay' } },
    { ...DECIDE, due: { n: 20, unit: 'calendarDay' } },
    { ...FOLLOW_UP, due: { n: 3, unit: 'businessDay' } },
  ],
  sources: {
    ack: 'ours',
    decide: 'Regulation on the credit reporting industry art. 25: checked and answered within 20 days (M)',
    followUp: 'ours',
    dayRule: 'Civil Code art. 201, 203 (M)',
    review: 'as for other complaints; ours',
  },
};
