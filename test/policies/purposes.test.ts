import { expect, test } from 'vitest';
import { PURPOSES } from '#domain/words.ts';
import { KINDS, kindKey } from '#policies/kinds.ts';
import { shipped } from '../support/rules/policies.ts';

const { limits } = shipped;

test('limits are those of the shipped defaults', () => {
  expect(limits).toMatchObject({
    confirm: { CNY: 5_000_000, USD: 700_000, EUR: 700_000, GBP: 600_000 },
    attemptsPerCase: 16,
    verifiedTrustedFor: 'P180D',
    changedNumberGuard: 'P7D',
    knownSources: ['contract', 'customer', 'branch', 'branch_form'],
    caps: [{ rule: 'cap.number', purposes: 'all', channels: ['sms'], counts: 'sent', max: 5, window: 'PT24H' }],
    feedSilence: 'PT15M',
    answerWithin: 'PT5M',
    unansweredAnswers: 5,
    neutralAnswerEvery: 'P1D',
    bareDigitWithin: 'PT24H',
    tokenWhileProtected: false,
    leases: { call: 'PT10M', dialled: 'PT1H', desk: 'PT8H' },
  });
});

const PAGE = {
  fraud_security: ['fact', 'PT2H', '-', 'resend-once', 'contract'],
  welfare: ['fact', 'PT24H', '-', 'resend-once', 'contract'],
  account_service: ['fact', 'P30D', 'P14D', 'switch-channel', 'contract'],
  debt_reminder: ['overdue', 'PT72H', 'PT72H', 'hold', 'contract'],
  pre_litigation: ['overdue', 'PT72H', 'PT72H', 'hold', 'contract'],
  negotiation_followup: ['fact', 'P30D', '-', 'switch-channel', 'contract'],
  complaint_followup: ['fact', 'P30D', '-', 'hold', 'contract'],
  survey: ['fact', 'P30D', '-', 'hold', 'explicit'],
} as const;

test.each(PURPOSES)('%s rests on, ages, doubts and is consented to as the pages say', (purpose) => {
  const rules = shipped.purpose(purpose);

  expect([rules.restsOn, rules.ageLimit, rules.stateAge ?? '-', rules.doubt, rules.consent]).toEqual(PAGE[purpose]);
  expect(rules.purpose).toBe(purpose);
  expect(rules.trust).toEqual({ confirm: 2, confirmAbove: 3, deny: 1 });
});

test('only debts wait for a silent source, want a verified number and are held by a pending payment', () => {
  const special = PURPOSES.filter((purpose) => {
    const { watchesFeed, verifiedOnly, heldByPending } = shipped.purpose(purpose);
    expect(new Set([watchesFeed, verifiedOnly, heldByPending]).size).toBe(1);
    return watchesFeed;
  });

  expect(special).toEqual(['debt_reminder', 'pre_litigation']);
});

test('answers mean what the table of words says', () => {
  const answers = (purpose: (typeof PURPOSES)[number]) => shipped.purpose(purpose).answers;

  expect(answers('fraud_security')).toEqual({
    confirm: { outcome: 'CONFIRMED_GENUINE', to: 'resolved' },
    deny: { outcome: 'DENIED_NOT_ME', to: 'person' },
    other: { to: 'person' },
  });
  expect(answers('welfare').confirm).toEqual({ outcome: 'REACHED_SAFE', to: 'resolved' });
  expect(answers('welfare').deny).toMatchObject({ to: 'person', severity: 'critical' });
  expect(answers('account_service').confirm).toEqual({ outcome: 'CONTACT_DATA_UPDATED', to: 'resolved' });
  expect(answers('account_service').deny).toMatchObject({ to: 'person', task: 'refresh' });
  expect(answers('debt_reminder').confirm).toEqual({ outcome: 'ARRANGEMENT_REQUESTED', to: 'person' });
  expect(answers('debt_reminder').deny).toEqual({ outcome: 'DISPUTED', to: 'complaint', complaint: 'not_owed' });
  for (const purpose of PURPOSES) expect(answers(purpose).other.to).toBe('person');
});

test('only welfare, account service and fraud may ever prove a customer out of reach', () => {
  const rules = PURPOSES.filter((purpose) => shipped.purpose(purpose).proof !== undefined);

  expect(rules).toEqual(['fraud_security', 'welfare', 'account_service']);
  expect(shipped.purpose('welfare').proof).toMatchObject({ everyCustomerStep: true, channels: 2, silence: 'PT30M' });
  expect(shipped.purpose('account_service').proof).toMatchObject({ attempts: 3, days: 3, channels: 2, within: 'P14D' });
});

test('a kind nobody has mapped becomes what its door says: an anomaly service, a call for help welfare', () => {
  const unmapped = (origin: Parameters<typeof shipped.kind>[1]) => {
    const { purpose, severity } = shipped.kind('something new', origin);
    return [purpose, severity];
  };

  expect(unmapped('anomaly')).toEqual(['account_service', 'medium']);
  expect(unmapped('help')).toEqual(['welfare', 'high']);
  expect(unmapped('unreachable')).toEqual(['welfare', 'medium']);
  expect(unmapped('state')).toEqual(['account_service', 'medium']);
});

test('a kind is one kind however its sender writes it', () => {
  expect([' Large_Transaction', 'large transaction', 'LARGE-TRANSACTION'].map(kindKey)).toEqual(
    Array.from({ length: 3 }, () => 'large-transaction'),
  );
  expect(shipped.kind('SIM_swap', 'anomaly')).toMatchObject({ purpose: 'fraud_security', severity: 'critical' });
  for (const kind of KINDS.keys()) expect(kindKey(kind)).toBe(kind);
});

test('events of one fraud merge within half an hour, of anything else within a day, and follow the plan of their purpose', () => {
  for (const rule of KINDS.values()) {
    expect(rule.window).toBe(rule.purpose === 'fraud_security' ? 'PT30M' : 'P1D');
    expect(shipped.newestPlan(rule.plan)?.purpose).toBe(rule.purpose);
  }
});
