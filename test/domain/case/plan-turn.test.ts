import { expect, test } from 'vitest';
import { type Candidate, decisionOf, type Judge, stepRef, takePlanTurn } from '#domain/case/plan-turn.ts';
import type { Allow, Deny, Verdict } from '#domain/contact/evidence.ts';
import type { Plan, PlanStep } from '#domain/policy/types.ts';
import type { DenyScope, RuleId } from '#domain/words.ts';
import { attempt, caseOf, withAttempts } from '../../support/cases.ts';
import { contactOf, customerOf, phone } from '../../support/rules/people.ts';
import { planOf } from '../../support/rules/policies.ts';

const decided = {
  evidence: [],
  counters: [],
  localTime: '2026-06-03T10:00:00+08:00',
  zone: 'Asia/Shanghai',
  policy: { plan: 'p', jurisdictions: [], limits: 'l' },
};
const allow: Allow = { verdict: 'ALLOW', rules: [], template: 'welfare.ask', conditions: {}, ...decided };
const denied = (scope: DenyScope, rule: RuleId, also: readonly RuleId[] = []): Deny => ({
  verdict: 'DENY',
  scope,
  because: [rule],
  rules: [rule, ...also],
  ...decided,
});

const two = { phones: [phone('p1'), phone('p2')] };
const kin = [contactOf({ id: 'k1', point: 'p8' }), contactOf({ id: 'k2', point: 'p9' })];
const people = { customer: customerOf(two), contacts: kin };

/** Judges by a table of step, address or person; what is not in it is allowed. */
const judging =
  (table: Readonly<Record<string, Verdict>>): Judge =>
  ({ step, address, contact }: Candidate) =>
    table[`${step.id} ${address?.point ?? ''}`] ??
    table[`${step.id} ${contact?.contactId ?? ''}`] ??
    table[step.id] ??
    allow;

const welfare = planOf('welfare-urgent');
const at = (step: number, round = 0) => caseOf('welfare', { step, round });

test('takes the first step on the first address that is allowed', () => {
  const turn = takePlanTurn(at(0), welfare, { people, judge: judging({}) });

  expect(turn.chosen?.candidate).toMatchObject({ step: { id: 'sms' }, address: { point: 'p1' } });
  expect(turn.skipped).toEqual([]);
});

test('a refused address gives way to the next address of the same step', () => {
  const judge = judging({ 'sms p1': denied('address', 'contact-point.quarantined') });
  const turn = takePlanTurn(at(0), welfare, { people, judge });

  expect(turn).toMatchObject({ position: { step: 0, round: 0 }, chosen: { candidate: { address: { point: 'p2' } } } });
  expect(turn.skipped).toEqual([
    expect.objectContaining({ id: 'sms', point: 'p1', ruleIds: ['contact-point.quarantined'] }),
  ]);
});

test('a refused channel gives way to the next step, without trying the other addresses', () => {
  const turn = takePlanTurn(at(1), welfare, { people, judge: judging({ mail: denied('channel', 'channel.off') }) });

  expect(turn).toMatchObject({ position: { step: 2 }, chosen: { candidate: { step: { id: 'sms-again' } } } });
  expect(turn.skipped).toHaveLength(1);
});

test('a refusal names the rules that decided it, not those that would have made it wait', () => {
  const turn = takePlanTurn(at(1), welfare, {
    people,
    judge: judging({ mail: denied('channel', 'channel.off', ['hours.closed']) }),
  });

  expect(turn.skipped[0]?.ruleIds).toEqual(['channel.off']);
  expect(turn.skipped[0]?.decision).toMatchObject({ rules: ['channel.off', 'hours.closed'] });
});

test('a denied case ends the turn at once', () => {
  const turn = takePlanTurn(at(0), welfare, { people, judge: judging({ sms: denied('case', 'customer.deceased') }) });

  expect(turn).toMatchObject({ position: { step: 0 }, denied: { because: ['customer.deceased'] } });
  expect(turn.chosen).toBeUndefined();
});

test('a verdict that makes it wait ends the turn where it stands', () => {
  const wait: Verdict = { verdict: 'DEFER', until: 1, because: ['hours.closed'], rules: ['hours.closed'], ...decided };
  const turn = takePlanTurn(at(0), welfare, { people, judge: judging({ sms: wait }) });

  expect(turn).toMatchObject({ position: { step: 0 }, chosen: { verdict: wait } });
});

