import { expect, test } from 'vitest';
import { claimAnswer, dropAnswer, withAnswer } from '#domain/case/answers/answer.ts';
import type { Case } from '#domain/case/case.ts';
import { settleSend } from '#domain/case/send.ts';
import { attemptNumber } from '#domain/case/skip.ts';
import { takeStep } from '#domain/case/step.ts';
import { move, system } from '#domain/case/transition.ts';
import type { Skip, Then } from '#domain/case/turn.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { attempt, caseOf, claimOf, effectsOf, moved, NOON, openedCase, smsStep } from '../../../support/cases.ts';

const at = { position: { step: 1, round: 0 } };
const quarantined: Skip = {
  ...smsStep,
  point: 'p0',
  scope: 'address',
  ruleIds: ['contact-point.quarantined'],
  decision: { verdict: 'DENY' },
};
const hold: Then = { do: 'hold', decision: {}, ruleIds: ['hold.complaint'], knownEnd: NOON + DAY };
const sleep: Then = { do: 'defer', at: smsStep, decision: {}, until: NOON + 9 * HOUR, rule: 'hours.closed' };
const step = (of: Case, then: Then, skipped: readonly Skip[] = []) =>
  moved(takeStep(of, { ...at, skipped, then }, NOON));

test('a refusal that is met again on every look is one attempt, told once, and stands in every entry', () => {
  const first = step(openedCase(), hold, [quarantined]);
  const again = step(first.next, hold, [quarantined]);

  expect(again.next).toMatchObject({ attemptCount: 1, uncounted: 1 });
  expect(again.next.attempts).toHaveLength(1);
  expect(effectsOf(first.entry.effects)).toEqual(['contact.refused', 'contact.refused']);
  expect(again.entry.effects).toEqual([]);
  expect(again.entry.facts).toMatchObject({ skippedAgain: [{ ruleIds: ['contact-point.quarantined'] }] });
  expect(again.entry.facts).not.toHaveProperty('skipped');
});

test('a hold is told again only when a new reason joins it', () => {
  const held = (of: Case, ruleIds: readonly ('hold.complaint' | 'evidence.stale')[]) =>
    moved(
      takeStep(of, { ...at, skipped: [], then: { do: 'hold', decision: {}, ruleIds, knownEnd: NOON + DAY } }, NOON),
    );
  const first = held(openedCase(), ['hold.complaint']);
  const joined = held(first.next, ['evidence.stale', 'hold.complaint']);
  const left = held(joined.next, ['hold.complaint']);

  expect([first, joined, left].map((one) => effectsOf(one.entry.effects))).toEqual([
    ['contact.refused'],
    ['contact.refused'],
    [],
  ]);
});

test('refused steps and automatic answers spend none of the sixteen attempts of a case', () => {
  const skipped = step(openedCase(), claimOf(), [quarantined, { ...quarantined, point: 'p9' }]).next;
  const owed = withAnswer(skipped, { template: 'answer.thanks', audience: 'customer', point: 'p1', at: NOON });

  expect(owed).toMatchObject({ attemptCount: 4, uncounted: 3 });
});

test('at most eight attempts stand in the snapshot, and refused ones give way before those that were sent', () => {
  const attempts = Array.from({ length: 8 }, (_, index) =>
    attempt(index + 1, { state: index === 0 ? 'IN_DOUBT' : 'SKIPPED', step: `s${index}`, rule: 'channel.off' }),
  );
  const { next } = step(openedCase({ attempts, attemptCount: 8 }), claimOf(), [quarantined]);

  expect(next.attempts.map((one) => one.n)).toEqual([1, 4, 5, 6, 7, 8, 9, 10]);
});

