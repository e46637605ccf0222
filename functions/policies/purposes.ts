import type { Answers, PurposeRules, TrustNeeded } from '#domain/policy/types.ts';
import type { Purpose } from '#domain/words.ts';

/** Confirming needs an SMS from the asked number, above the limit a person or the app; denying is believed early. */
const TRUST: TrustNeeded = { confirm: 2, confirmAbove: 3, deny: 1 };

/** Follow-ups ask for a rating, offers for yes or no: other words than confirm and deny, and a person reads the rest. */
const TO_A_PERSON: Answers = { confirm: { to: 'person' }, deny: { to: 'person' }, other: { to: 'person' } };

const COMMON = {
  restsOn: 'fact',
  watchesFeed: false,
  verifiedOnly: false,
  heldByPending: false,
  consent: 'contract',
  personOnly: [],
  withheld: [],
  trust: TRUST,
} as const satisfies Partial<PurposeRules>;

/**
 * Debt: the account's state is the reason and must be fresh; whoever is represented or a minor is not contacted
 * (12 CFR 1006.6(b)(2) for the represented), a vulnerable customer only by a person (FCA FG21/1).
 */
const DEBT = {
  ...COMMON,
  restsOn: 'overdue',
  ageLimit: 'PT72H',
  stateAge: 'PT72H',
  tokenValid: 'P7D',
  doubt: 'hold',
  watchesFeed: true,
  verifiedOnly: true,
  heldByPending: true,
  personOnly: ['vulnerable'],
  withheld: ['represented', 'minor'],
} as const satisfies Partial<PurposeRules>;

/** Rules that follow the purpose. Source: docs/behaviour.md, Purposes. */
export const PURPOSE_RULES: Readonly<Record<Purpose, PurposeRules>> = {
  fraud_security: {
    ...COMMON,
    purpose: 'fraud_security',
    ageLimit: 'PT2H',
    neutral: { after: 'PT30M', template: 'fraud.ask.neutral' },
    tokenValid: 'PT24H',
    doubt: 'resend-once',
    answers: {
      confirm: { outcome: 'CONFIRMED_GENUINE', to: 'resolved' },
      deny: { outcome: 'DENIED_NOT_ME', to: 'person' },
      other: { to: 'person' },
    },
    proof: { everyCustomerStep: true, attempts: 1, days: 1, channels: 1, within: 'P14D', silence: 'PT24H' },
  },
  welfare: {
    ...COMMON,
    purpose: 'welfare',
    ageLimit: 'PT24H',
    tokenValid: 'P7D',
    doubt: 'resend-once',
    answers: {
      confirm: { outcome: 'REACHED_SAFE', to: 'resolved' },
      deny: { to: 'person', severity: 'critical' },
      other: { to: 'person' },
    },
    proof: { everyCustomerStep: true, attempts: 2, days: 1, channels: 2, within: 'P14D', silence: 'PT30M' },
  },
  account_service: {
    ...COMMON,
    purpose: 'account_service',
    ageLimit: 'P30D',
    stateAge: 'P14D',
    tokenValid: 'P14D',
    doubt: 'switch-channel',
    answers: {
      confirm: { outcome: 'CONTACT_DATA_UPDATED', to: 'resolved' },
      deny: { to: 'person', task: 'refresh' },
      other: { to: 'person' },
    },
    proof: { everyCustomerStep: false, attempts: 3, days: 3, channels: 2, within: 'P14D', silence: 'PT0S' },
  },
  debt_reminder: {
    ...DEBT,
    purpose: 'debt_reminder',
    answers: {
      confirm: { outcome: 'ARRANGEMENT_REQUESTED', to: 'person' },
      deny: { outcome: 'DISPUTED', to: 'complaint', complaint: 'not_owed' },
      other: { to: 'person' },
    },
  },
  pre_litigation: {
    ...DEBT,
    purpose: 'pre_litigation',
    tokenValid: 'P14D',
    answers: {
      confirm: { outcome: 'ARRANGEMENT_REQUESTED', to: 'person' },
      deny: { outcome: 'DISPUTED', to: 'complaint', complaint: 'not_owed' },
      other: { to: 'person' },
    },
  },
  negotiation_followup: {
    ...COMMON,
    purpose: 'negotiation_followup',
    ageLimit: 'P30D',
    tokenValid: 'P30D',
    doubt: 'switch-channel',
    withheld: ['represented', 'minor'],
    answers: TO_A_PERSON,
  },
  complaint_followup: {
    ...COMMON,
    purpose: 'complaint_followup',
    ageLimit: 'P30D',
    tokenValid: 'P14D',
    doubt: 'hold',
    answers: TO_A_PERSON,
  },
  survey: {
    ...COMMON,
    purpose: 'survey',
    ageLimit: 'P30D',
    tokenValid: 'P14D',
    doubt: 'hold',
    consent: 'explicit',
    withheld: ['minor'],
    personOnly: ['vulnerable'],
    answers: TO_A_PERSON,
  },
};
