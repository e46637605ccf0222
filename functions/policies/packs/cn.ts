import type { JurisdictionPack } from '#domain/policy/types.ts';
import { DEBT_PURPOSES, hoursByPurpose, THIRD_PARTY } from './defaults.ts';

/**
 * Mainland China. Sources by number in `sources`; certainty H text read, M consistent reports, L unclear.
 * 2027 is missing on purpose until the State Council's notice for that year is on file.
 */
export const CN: JurisdictionPack = {
  id: 'CN',
  version: 1,
  hours: hoursByPurpose({ debt: ['09:00-20:00'] }),
  hardHours: { debt_reminder: ['08:00-22:00'], pre_litigation: ['08:00-22:00'] },
  skipHolidays: DEBT_PURPOSES,
  holidays: {
    '2024': [
      '2024-01-01',
      ...['10', '11', '12', '13', '14', '15', '16', '17'].map((day) => `2024-02-${day}`),
      ...['04', '05', '06'].map((day) => `2024-04-${day}`),
      ...['01', '02', '03', '04', '05'].map((day) => `2024-05-${day}`),
      ...['08', '09', '10'].map((day) => `2024-06-${day}`),
      ...['15', '16', '17'].map((day) => `2024-09-${day}`),
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2024-10-${day}`),
    ],
    '2025': [
      '2025-01-01',
      ...['28', '29', '30', '31'].map((day) => `2025-01-${day}`),
      ...['01', '02', '03', '04'].map((day) => `2025-02-${day}`),
      ...['04', '05', '06'].map((day) => `2025-04-${day}`),
      ...['01', '02', '03', '04', '05'].map((day) => `2025-05-${day}`),
      '2025-05-31',
      ...['01', '02'].map((day) => `2025-06-${day}`),
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2025-10-${day}`),
    ],
    '2026': [
      ...['01', '02', '03'].map((day) => `2026-01-${day}`),
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`),
      ...['04', '05', '06'].map((day) => `2026-04-${day}`),
      ...['01', '02', '03', '04', '05'].map((day) => `2026-05-${day}`),
      ...['19', '20', '21'].map((day) => `2026-06-${day}`),
      ...['25', '26', '27'].map((day) => `2026-09-${day}`),
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
    ],
  },
  caps: [
    {
      rule: 'cap.number',
      purposes: DEBT_PURPOSES,
      channels: ['call'],
      counts: 'dialled',
      max: 3,
      window: 'P1D',
      hardMax: 6,
    },
    {
      rule: 'cap.debt',
      purposes: DEBT_PURPOSES,
      channels: ['call'],
      counts: 'conversation',
      max: 1,
      window: 'P1D',
      hardMax: 3,
    },
    { rule: 'cap.debt', purposes: DEBT_PURPOSES, channels: ['call'], counts: 'conversation', max: 3, window: 'P7D' },
    {
      rule: 'cap.debt',
      purposes: DEBT_PURPOSES,
      channels: ['sms', 'mail', 'push'],
      counts: 'sent',
      max: 1,
      window: 'P1D',
    },
  ],
  thirdParty: THIRD_PARTY,
  zones: ['Asia/Shanghai'],
  sources: {
    hours:
      'CBA guideline on collection of personal consumer loans, 30 Jan 2026: none 22:00–08:00 (M); GB/T 45251-2025 (M); 09:00–20:00 is ours',
    'cap.number': 'CBA guideline 2026: at most 6 unanswered calls to one number a day (M); 3 is ours',
    'cap.debt': 'GB/T 45251-2025: at most 3 interactive contacts a debtor and day (M); 1 a day and 3 a week are ours',
    thirdParty:
      'GB/T 45251-2025 and CBA guideline 2026: only the debtor is collected from (M); with consent elsewhere is ours',
    holidays:
      'General Office of the State Council, yearly notices: 国办发明电〔2023〕7号 (2024), 〔2024〕12号 (2025), 〔2025〕7号 (2026); days off including transferred rest days',
  },
};
