import type { SlaPolicy } from '#domain/complaint/clocks/policy.ts';
import { MAY_BE_A_COMPLAINT } from '#domain/complaint/complaint.ts';
import { ACK, DECIDE, USUAL } from './defaults.ts';

const BASE = {
  ...USUAL,
  version: 1,
  timezone: 'Europe/London',
  calendar: 'uk-england-and-wales',
  dayRule: { excludeReceiptDay: true, rollLastDay: 'none' },
  furtherRoutes: ['ombudsman', 'court'],
  retainYears: 5,
} as const;

/** The ombudsman is asked within six months of the final response; that is theirs to decide, not the bank's. */
const SIX_MONTHS = 182;

export const UK_DISP: SlaPolicy = {
  ...BASE,
  id: 'uk-disp',
  match: { jurisdiction: 'UK', kinds: MAY_BE_A_COMPLAINT },
  clocks: [
    // Settled by then, a summary communication is all that is owed.
    { ...ACK, due: { n: 3, unit: 'businessDay' } },
    {
      ...DECIDE,
      due: { n: 8, unit: 'week' },
      extensions: [
        {
          add: { n: 28, unit: 'calendarDay' },
          approver: 'supervisor',
          reasonRequired: true,
          notice: true,
          needs: 'holding-reply',
        },
      ],
    },
  ],
  review: { applyWithinDays: SIX_MONTHS, decideWithinDays: 56, level: 'ombudsman', newHandler: true },
  sources: {
    ack: 'FCA DISP 1.5: summary resolution communication by the close of the third business day after receipt (H)',
    decide: 'FCA DISP 1.6.2: final response by the end of eight weeks, or a holding letter with ombudsman rights (H)',
    extensions: 'FCA DISP 1.6.2(2): a holding letter names no end (H); 28 days are ours',
    review: 'FCA DISP 1.6: six months to the ombudsman (H); 56 days for our own second look are ours',
    retainYears: 'FCA DISP 1.9: 3 years, 5 for MiFID business (M)',
  },
};

/** Payment services and electronic money. */
export const UK_PSD: SlaPolicy = {
  ...BASE,
  id: 'uk-psd',
  match: {
    jurisdiction: 'UK',
    kinds: MAY_BE_A_COMPLAINT,
    categories: ['transfer_payment', 'fraud_unauthorised', 'transaction_dispute'],
  },
  clocks: [
    { ...ACK, due: { n: 1, unit: 'businessDay' } },
    {
      ...DECIDE,
      due: { n: 15, unit: 'businessDay' },
      extensions: [
        {
          toTotal: { n: 35, unit: 'businessDay' },
          approver: 'supervisor',
          reasonRequired: true,
          notice: true,
          needs: 'holding-reply',
        },
      ],
    },
  ],
  review: { applyWithinDays: SIX_MONTHS, decideWithinDays: 56, level: 'ombudsman', newHandler: true },
  sources: {
    ack: 'FCA DISP 1.6.1: promptly (H); one business day is ours',
    decide: 'FCA DISP 1.6.2A, PSD2 art. 101: 15 business days, 35 at most with a holding reply (M)',
    match: 'which categories are payment services is ours',
    review: 'as uk-disp',
  },
};