test('emergency contacts are asked in their order, one at a time', () => {
  const first = takePlanTurn(at(4, 0), welfare, { people, judge: judging({}) });
  const second = takePlanTurn(at(4, 1), welfare, { people, judge: judging({}) });
  const third = takePlanTurn(at(4, 2), welfare, { people, judge: judging({}) });

  expect([first, second].map((turn) => turn.chosen?.candidate.contact?.contactId)).toEqual(['k1', 'k2']);
  expect(third).toMatchObject({
    position: { step: 5, round: 0 },
    chosen: { candidate: { step: { id: 'contact-call' } } },
  });
});

test('a contact who may not be asked gives way to the next contact', () => {
  const turn = takePlanTurn(at(4), welfare, {
    people,
    judge: judging({ 'contact k1': denied('address', 'third-party.refused') }),
  });

  expect(turn).toMatchObject({
    position: { step: 4, round: 1 },
    chosen: { candidate: { contact: { contactId: 'k2' } } },
  });
});

test('where no third party may be asked at all, nobody else of that step is tried or told about', () => {
  const judge = judging({
    contact: denied('step', 'third-party.no-proof'),
    'contact-call': denied('step', 'third-party.no-proof'),
  });
  const turn = takePlanTurn(at(4), welfare, { people, judge });

  expect(turn.skipped.map((skip) => skip.id)).toEqual(['contact', 'contact-call']);
  expect(turn).toMatchObject({ position: { step: 6, round: 0 } });
  expect(turn.chosen).toBeUndefined();
});

test('a customer without an address is put to the gate all the same, so that it says why not', () => {
  const seen: Candidate[] = [];
  takePlanTurn(at(0), welfare, {
    people: { customer: customerOf({ phones: [] }), contacts: [] },
    judge: (candidate) => {
      seen.push(candidate);
      return denied('channel', 'contact-point.none');
    },
  });

  expect(seen.map((one) => [one.step.id, one.address])).toEqual(welfare.steps.map((step) => [step.id, undefined]));
});

test('the second text of a service case goes by mail where texts are refused', () => {
  const service = planOf('contact-data');
  const mailed = { customer: customerOf({ ...two, mails: [phone('m1')] }), contacts: [] };
  const judge: Judge = ({ step }) => (step.channel === 'sms' ? denied('channel', 'consent.withdrawn') : allow);
  const turn = takePlanTurn(caseOf('service', { step: 1 }), service, { people: mailed, judge });

  expect(turn).toMatchObject({
    position: { step: 1 },
    chosen: { candidate: { step: { id: 'sms-again', channel: 'mail' }, address: { point: 'm1' } } },
  });
  expect(turn.skipped).toEqual([expect.objectContaining({ id: 'sms-again', channel: 'sms' })]);
});

test('a step that is refused for every channel has no other way', () => {
  const service = planOf('contact-data');
  const judge: Judge = ({ step }) => (step.id === 'sms-again' ? denied('step', 'cap.case') : allow);
  const turn = takePlanTurn(caseOf('service', { step: 1 }), service, { people, judge });

  expect(turn.skipped.map((skip) => [skip.id, skip.channel])).toEqual([['sms-again', 'sms']]);
  expect(turn.chosen?.candidate.step.id).toBe('call');
});

test('an optional step is passed over silently where the customer has no such address', () => {
  const fraud = planOf('fraud-card');
  const nowhere = takePlanTurn(caseOf('fraud'), fraud, {
    people,
    judge: judging({ push: denied('channel', 'contact-point.none') }),
  });
  const off = takePlanTurn(caseOf('fraud'), fraud, {
    people,
    judge: judging({ push: denied('channel', 'channel.off') }),
  });

  expect(nowhere).toMatchObject({ skipped: [], position: { step: 1 }, chosen: { candidate: { step: { id: 'sms' } } } });
  expect(off.skipped).toEqual([expect.objectContaining({ id: 'push', ruleIds: ['channel.off'] })]);
});

test('a spent plan has nothing chosen and nothing denied', () => {
  const turn = takePlanTurn(at(6), welfare, { people, judge: judging({}) });

  expect(turn).toEqual({ position: { step: 6, round: 0 }, skipped: [] });
});

