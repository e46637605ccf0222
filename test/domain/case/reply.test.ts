import { expect, test } from 'vitest';
import { nextMove } from '#domain/case/next-move.ts';
import { applyReply } from '#domain/case/reply.ts';
import { settleSend } from '#domain/case/send.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import { DAY, MINUTE } from '#domain/time.ts';
import {
  attempt,
  callingCase,
  callTask,
  caseOf,
  claimedCase,
  effectsOf,
  moved,
  NOON,
  openedCase,
  replied,
} from '../../support/cases.ts';

const LATER = NOON + MINUTE;
const asked = openedCase({
  status: 'WAITING',
  step: 2,
  dueAt: NOON + 5 * MINUTE,
  attempts: [attempt(1)],
  attemptCount: 1,
});
const held = { since: NOON, ruleIds: ['hold.staff'], recheckAt: NOON + DAY, cause: 'staff', rechecks: 0 } as const;

test('a confirmation settles the case, cancels what was still planned and is announced', () => {
  const of = { ...asked, attempts: [attempt(1), attempt(2, { state: 'DEFERRED' })], attemptCount: 2 };
  const { next, entry } = applyReply(
    of,
    replied({ do: 'settle', outcome: 'CONFIRMED_GENUINE' }, { intent: 'confirm' }),
    LATER,
  );

  expect(next).toMatchObject({
    status: 'RESOLVED',
    outcome: 'CONFIRMED_GENUINE',
    resolvedAt: LATER,
    dueAt: LATER + 7 * DAY,
  });
  expect(next.attempts.map((one) => one.state)).toEqual(['ACCEPTED', 'CANCELLED']);
  expect(effectsOf(entry.effects)).toEqual(['case.settled']);
  expect(entry).toMatchObject({
    type: 'reply.received',
    actor: { kind: 'customer' },
    facts: { intent: 'confirm', trust: 2 },
  });
});

test('only a confirmation that settles its case asks the account system to lift the protective hold', () => {
  const of = { ...asked, protectiveHold: true };
  const genuine = applyReply(of, replied({ do: 'settle', outcome: 'CONFIRMED_GENUINE' }), LATER);
  const mine = applyReply(of, replied({ do: 'person', outcome: 'DENIED_NOT_ME', urgent: true }), LATER);

  expect(effectsOf(genuine.entry.effects)).toContain('account.release-requested');
  expect(genuine.next.protectiveHold).toBeUndefined();
  expect(effectsOf(mine.entry.effects)).toEqual(['case.escalated']);
  expect(mine.next.protectiveHold).toBe(true);
});

test('settling ends the call task that was open', () => {
  const { next, tasks } = applyReply(
    callingCase(),
    replied({ do: 'settle', outcome: 'CONFIRMED_GENUINE' }, { task: callTask() }),
    LATER,
  );

  expect(tasks).toEqual([expect.objectContaining({ id: 'c1.t2', state: 'CANCELLED' })]);
  expect(next.taskId).toBeUndefined();
});

test('an answer that needs a person gives the case to one, with its outcome set at once', () => {
  const { next, tasks } = applyReply(
    callingCase(),
    replied({ do: 'person', outcome: 'DENIED_NOT_ME', urgent: true }, { task: callTask() }),
    LATER,
  );

  expect(next).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME', taskId: 'c1.t2' });
  expect(tasks.map((task) => [task.kind, task.state, task.severity])).toEqual([
    ['call', 'CANCELLED', 'medium'],
    ['review', 'QUEUED', 'high'],
  ]);
  expect(next.timers?.map(({ at }) => at)).toEqual([LATER + 15 * MINUTE]);
});

test('what a person already works on stays theirs; a later answer sets the outcome and may make it urgent', () => {
  const human = caseOf('welfare', { status: 'HUMAN', severity: 'medium', taskId: 'c1.t2', dueAt: NOON + DAY });
  const task = callTask({ kind: 'review', state: 'QUEUED' });
  const calm = applyReply(human, replied({ do: 'person' }, { task }), LATER);
  const urgent = applyReply(human, replied({ do: 'person', urgent: true }, { task }), LATER);

  expect(calm).toMatchObject({ next: { status: 'HUMAN', taskId: 'c1.t2', dueAt: NOON + DAY }, tasks: [] });
  expect(urgent.tasks).toEqual([{ ...task, severity: 'high' }]);
  expect(effectsOf(urgent.entry.effects)).toEqual(['case.escalated']);
});