test('a text under way, or an answer owed, stays in sight however many came after it', () => {
  const answers = Array.from({ length: 8 }, (_, index) => attempt(index + 3, { state: 'ACCEPTED', answer: true }));
  const attempts = [attempt(1, { state: 'CLAIMED' }), attempt(2, { state: 'PLANNED', answer: true }), ...answers];
  const { next } = move(openedCase(), { attempts }, { type: 't', actor: system('test'), at: NOON, facts: {} });

  expect(next.attempts.map((one) => one.n)).toEqual([1, 2, 5, 6, 7, 8, 9, 10]);
});

test('answers that went out give way before the texts of the plan, which prove who was tried', () => {
  const answers = Array.from({ length: 7 }, (_, index) => attempt(index + 3, { state: 'ACCEPTED', answer: true }));
  const attempts = [attempt(1), attempt(2, { step: 'sms2' }), ...answers];
  const { next } = move(openedCase(), { attempts }, { type: 't', actor: system('test'), at: NOON, facts: {} });

  expect(next.attempts.map((one) => one.n)).toEqual([1, 2, 4, 5, 6, 7, 8, 9]);
});

test('an attempt has its number before it is claimed: after what is newly refused, or as it slept', () => {
  const deferred = step(openedCase(), sleep).next;
  const refused = step(openedCase(), hold, [quarantined]).next;

  expect(attemptNumber(openedCase(), smsStep, [quarantined])).toBe(2);
  expect(attemptNumber(refused, smsStep, [quarantined])).toBe(2);
  expect(attemptNumber(deferred, smsStep, [])).toBe(1);
  expect(attemptNumber(deferred, smsStep, [quarantined])).toBe(1);
  expect(attemptNumber(deferred, { ...smsStep, channel: 'mail' }, [])).toBe(2);
});

test('a sleeping attempt wakes as itself also when another number was refused meanwhile', () => {
  const { next } = step(step(openedCase(), sleep).next, claimOf(), [quarantined]);

  expect(next.attempts.map((one) => [one.n, one.state])).toEqual([
    [2, 'SKIPPED'],
    [1, 'CLAIMED'],
  ]);
  expect(next.attemptCount).toBe(2);
});

test('a sleeping attempt that the plan has left behind is cancelled', () => {
  const { next } = step(step(openedCase(), sleep).next, claimOf({ id: 'sms2' }));

  expect(next.attempts.map((one) => one.state)).toEqual(['CANCELLED', 'CLAIMED']);
});

test('no step is taken while a text of the case is still under way', () => {
  const of = openedCase({ status: 'WAITING', attempts: [attempt(1, { state: 'CLAIMED' })], attemptCount: 1 });

  expect(takeStep(of, { ...at, skipped: [], then: claimOf() }, NOON)).toEqual({ refused: 'case.text-under-way' });
});

test('a spent plan counts as unreachable only when somebody was really tried', () => {
  const spent = (attempts: Case['attempts']) =>
    step(openedCase({ attempts, attemptCount: attempts.length }), { do: 'exhausted' }).next.outcome;

  expect(spent([attempt(1, { state: 'NOT_SENT' }), attempt(2, { state: 'SKIPPED' })])).toBeUndefined();
  expect(spent([attempt(1, { state: 'ACCEPTED', answer: true })])).toBeUndefined();
  expect(spent([attempt(1, { state: 'IN_DOUBT' })])).toBe('UNREACHABLE');
  expect(spent([attempt(1, { channel: 'call', state: 'NO_ANSWER' })])).toBe('UNREACHABLE');
});

test('a plan that is spent because the number is somebody else’s says so; one that is nobody’s is unreachable', () => {
  const spent = (...more: Case['attempts']) => {
    const attempts = [attempt(1), ...more, attempt(3, { state: 'SKIPPED', rule: 'contact-point.quarantined' })];
    return step(openedCase({ attempts, attemptCount: 3 }), { do: 'exhausted' }).next.outcome;
  };

  expect(spent()).toBe('WRONG_PERSON');
  expect(spent(attempt(2, { channel: 'call', state: 'INVALID' }))).toBe('UNREACHABLE');
});

