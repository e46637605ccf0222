import type { JurisdictionPack } from '#domain/policy/types.ts';
import { DEBT_PURPOSES, hoursByPurpose, THIRD_PARTY } from './defaults.ts';

/** United Kingdom. The rules name no hours and no counts: the numbers are ours, at the strict end of practice. */
export const UK: JurisdictionPack = {
  id: 'UK',
  version: 1,
  hours: hoursByPurpose({ debt: ['08:00-20:00'] }),
  hardHours: {},
  skipHolidays: DEBT_PURPOSES,
  holidays: {
    '2024': [
      '2024-01-01',
      '2024-03-29',
      '2024-04-01',
      '2024-05-06',
      '2024-05-27',
      '2024-08-26',
      '2024-12-25',
      '2024-12-26',
    ],
    '2025': [
      '2025-01-01',
      '2025-04-18',
      '2025-04-21',
      '2025-05-05',
      '2025-05-26',
      '2025-08-25',
      '2025-12-25',
      '2025-12-26',
    ],
    '2026': [
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ],
    '2027': [
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
      '2027-12-28',
    ],
  },
  caps: [
    { rule: 'cap.debt', purposes: DEBT_PURPOSES, channels: ['call'], counts: 'dialled', max: 3, window: 'P7D' },
    { rule: 'cap.debt', purposes: DEBT_PURPOSES, channels: ['call'], counts: 'conversation', max: 1, window: 'P7D' },
  ],
  thirdParty: THIRD_PARTY,
  zones: ['Europe/London'],
  sources: {
    hours: 'FCA CONC 7.9.4: not at unreasonable hours, none given (H); 08:00–20:00 is ours',
    'cap.debt': 'FCA CONC 7.9: no unreasonable frequency, none given (H); 3 in 7 days is ours',
    thirdParty: 'FCA CONC 7.9.6–7.9.10: third parties must not learn of the debt (H); never for debt is ours',
    holidays:
      'Bank holidays of England and Wales, gov.uk/bank-holidays; Christmas and Boxing Day themselves too where a substitute day is given',
  },
};