test('an unclear answer is asked back once and left to a person after half an hour', () => {
  const { next, entry } = applyReply(
    asked,
    replied({ do: 'clarify' }, { intent: 'unclear', answer: 'answer.clarify' }),
    LATER,
  );
  const again = applyReply(next, replied({ do: 'clarify' }, { intent: 'unclear' }), LATER + MINUTE);

  expect(next).toMatchObject({ status: 'CLARIFYING', clarified: true, dueAt: LATER + 30 * MINUTE, attemptCount: 2 });
  expect(next.attempts[1]).toMatchObject({ step: 'answer.clarify', state: 'PLANNED', answer: true, point: 'p1' });
  expect(entry.effects).toEqual([{ do: 'work', lane: 'urgent' }]);
  expect(again.next.status).toBe('HUMAN');
  expect(again.next.attempts[1]?.state).toBe('PLANNED');
});

test('an unclear answer to a case that a person works on, or that staff hold, is written down and no more', () => {
  const human = openedCase({ status: 'HUMAN', taskId: 'c1.t2', dueAt: NOON + DAY });
  const onHold = openedCase({ status: 'HELD', held, dueAt: NOON + DAY });

  expect(applyReply(human, replied({ do: 'clarify' }), LATER)).toMatchObject({ next: { status: 'HUMAN' }, tasks: [] });
  expect(applyReply(onHold, replied({ do: 'clarify' }), LATER)).toMatchObject({
    next: { status: 'HELD', held },
    tasks: [],
  });
});

test('an unclear answer while a call task is open leaves the call in place', () => {
  const { next, tasks } = applyReply(callingCase(), replied({ do: 'clarify' }, { task: callTask() }), LATER);

  expect(next).toMatchObject({ status: 'WAITING', taskId: 'c1.t2', clarified: true });
  expect(tasks).toEqual([]);
});

test('a wrong person means fresh data for the number and the plan goes on with the next one at once', () => {
  const { next, tasks, entry } = applyReply(asked, replied({ do: 'wrong-person' }, { intent: 'wrong_person' }), LATER);

  expect(next).toMatchObject({ status: 'WAITING', dueAt: LATER, step: 2 });
  expect(tasks).toEqual([expect.objectContaining({ kind: 'refresh', state: 'QUEUED', audience: 'customer' })]);
  expect(next.taskId).toBeUndefined();
  expect(effectsOf(entry.effects)).toEqual(['work']);
});

test('a wrong person does not let the plan overtake a text that is still under way', () => {
  const { next } = applyReply(claimedCase(), replied({ do: 'wrong-person' }), LATER);

  expect(next).toMatchObject({ status: 'CONTACTING', step: 1, dueAt: claimedCase().dueAt });
});

test('a wrong number that answers before its own text is reported on does not leave the case hanging', () => {
  const input = replied({ do: 'wrong-person' }, { planAt: 'sms1' });
  const { next } = applyReply(claimedCase(), { ...input, facts: { ...input.facts, attempt: 1 } }, LATER);

  expect(next).toMatchObject({ status: 'WAITING', step: 2, dueAt: LATER });
  expect(next.attempts[0]?.state).toBe('ACCEPTED');
});

test('a wrong person leaves an open call task and a hold alone', () => {
  const calling = applyReply(callingCase(), replied({ do: 'wrong-person' }, { task: callTask() }), LATER).next;
  const onHold = applyReply(
    openedCase({ status: 'HELD', held, dueAt: NOON + DAY }),
    replied({ do: 'wrong-person' }),
    LATER,
  ).next;

  expect(calling).toMatchObject({ status: 'WAITING', taskId: 'c1.t2' });
  expect(onHold).toMatchObject({ status: 'HELD', dueAt: NOON + DAY });
});

test('a complaint gives the case to a person and names the complaint it became', () => {
  const meaning = { do: 'complaint', complaintId: 'm1', outcome: 'DISPUTED' } as const;
  const { next } = applyReply(asked, replied(meaning, { answer: 'answer.complaint' }), LATER);
  const owned = applyReply({ ...asked, status: 'HUMAN', taskId: 't' }, replied(meaning), LATER).next;
  const ended = applyReply({ ...asked, status: 'CLOSED' }, replied(meaning), LATER).next;

  expect(next).toMatchObject({ status: 'HUMAN', outcome: 'DISPUTED', complaintId: 'm1' });
  expect(next.attempts.at(-1)).toMatchObject({ step: 'answer.complaint', state: 'PLANNED' });
  expect(owned).toMatchObject({ status: 'HUMAN', outcome: 'DISPUTED', complaintId: 'm1', taskId: 't' });
  expect(ended.complaintId).toBe('m1');
});

