import type { Limits } from '#domain/policy/limits.ts';

/** Limits as the product ships them (docs/behaviour.md). Amounts in minor units. */
export const LIMITS: Limits = {
  version: 1,
  confirm: { CNY: 5_000_000, USD: 700_000, EUR: 700_000, GBP: 600_000 },
  attemptsPerCase: 16,
  verifiedTrustedFor: 'P180D',
  changedNumberGuard: 'P7D',
  knownSources: ['contract', 'customer', 'branch', 'branch_form'],
  caps: [{ rule: 'cap.number', purposes: 'all', channels: ['sms'], counts: 'sent', max: 5, window: 'PT24H' }],
  feedSilence: 'PT15M',
  pendingFor: 'P5D',
  recheckKnownEnd: 'P1D',
  spread: { urgent: 'PT1M', normal: 'PT5M', bulk: 'PT10M' },
  answerWithin: 'PT5M',
  unansweredAnswers: 5,
  neutralAnswerEvery: 'P1D',
  leases: { call: 'PT10M', dialled: 'PT1H', desk: 'PT8H' },
  preLitigationFrom: 90,
  contactNotice: false,
  bareDigitWithin: 'PT24H',
  tokenWhileProtected: false,
  spend: {
    shards: 4,
    block: { first: 10, most: 100 },
    urgent: ['fraud_security', 'welfare', 'answers'],
    reserve: 0.2,
    shares: { survey: 0.2, answers: 0.2 },
    rangeFree: 50,
  },
};
