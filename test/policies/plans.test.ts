import { expect, test } from 'vitest';
import type { Plan, PlanStep } from '#domain/policy/types.ts';
import { PURPOSES } from '#domain/words.ts';
import { planOf, shipped } from '../support/rules/policies.ts';

/** One step as the page of shipped defaults writes it: channel, whom, wait, and what is special. */
const line = (step: PlanStep): string =>
  [
    step.id,
    step.channel + (step.orElse === undefined ? '' : ` or ${step.orElse}`),
    step.audience,
    step.template,
    step.wait,
    ...(step.shelfLife === undefined ? [] : [`lives ${step.shelfLife}`]),
    ...(step.tries === undefined ? [] : [`${step.tries} tries`]),
    ...(step.optional === true ? ['if registered'] : []),
    ...(step.requires ?? []),
  ].join(', ');

const shown = (plan: Plan): readonly string[] => plan.steps.map(line);

test('fraud: push if registered, a text that lives half an hour, a second one, a call, and after a day a contact person', () => {
  const plan = planOf('fraud-card');

  expect(shown(plan)).toEqual([
    'push, push, customer, fraud.ask, PT1M, if registered',
    'sms, sms, customer, fraud.ask, PT5M, lives PT30M',
    'sms-again, sms, customer, fraud.ask, PT10M',
    'call, call, customer, fraud.ask, PT0S, 3 tries',
    'contact, sms, contact, contact.relay, PT2H, proof, critical, above-confirming-limit',
  ]);
  expect(plan).toMatchObject({
    purpose: 'fraud_security',
    department: 'fraud-desk',
    doubt: 'resend-once',
    firstHold: 'PT0S',
  });
  expect(plan.maxMessagesPerCase).toEqual({ count: 3, window: 'P3D', per: 'person' });
  expect(plan.hours).toEqual({ sms: ['07:00-21:00'], call: ['07:00-21:00'], push: 'always', mail: 'always' });
  expect(shipped.purpose('fraud_security').proof?.silence).toBe('PT24H');
});

test('welfare: a text, mail and a second text, two tries of a call, then contact persons one at a time', () => {
  const plan = planOf('welfare-urgent');

  expect(shown(plan)).toEqual([
    'sms, sms, customer, welfare.ask, PT10M',
    'mail, mail, customer, welfare.ask, PT0S',
    'sms-again, sms, customer, welfare.ask, PT20M',
    'call, call, customer, welfare.ask, PT0S, 2 tries',
    'contact, sms, contact, contact.relay, PT30M, proof',
    'contact-call, call, contact, contact.relay, PT0S, proof',
  ]);
  expect(plan).toMatchObject({ purpose: 'welfare', department: 'contact-centre', doubt: 'resend-once' });
  expect(new Set(Object.values(plan.hours).flat())).toEqual(new Set(['07:00-22:00']));
  expect(new Set(Object.values(plan.urgentHours ?? {}))).toEqual(new Set(['always']));
});

test('account service: three days, four days by text or mail, seven days for the call, then contact persons', () => {
  const plan = planOf('contact-data');

  expect(shown(plan)).toEqual([
    'sms, sms, customer, service.ask, P3D',
    'sms-again, sms or mail, customer, service.ask, P4D',
    'call, call, customer, service.ask, P7D, 3 tries',
    'contact, sms, contact, contact.relay, P3D, proof',
  ]);
  expect(plan).toMatchObject({ purpose: 'account_service', department: 'branch', doubt: 'switch-channel' });
  expect(new Set(Object.values(plan.hours).flat())).toEqual(new Set(['09:00-20:00']));
});

test('debt: a day after the first flag, two days, three days, a call, never a third party, hours by law alone', () => {
  const plan = planOf('debt-reminder');

  expect(shown(plan)).toEqual([
    'sms, sms, customer, debt.remind, P2D',
    'sms-again, sms, customer, debt.remind, P3D',
    'call, call, customer, debt.remind, PT0S, 3 tries',
  ]);
  expect(plan).toMatchObject({
    purpose: 'debt_reminder',
    department: 'collections',
    doubt: 'hold',
    firstHold: 'PT24H',
  });
  expect(new Set(Object.values(plan.hours))).toEqual(new Set(['always']));
});

test('every plan ends with a person, closes a week after it was settled and sends a number three texts in three days', () => {
  for (const id of ['fraud-card', 'welfare-urgent', 'contact-data', 'debt-reminder']) {
    const plan = planOf(id);
    expect(plan).toMatchObject({ exhausted: 'person', closeAfter: 'P7D' });
    expect(plan.maxMessagesPerCase).toMatchObject({ count: 3, window: 'P3D' });
    expect(plan.doubt).toBe(shipped.purpose(plan.purpose).doubt);
  }
});

test('before legal action: an invitation, mediation three days later, the notice on the seventh day at nine', () => {
  const plan = planOf('pre-litigation');

  expect(shown(plan)).toEqual([
    'invite, sms, customer, prelit.invite, P3D',
    'mediation, sms, customer, prelit.mediation, P4D',
    'notice, sms or mail, customer, prelit.notice, P7D',
  ]);
  expect(plan.steps.map((step) => step.stage)).toEqual(['NEGOTIATION', 'MEDIATION', 'PRE_LITIGATION']);
  expect(plan.steps[1]?.nextAt).toBe('09:00');
});

test('an offer is told, reminded of at half time and over at its end; nobody is called about it', () => {
  const plan = planOf('offer');

  expect(plan.steps.map(({ id, channel, until }) => [id, channel, until])).toEqual([
    ['sms', 'sms', 'half-time'],
    ['remind', 'sms', 'expiry'],
  ]);
  expect(plan.exhausted).toBe('told');
});

test('whoever complained is asked afterwards by text, again two days later, then by call, and may stay unreached', () => {
  const plan = planOf('follow-up');

  expect(shown(plan)).toEqual([
    'sms, sms, customer, follow.ask, P2D',
    'sms-again, sms, customer, follow.ask, P1D',
    'call, call, customer, follow.ask, PT0S, 3 tries',
  ]);
  expect(plan.exhausted).toBe('unreachable');
});

test('a notice of a complaint is one text or mail that asks nothing', () => {
  const plan = planOf('complaint-notice');

  expect(shown(plan)).toEqual(['sms, sms or mail, customer, complaint.acknowledged, PT0S']);
  expect(plan.steps[0]?.asks).toBe(false);
  expect(plan.exhausted).toBe('told');
});

test('a person who is named as emergency contact is told so by one text, and nobody is called', () => {
  const plan = planOf('contact-notice');

  expect(shown(plan)).toEqual(['sms, sms, contact, contact.notice, P1D']);
  expect(shipped.limits.contactNotice).toBe(false);
});

test('a plan is found by its purpose, and by id and version for the cases that keep it', () => {
  const active = PURPOSES.map((purpose) => shipped.planFor(purpose)?.id);

  expect(active).toEqual([
    'fraud-card',
    'welfare-urgent',
    'contact-data',
    'debt-reminder',
    'pre-litigation',
    'offer',
    'follow-up',
    undefined,
  ]);
  expect(shipped.plan('fraud-card', 1)).toBe(shipped.newestPlan('fraud-card'));
  expect(shipped.plan('fraud-card', 2)).toBeUndefined();
  expect(shipped.newestPlan('none')).toBeUndefined();
});
