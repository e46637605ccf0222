import type { Retention } from '#domain/subject/holds.ts';

/**
 * What is kept although somebody asks to be forgotten. Shipped values, to be confirmed by the bank's counsel: complaint
 * files three years in China (banking complaint measures) and the United Kingdom (DISP 1.9), two years in the United
 * States (records of Regulation B and Z); agreements five years after they were made.
 * Source: docs/privacy.md, Holds.
 */
export const RETENTION: Retention = {
  agreementDays: 5 * 365,
  complaintDays: { CN: 3 * 365, UK: 3 * 365, US: 2 * 365 },
  ordersAlone: 10,
};
