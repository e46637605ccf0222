import { expect, test } from 'vitest';
import type { Limits } from '#domain/policy/limits.ts';
import { lintPack, lintPolicies } from '#domain/policy/lint.ts';
import type { PolicyData } from '#domain/policy/lint-issue.ts';
import { isTemplate } from '#domain/policy/template-names.ts';
import type { Cap, JurisdictionPack, Plan, PlanStep } from '#domain/policy/types.ts';
import { NOON } from '../../support/cases.ts';
import { bookWith, planOf, shipped } from '../../support/rules/policies.ts';

const found = shipped.pack('CN');
if (found === undefined) throw new Error('pack');
const cn: JurisdictionPack = found;
const fraud = planOf('fraud-card');
const [first, text, second, call, contact] = fraud.steps as [PlanStep, PlanStep, PlanStep, PlanStep, PlanStep];

function issues(data: Partial<PolicyData>): string[] {
  const book = bookWith({ pack: (id) => data.packs?.find((one) => one.id === id) ?? shipped.pack(id) });
  const all = { plans: [], packs: [], limits: shipped.limits, book, isTemplate, ...data };
  return lintPolicies(all, NOON).map((issue) => `${issue.in} ${issue.at}: ${issue.what}`);
}
const planFaults = (change: Partial<Plan>): string[] => issues({ plans: [{ ...fraud, ...change }] });
const stepFaults = (change: Partial<PlanStep>): string[] => planFaults({ steps: [first, { ...text, ...change }] });

test('a plan has at least one step, and no two of one id', () => {
  expect(planFaults({ steps: [] })).toEqual(['fraud-card@1 steps: a plan has at least one step']);
  expect(planFaults({ steps: [text, text] })).toContain('fraud-card@1 steps.sms: two steps of one id');
});

test.each([
  ['firstHold', { firstHold: '24h' }],
  ['closeAfter', { closeAfter: 'P1M' }],
  ['maxMessagesPerCase.window', { maxMessagesPerCase: { count: 3, window: '', per: 'number' } }],
] as const)('refuses a duration that cannot be read in %s', (at, change) => {
  expect(planFaults(change)).toEqual([expect.stringContaining(`fraud-card@1 ${at}: `)]);
});

test('refuses a wait or a shelf life that cannot be read', () => {
  expect(stepFaults({ wait: 'soon' })).toEqual(['fraud-card@1 steps.sms.wait: soon is no ISO 8601 duration']);
  expect(stepFaults({ shelfLife: 'P' })).toEqual(['fraud-card@1 steps.sms.shelfLife: P is no ISO 8601 duration']);
});

test('refuses a template that nobody has written', () => {
  expect(stepFaults({ template: 'fraud.shout' })).toEqual([
    'fraud-card@1 steps.sms.template: fraud.shout is no template',
  ]);
});

test.each([['25:00-26:00'], ['20:00-08:00'], ['9-17'], ['24:00-24:00']])('refuses %s as hours of a plan', (hours) => {
  const faults = planFaults({ hours: { ...fraud.hours, sms: [hours] }, steps: [second] });

  expect(faults).toEqual([`fraud-card@1 hours.sms: expected windows such as 09:00-20:00, got ${hours}`]);
});

test('refuses hours that are never open, also those for urgent cases', () => {
  expect(planFaults({ hours: { ...fraud.hours, mail: [] } })).toEqual([
    'fraud-card@1 hours.mail: empty: no hour is open',
  ]);
  expect(planFaults({ urgentHours: { ...fraud.hours, call: [] } })).toEqual([
    'fraud-card@1 hours.call: empty: no hour is open',
  ]);
});

test('a third party is asked only where the purpose allows it, with proof, by the relay text', () => {
  const debt = planOf('debt-reminder');

  expect(issues({ plans: [{ ...debt, steps: [...debt.steps, contact] }] })).toEqual([
    'debt-reminder@1 steps.contact: debt_reminder never reaches a third party',
  ]);
  expect(planFaults({ steps: [{ ...contact, requires: ['critical'] }] })).toEqual([
    'fraud-card@1 steps.contact: a third party is asked only with proof of unreachability',
  ]);
  const { requires: _none, ...bare } = contact;
  expect(planFaults({ steps: [bare] })).toHaveLength(1);
  expect(planFaults({ steps: [{ ...contact, template: 'fraud.ask' }] })).toEqual([
    'fraud-card@1 steps.contact: a third party gets the relay-only text',
  ]);
});

test('a step whose text has expired before it is due is unreachable', () => {
  const faults = planFaults({
    steps: [
      { ...text, wait: 'PT31M' },
      { ...second, shelfLife: 'PT30M' },
    ],
  });

  expect(faults).toEqual(['fraud-card@1 steps.sms-again: unreachable: its text has expired before it is due']);
  expect(planFaults({ firstHold: 'PT1H' })).toContain(
    'fraud-card@1 steps.sms: unreachable: its text has expired before it is due',
  );
});

