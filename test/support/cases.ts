import type { Attempt, Case, Task } from '#domain/case/case.ts';
import { type OpenInput, openCase } from '#domain/case/open.ts';
import type { ReplyInput, ReplyMeaning } from '#domain/case/reply.ts';
import { takeStep } from '#domain/case/step.ts';
import { isRefusal, type Refusal, type Transition } from '#domain/case/transition.ts';
import type { Then } from '#domain/case/turn.ts';
import type { Effect } from '#domain/effects.ts';
import { MINUTE } from '#domain/time.ts';
import type { Intent } from '#domain/words.ts';

/** 2026-06-03T10:00:00+08:00, a Wednesday. */
export const NOON = 1_780_452_000_000;

const INPUT: OpenInput = {
  id: 'c1',
  customerId: 'u1',
  accountId: 'a1',
  kind: 'unusual-amount',
  purpose: 'fraud_security',
  severity: 'medium',
  plan: { id: 'fraud-card', version: 1 },
  reason: { code: 'unusual-amount', source: 'urn:bank:core', eventId: 'e1', at: NOON, accountId: 'a1', sequence: 7 },
};

export const openInput = (change: Partial<OpenInput> = {}): OpenInput => ({ ...INPUT, ...change });

export function openedCase(change: Partial<Case> = {}): Case {
  return { ...openCase(INPUT, NOON).next, ...change };
}

/** What tells the shipped plans apart; the rest of a case follows from it. */
const PLAN_CASES = {
  fraud: { ...INPUT },
  welfare: openInput({
    kind: 'locked-out',
    purpose: 'welfare',
    severity: 'high',
    plan: { id: 'welfare-urgent', version: 1 },
    reason: { code: 'locked-out', source: 'urn:bank:core', eventId: 'e1', at: NOON },
  }),
  service: openInput({
    kind: 'dormant',
    purpose: 'account_service',
    plan: { id: 'contact-data', version: 1 },
    reason: { code: 'dormant', source: 'urn:bank:core', eventId: 'e1', at: NOON, accountId: 'a1', sequence: 7 },
  }),
  debt: openInput({
    kind: 'overdue',
    purpose: 'debt_reminder',
    plan: { id: 'debt-reminder', version: 1 },
    reason: { code: 'overdue', source: 'urn:bank:core', eventId: 'e1', at: NOON, accountId: 'a1', sequence: 7 },
  }),
} as const satisfies Record<string, OpenInput>;

export const caseOf = (plan: keyof typeof PLAN_CASES, change: Partial<Case> = {}): Case => ({
  ...openCase(PLAN_CASES[plan], NOON).next,
  ...change,
});

export const smsStep = { id: 'sms1', channel: 'sms', audience: 'customer', point: 'p1' } as const;

export const claimOf = (at: { id: string } = smsStep): Then => ({
  do: 'claim',
  at: { ...smsStep, ...at },
  decision: { verdict: 'ALLOW' },
  token: '4K',
  waitUntil: NOON + 5 * MINUTE,
});

/** The move, or a test failure that names the refusal. */
export function moved(result: Transition | Refusal): Transition {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result;
}

export const claimedCase = (change: Partial<Case> = {}): Case =>
  moved(takeStep(openedCase(change), { position: { step: 1, round: 0 }, skipped: [], then: claimOf() }, NOON)).next;

/** An attempt of the first text; name what is different. */
export const attempt = (n: number, change: Partial<Attempt> = {}): Attempt => ({
  n,
  step: 'sms1',
  channel: 'sms',
  audience: 'customer',
  point: 'p1',
  state: 'ACCEPTED',
  at: NOON,
  ...change,
});

/** A case at a step of its plan with these attempts behind it. */
export const withAttempts = (of: Case, attempts: readonly Attempt[]): Case => ({
  ...of,
  attempts,
  attemptCount: Math.max(0, ...attempts.map((one) => one.n)),
});

export const callTask = (change: Partial<Task> = {}): Task => ({
  id: 'c1.t2',
  caseId: 'c1',
  customerId: 'u1',
  kind: 'call',
  state: 'ASSIGNED',
  assignee: 'li',
  queue: 'fraud-desk',
  audience: 'customer',
  attempt: 1,
  dueAt: NOON + 15 * MINUTE,
  severity: 'medium',
  tries: 0,
  maxTries: 3,
  createdAt: NOON,
  ...change,
});

/** A case that waits for its call task, which an agent has taken. */
export const callingCase = (change: Partial<Case> = {}): Case => {
  const { dueAt: _none, ...rest } = openedCase();
  return {
    ...rest,
    status: 'WAITING',
    step: 3,
    taskId: 'c1.t2',
    attempts: [attempt(1, { step: 'call', channel: 'call', state: 'ASSIGNED' })],
    attemptCount: 1,
    ...change,
  };
};

/** A reply of the customer by SMS to the first text. */
export const replied = (meaning: ReplyMeaning, change: Partial<ReplyInput> & { intent?: Intent } = {}): ReplyInput => {
  const { intent = 'info', ...rest } = change;
  const facts = { inboundId: 'in1', intent, trust: 2, audience: 'customer', point: 'p1', at: NOON } as const;
  return { facts, meaning, ...rest };
};

/** The words of a transition's effects: notice types, `work` and `wake`. */
export const effectsOf = (effects: readonly Effect[]): string[] =>
  effects.map((effect) => (effect.do === 'notify' ? effect.type : effect.do));
