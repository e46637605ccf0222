import type { SlaPolicy } from '#domain/complaint/clocks/policy.ts';
import { MAY_BE_A_COMPLAINT } from '#domain/complaint/complaint.ts';
import { DECIDE, USUAL } from './defaults.ts';

/** No zone of its own: days end where the customer is. */
const BASE = {
  ...USUAL,
  version: 1,
  calendar: 'us-federal',
  dayRule: { excludeReceiptDay: true, rollLastDay: 'none' },
  furtherRoutes: ['regulator', 'court'],
  retainYears: 5,
} as const;

/** The portal's time, which we keep for whatever way a complaint came: no federal rule gives the other ways one. */
export const US_CFPB_PORTAL: SlaPolicy = {
  ...BASE,
  id: 'us-cfpb-portal',
  match: { jurisdiction: 'US', kinds: MAY_BE_A_COMPLAINT },
  clocks: [
    {
      ...DECIDE,
      due: { n: 15, unit: 'calendarDay' },
      extensions: [
        {
          toTotal: { n: 60, unit: 'calendarDay' },
          approver: 'supervisor',
          reasonRequired: true,
          notice: true,
          needs: 'in-progress',
        },
      ],
    },
  ],
  review: { applyWithinDays: 60, decideWithinDays: 30, level: 'regulator', newHandler: true },
  sources: {
    decide: 'CFPB company portal manual: answered in 15 calendar days, or "in progress" and in 60 (M)',
    match: 'complaints that did not come through the portal: ours',
    review: 'CFPB: 60 days for the consumer’s feedback (M); 30 days for our second look are ours',
    retainYears: 'ours',
  },
};

export const US_REG_E: SlaPolicy = {
  ...BASE,
  id: 'us-reg-e',
  match: {
    jurisdiction: 'US',
    kinds: MAY_BE_A_COMPLAINT,
    categories: ['transfer_payment', 'fraud_unauthorised', 'transaction_dispute'],
  },
  clocks: [
    {
      ...DECIDE,
      due: { n: 10, unit: 'businessDay' },
      extensions: [
        {
          toTotal: { n: 45, unit: 'calendarDay' },
          approver: 'supervisor',
          reasonRequired: true,
          notice: true,
          needs: 'provisional-credit',
        },
        {
          toTotal: { n: 90, unit: 'calendarDay' },
          approver: 'head',
          reasonRequired: true,
          notice: true,
          needs: 'provisional-credit',
        },
      ],
    },
  ],
  sources: {
    decide:
      '12 CFR 1005.11: 10 business days, with provisional credit 45 days, 90 for point of sale, foreign and new accounts (M)',
    match: 'which categories are electronic fund transfers is ours: the product is not always known',
    retainYears: 'ours',
  },
};