test('a step beyond the texts or the attempts of a case is unreachable', () => {
  const texts = Array.from({ length: 4 }, (_, index) => ({ ...second, id: `t${index}` }));
  const calls = Array.from({ length: 17 }, (_, index) => ({ ...call, id: `c${index}` }));

  expect(planFaults({ steps: texts })).toEqual([
    'fraud-card@1 steps.t3: unreachable: 3 texts of this case have gone before it',
  ]);
  expect(planFaults({ steps: calls })).toEqual(['fraud-card@1 steps.c16: unreachable: a case has 16 attempts']);
});

test('a text after the window of the cap has slid on is reachable', () => {
  const texts = Array.from({ length: 6 }, (_, index) => ({ ...second, id: `t${index}`, wait: 'P1D' }));

  expect(planFaults({ steps: texts })).toEqual([]);
});

const packFaults = (change: Partial<JurisdictionPack>): string[] =>
  lintPack({ ...cn, ...change }).map((one) => `${one.at}: ${one.what}`);

test('refuses hours of a law that are wider than the law itself', () => {
  const wide = { ...cn.hours, debt_reminder: { ...cn.hours.debt_reminder, sms: ['07:00-20:00'] } };

  expect(packFaults({ hours: wide })).toEqual([
    'hours.debt_reminder.sms: loosened: wider than the law permits (hardHours)',
  ]);
  expect(packFaults({ hours: { ...cn.hours, survey: { ...cn.hours.survey, call: ['x'] } } })).toEqual([
    'hours.survey.call: expected windows such as 09:00-20:00, got x',
  ]);
});

test('refuses a law that would let a third party hear of a debt', () => {
  for (const purpose of ['debt_reminder', 'pre_litigation', 'negotiation_followup'] as const) {
    expect(packFaults({ thirdParty: { ...cn.thirdParty, [purpose]: 'with-consent' } })).toEqual([
      `thirdParty.${purpose}: a third party is never contacted about a debt`,
    ]);
  }
});

test('refuses a law without zones, or with one that does not exist', () => {
  expect(packFaults({ zones: [] })).toEqual(['zones: no zone: nobody could be contacted']);
  expect(packFaults({ zones: ['Asia/Shanghai', 'Mars/Olympus'] })).toEqual(['zones: Mars/Olympus is no IANA zone']);
});

test('refuses holidays that are promised and missing, empty, or of another year', () => {
  expect(packFaults({ holidays: {} })).toEqual(['holidays: skipped, but no year is known']);
  expect(packFaults({ skipHolidays: [], holidays: {} })).toEqual([]);
  expect(packFaults({ holidays: { '2026': [] } })).toEqual([
    'holidays.2026: an empty year: leave out a year that is not known',
  ]);
  expect(packFaults({ holidays: { '2026': ['2025-01-01', '2026-02-30'] } })).toEqual([
    'holidays.2026: 2025-01-01 is no day of that year',
    'holidays.2026: 2026-02-30 is no day of that year',
  ]);
});

const capFaults = (change: Partial<Cap>): string[] => {
  const base: Cap = { rule: 'cap.debt', purposes: 'all', channels: ['call'], counts: 'dialled', max: 3, window: 'P1D' };
  return packFaults({ caps: [{ ...base, ...change }] });
};

test('refuses a cap that cannot be counted or that the law forbids', () => {
  expect(capFaults({})).toEqual([]);
  expect(capFaults({ window: 'day' })).toEqual(['caps.cap.debt.call: window day is no ISO 8601 duration']);
  for (const max of [0, 9, 1.5]) expect(capFaults({ max })).toEqual([`caps.cap.debt.call: max ${max} is not 1 to 8`]);
  expect(capFaults({ hardMax: 2 })).toEqual(['caps.cap.debt.call: loosened: above what the law permits (hardMax)']);
  expect(capFaults({ hardMax: 3 })).toEqual([]);
  expect(capFaults({ channels: ['sms', 'call'] })).toEqual(['caps.cap.debt.sms+call: only calls are dialled']);
});

test('refuses limits that cannot be read', () => {
  const limits = (change: Partial<Limits>): string[] => issues({ limits: { ...shipped.limits, ...change } });

  expect(limits({ feedSilence: '15' })).toEqual(['limits@1 limits: 15 is no ISO 8601 duration']);
  expect(limits({ spread: { ...shipped.limits.spread, bulk: 'x' } })).toEqual([
    'limits@1 limits: x is no ISO 8601 duration',
  ]);
  expect(
    limits({
      caps: [{ rule: 'cap.number', purposes: 'all', channels: ['sms'], counts: 'sent', max: 20, window: 'P1D' }],
    }),
  ).toEqual(['limits@1 caps.cap.number.sms: max 20 is not 1 to 8']);
});

test('refuses a plan and a law that leave no hour open together', () => {
  const night = { ...fraud, hours: { ...fraud.hours, sms: ['22:00-24:00'] as const } };

  expect(issues({ plans: [night], packs: [cn] })).toEqual([
    'fraud-card@1 hours.sms: empty window under CN: no hour is open in all its zones',
  ]);
});

test('refuses a plan under a law whose zones cannot be told', () => {
  const nowhere = { ...cn, zones: [] };

  expect(issues({ plans: [{ ...fraud, steps: [second] }], packs: [nowhere] })).toEqual([
    'CN@1 zones: no zone: nobody could be contacted',
    'fraud-card@1 hours.sms: zone.unknown',
  ]);
});