test('whoever wrote back is not unreachable, whatever became of the plan', () => {
  const wrote = openedCase({ attempts: [attempt(1)], attemptCount: 1, heardAt: NOON });

  expect(step(wrote, { do: 'exhausted' }).next).toMatchObject({ status: 'HUMAN' });
  expect(step(wrote, { do: 'exhausted' }).next.outcome).toBeUndefined();
});

test('a turn that rests on proof says which attempts prove it, once', () => {
  const of = caseOf('welfare', {
    attempts: [attempt(1), attempt(2, { state: 'SKIPPED' }), attempt(3, { channel: 'call', state: 'NO_ANSWER' })],
    attemptCount: 3,
  });
  const taken = { position: { step: 4, round: 0 }, skipped: [], then: claimOf(), proofAt: NOON } as const;
  const { next, entry } = moved(takeStep(of, taken, NOON));

  expect(entry.facts).toMatchObject({ proof: { attempts: [1, 3], channels: ['sms', 'call'] } });
  expect(next.proofAt).toBe(NOON);
  expect(moved(takeStep({ ...of, proofAt: NOON }, taken, NOON)).entry.facts).not.toHaveProperty('proof');
});

const owing = withAnswer(openedCase(), {
  template: 'answer.help',
  audience: 'contact',
  contactId: 'k1',
  point: 'p8',
  at: NOON,
});

test('an automatic answer is claimed once; nothing else of the case moves', () => {
  const { next, entry } = moved(claimAnswer(owing, { n: 1, decision: { verdict: 'ALLOW' } }, NOON + 1));
  const rest = ({ attempts: _attempts, version: _version, ...other }: Case) => other;

  expect(next.attempts[0]).toMatchObject({
    state: 'CLAIMED',
    at: NOON + 1,
    decisionSeq: 2,
    contactId: 'k1',
    point: 'p8',
  });
  expect(rest(next)).toEqual(rest(owing));
  expect(entry.facts).toMatchObject({ attempt: 1, template: 'answer.help' });
  expect(claimAnswer(next, { n: 1, decision: {} }, NOON)).toEqual({ refused: 'case.attempt-settled' });
  expect(claimAnswer(openedCase(), { n: 1, decision: {} }, NOON)).toEqual({ refused: 'case.no-such-attempt' });
  expect(claimAnswer(openedCase({ attempts: [attempt(1)] }), { n: 1, decision: {} }, NOON)).toEqual({
    refused: 'case.no-such-attempt',
  });
});

test('the claim of an answer sets no timer: the message that made it comes back while its outcome is missing', () => {
  const { entry } = moved(claimAnswer(owing, { n: 1, decision: {} }, NOON));

  expect(entry.effects).toEqual([]);
});

test('an answer that may not go is written down as not sent, with its rule', () => {
  const { next, entry } = moved(dropAnswer(owing, { n: 1, rule: 'text.expired' }, NOON));

  expect(next.attempts[0]).toMatchObject({ state: 'SKIPPED', rule: 'text.expired' });
  expect(entry).toMatchObject({ type: 'answer.dropped', facts: { attempt: 1, rule: 'text.expired' } });
  expect(dropAnswer(next, { n: 1, rule: 'text.expired' }, NOON)).toEqual({ refused: 'case.attempt-settled' });
});

test('the outcome of an answer is written down and moves nothing', () => {
  const claimed = moved(claimAnswer({ ...owing, status: 'CONTACTING' }, { n: 1, decision: {} }, NOON)).next;
  const outcome = { state: 'IN_DOUBT', code: 'x' } as const;
  const { next } = moved(settleSend(claimed, { n: 1, outcome, policy: 'hold' }, NOON));

  expect(next).toMatchObject({ status: 'CONTACTING', step: claimed.step });
  expect(next.attempts[0]?.state).toBe('IN_DOUBT');
});