test('the walk ends for every plan, whatever the gate says', () => {
  const scopes: readonly DenyScope[] = ['address', 'channel', 'step'];
  for (const scope of scopes) {
    for (const plan of ['fraud-card', 'welfare-urgent', 'contact-data', 'debt-reminder'] as const) {
      const shipped: Plan = planOf(plan);
      const turn = takePlanTurn(at(0), shipped, { people, judge: () => denied(scope, 'cap.case') });
      expect(turn.position).toEqual({ step: shipped.steps.length, round: 0 });
    }
  }
});

test('a step is named by what it uses, its person and its number', () => {
  const step = welfare.steps[4] as PlanStep;
  const [contact] = kin;

  expect(
    stepRef({
      step,
      position: { step: 4, round: 0 },
      ...(contact === undefined ? {} : { contact }),
      address: phone('p8'),
    }),
  ).toEqual({
    id: 'contact',
    channel: 'sms',
    audience: 'contact',
    contactId: 'k1',
    point: 'p8',
  });
});

test('a recorded decision keeps where its evidence came from and drops the facts, which are hashed', () => {
  const verdict: Verdict = {
    ...allow,
    evidence: [{ kind: 'reason', source: 's', asOf: 1, hash: 'h', facts: { code: 'overdue' } }],
  };

  expect(decisionOf(verdict, { templateId: 't@1', textHash: 'x' })).toEqual({
    verdict: 'ALLOW',
    rules: [],
    evidence: [{ kind: 'reason', source: 's', asOf: 1, hash: 'h' }],
    counters: [],
    localTime: decided.localTime,
    zone: decided.zone,
    policy: decided.policy,
    templateId: 't@1',
    textHash: 'x',
  });
});

test('where a doubt asks for another channel, the next text of the plan is none', () => {
  const service = planOf('contact-data');
  const doubtful = [attempt(1, { step: 'sms', state: 'IN_DOUBT' })];
  const turn = takePlanTurn(withAttempts(caseOf('service', { step: 1 }), doubtful), service, {
    people,
    judge: judging({ 'sms-again': denied('channel', 'channel.off') }),
  });
  const settled = takePlanTurn(withAttempts(caseOf('service', { step: 1 }), [attempt(1, { step: 'sms' })]), service, {
    people,
    judge: judging({}),
  });

  expect(turn.chosen?.candidate.step.id).toBe('call');
  expect(turn.skipped.map((skip) => [skip.id, skip.channel])).toEqual([['sms-again', 'mail']]);
  expect(settled.chosen?.candidate.step.id).toBe('sms-again');
});

test('the other channel of a step is another channel too', () => {
  const mailed = { customer: customerOf({ ...two, mails: [phone('m1')] }), contacts: [] };
  const of = withAttempts(caseOf('service', { step: 1 }), [attempt(1, { step: 'sms', state: 'IN_DOUBT' })]);

  expect(
    takePlanTurn(of, planOf('contact-data'), { people: mailed, judge: judging({}) }).chosen?.candidate,
  ).toMatchObject({
    step: { id: 'sms-again', channel: 'mail' },
  });
});

test('a number that the provider refuses for good gives way to the next, and is not texted again by this case', () => {
  const refused = attempt(1, { step: 'sms', state: 'NOT_SENT', refused: true });
  const again = takePlanTurn(withAttempts(at(0), [refused]), welfare, { people, judge: judging({}) });
  const one = { customer: customerOf({ phones: [phone('p1')] }), contacts: kin };
  const alone = takePlanTurn(withAttempts(at(0), [refused]), welfare, {
    people: one,
    judge: judging({ mail: denied('channel', 'channel.off') }),
  });

  expect(again).toMatchObject({ position: { step: 0 }, chosen: { candidate: { address: { point: 'p2' } } } });
  expect(alone.chosen?.candidate).toMatchObject({ step: { id: 'call' }, address: { point: 'p1' } });
});

test('a number that is suspect is tried after those that are not', () => {
  const turn = takePlanTurn(at(0), welfare, { people, judge: judging({}), isSuspect: ({ point }) => point === 'p1' });

  expect(turn.chosen?.candidate.address?.point).toBe('p2');
});