test('a note and a stop are written down and leave the timer alone', () => {
  for (const meaning of [{ do: 'note' }, { do: 'stop' }] as const) {
    const { next, entry } = applyReply(asked, replied(meaning), LATER);
    expect(next).toEqual({ ...asked, version: asked.version + 1, heardAt: LATER });
    expect(entry.effects).toEqual([]);
  }
});

test('whoever answers for a number that is not theirs, or for somebody else, does not count as the customer', () => {
  const wrong = applyReply(asked, replied({ do: 'wrong-person' }), LATER).next;
  const input = replied({ do: 'note' });
  const unknown = applyReply(asked, { ...input, facts: { ...input.facts, trust: 0 } }, LATER).next;
  const kin = applyReply(
    asked,
    { ...input, facts: { ...input.facts, audience: 'contact', contactId: 'k1' } },
    LATER,
  ).next;

  expect([wrong, unknown, kin].map((of) => of.heardAt)).toEqual([undefined, undefined, undefined]);
});

test('an emergency contact speaks as that person', () => {
  const facts = {
    inboundId: 'in2',
    intent: 'info',
    trust: 0,
    audience: 'contact',
    contactId: 'k1',
    point: 'p8',
    at: NOON,
  } as const;

  expect(applyReply(asked, { facts, meaning: { do: 'note' } }, LATER).entry.actor).toEqual({
    kind: 'contact',
    contactId: 'k1',
  });
});

test('after the end a confirmation is recorded and releases nothing', () => {
  const closed = { ...asked, status: 'CLOSED', outcome: 'UNREACHABLE', protectiveHold: true } as const;
  const { next, entry } = applyReply(closed, replied({ do: 'settle', outcome: 'CONFIRMED_GENUINE' }), LATER);

  expect(next).toMatchObject({ status: 'CLOSED', outcome: 'UNREACHABLE', protectiveHold: true });
  expect(entry).toMatchObject({ facts: { late: true }, effects: [] });
});

test('after the end a denial opens a task for a late reply', () => {
  for (const status of ['RESOLVED', 'CLOSED'] as const) {
    const { next, tasks } = applyReply({ ...asked, status }, replied({ do: 'late', reopen: true }), LATER);
    expect(next.status).toBe('HUMAN');
    expect(tasks).toEqual([expect.objectContaining({ kind: 'late-reply' })]);
  }
});

test('a wrong person after the end asks for fresh data and opens nothing', () => {
  const { next, tasks } = applyReply({ ...asked, status: 'CLOSED' }, replied({ do: 'wrong-person' }), LATER);

  expect(next.status).toBe('CLOSED');
  expect(tasks).toEqual([expect.objectContaining({ kind: 'refresh' })]);
});

test('a suppressed case stays suppressed, whatever anybody writes', () => {
  const of = { ...asked, status: 'SUPPRESSED' } as const;

  expect(applyReply(of, replied({ do: 'late', reopen: true }), LATER)).toMatchObject({
    next: { status: 'SUPPRESSED' },
    tasks: [],
  });
  expect(applyReply(of, replied({ do: 'person' }), LATER)).toMatchObject({ next: { status: 'SUPPRESSED' }, tasks: [] });
});

test('a reply proves that the text it answers was taken, so a doubt about it ends and it is not sent again', () => {
  const doubtful = moved(
    settleSend(claimedCase(), { n: 1, outcome: { state: 'IN_DOUBT', code: 'x' }, policy: 'resend-once' }, NOON),
  ).next;
  const input = replied({ do: 'note' }, { planAt: 'sms1' });
  const answer = { ...input, facts: { ...input.facts, attempt: 1 } };
  const { next, entry } = applyReply(doubtful, answer, LATER);

  expect(next.attempts[0]?.state).toBe('ACCEPTED');
  expect(entry.facts).toMatchObject({ settles: 'IN_DOUBT' });
  expect(applyReply(next, answer, LATER).entry.facts).not.toHaveProperty('settles');
  expect(next).toMatchObject({ status: 'WAITING', step: 2, dueAt: NOON + 5 * MINUTE });
});

test('an answer quicker than the report of its own text leaves its claim to be looked at all the same', () => {
  const before = claimedCase();
  const claimedAt = before.attempts.find(({ state }) => state === 'CLAIMED')?.at ?? Number.NaN;
  const { next, entry } = applyReply(before, replied({ do: 'person' }), LATER);

  expect(next.status).toBe('HUMAN');
  expect(nextMove(next, NOON + SEND_DEADLINE)).toEqual({ do: 'declare-doubt' });
  expect(effectsOf(entry.effects)).toEqual(['case.escalated', 'work']);
  expect(entry.effects).toContainEqual({ do: 'work', lane: 'urgent', at: claimedAt + SEND_DEADLINE });
});
