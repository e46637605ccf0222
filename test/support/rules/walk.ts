import fc from 'fast-check';
import { claimAnswer, dropAnswer } from '#domain/case/answers/answer.ts';
import { concludeTask, type TaskOutcome } from '#domain/case/call.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { clearCase, closeSettled } from '#domain/case/ends/clear.ts';
import { nextMove } from '#domain/case/next-move.ts';
import { mergeInto } from '#domain/case/open.ts';
import { recordReceipt } from '#domain/case/receipt.ts';
import { applyReply, type ReplyMeaning } from '#domain/case/reply.ts';
import { declareDoubt, type PlanStands, type SendOutcome, settleSend } from '#domain/case/send.ts';
import { closeByStaff, holdByStaff, resolveUnknown, resumeByStaff } from '#domain/case/staff.ts';
import { claimTask, escalateTask, releaseTask, taskDue, toPerson } from '#domain/case/task.ts';
import { isRefusal, type Refusal, system, type Transition } from '#domain/case/transition.ts';
import { dueOf } from '#domain/task/timers.ts';
import { HOUR, type Instant } from '#domain/time.ts';
import type { Receipt } from '#domain/words.ts';
import { shipped } from './policies.ts';
import { openTasks, planTurn, type World } from './world.ts';

/** One thing that happens to a case. Whatever does not apply as things stand changes nothing. */
export type Happening =
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'due' }
  | { readonly what: 'outcome'; readonly outcome: SendOutcome }
  | { readonly what: 'receipt'; readonly state: Receipt; readonly pick: number }
  | { readonly what: 'reply'; readonly meaning: ReplyMeaning; readonly answer: boolean; readonly pick: number }
  | {
      readonly what: 'staff';
      readonly move: 'close' | 'hold' | 'resume' | 'accepted' | 'not-sent';
      readonly pick: number;
    }
  | { readonly what: 'task'; readonly move: 'claim' | 'release' | TaskOutcome['outcome']; readonly pick: number }
  | { readonly what: 'opt-out' }
  | { readonly what: 'cleared' }
  | { readonly what: 'merged' };

const pick = fc.nat({ max: 20 });
const meanings: fc.Arbitrary<ReplyMeaning> = fc.constantFrom<ReplyMeaning>(
  { do: 'settle', outcome: 'CONFIRMED_GENUINE' },
  { do: 'person', outcome: 'DENIED_NOT_ME', urgent: true },
  { do: 'person' },
  { do: 'clarify' },
  { do: 'note' },
  { do: 'stop' },
  { do: 'wrong-person' },
  { do: 'complaint', complaintId: 'm1' },
  { do: 'late', reopen: true },
  { do: 'late', reopen: false },
);
const outcomes: fc.Arbitrary<SendOutcome> = fc.constantFrom<SendOutcome>(
  { state: 'ACCEPTED', messageId: 'm' },
  { state: 'NOT_SENT', retryable: true, code: 'Throttling' },
  { state: 'NOT_SENT', retryable: false, code: 'InvalidParameter' },
  { state: 'IN_DOUBT', code: 'ECONNRESET' },
);

export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9 * HOUR }) }),
  },
  { weight: 8, arbitrary: fc.constant<Happening>({ what: 'due' }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('outcome' as const), outcome: outcomes }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('receipt' as const),
      state: fc.constantFrom<Receipt>('SENT', 'DELIVERED', 'UNDELIVERED', 'EXPIRED'),
      pick,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('reply' as const), meaning: meanings, answer: fc.boolean(), pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('staff' as const),
      move: fc.constantFrom('close' as const, 'hold', 'resume', 'accepted', 'not-sent'),
      pick,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('task' as const),
      move: fc.constantFrom(
        'claim' as const,
        'release',
        'NO_ANSWER',
        'WRONG_PARTY',
        'RIGHT_PARTY',
        'REACHED_SAFE',
        'REFUSED',
      ),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ what: 'opt-out' }, { what: 'cleared' }, { what: 'merged' }) },
);

/** The transition it leads to, if any, and the time by then. */
export function happen(
  world: World,
  event: Happening,
): { now: Instant; result?: Transition | Refusal; stopped?: true } {
  const { now } = world;
  switch (event.what) {
    case 'wait':
      return { now: now + event.ms };
    case 'due':
      return due(world);
    case 'opt-out':
      return { now, stopped: true };
    default: {
      const result = apply(world, event);
      return result === undefined ? { now } : { now, result };
    }
  }
}

/** The timer of the case, or the deadline of a claim, whichever comes first. */
function due(world: World): { now: Instant; result?: Transition | Refusal } {
  const { of } = world;
  const claims = of.attempts.filter((one) => one.state === 'CLAIMED').map((one) => one.at + 150_000);
  const answers = of.attempts.some((one) => one.state === 'PLANNED') ? [world.now] : [];
  const next = Math.min(...claims, ...answers, dueOf(of) ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(next)) return { now: world.now };
  const now = Math.max(world.now, next);
  const result = timed({ ...world, now });
  return result === undefined ? { now } : { now, result };
}

function timed(world: World): Transition | Refusal | undefined {
  const { of, now } = world;
  const move = nextMove(of, now);
  switch (move.do) {
    case 'nothing':
      return undefined;
    case 'answer':
      return now % 2 === 0
        ? claimAnswer(of, { n: move.attempt.n, decision: {} }, now)
        : dropAnswer(of, { n: move.attempt.n, rule: 'text.expired' }, now);
    case 'declare-doubt':
      return declareDoubt(of, { policy: shipped.purpose(of.purpose).doubt }, now);
    case 'step':
      return planTurn(world);
    case 'to-person':
      return toPerson(
        of,
        { task: { kind: 'review' }, said: { type: 'case.escalated', actor: system('sweep'), at: now, facts: {} } },
        now,
      );
    case 'task-due': {
      const task = world.tasks.get(move.taskId);
      return task === undefined ? undefined : taskDue(of, task, now);
    }
    case 'escalate-task': {
      const task = world.tasks.get(move.taskId);
      return task === undefined ? undefined : escalateTask(of, task, now);
    }
    case 'close':
      return closeSettled(of, now);
  }
}

const choose = <T>(from: readonly T[], at: number): T | undefined =>
  from.length === 0 ? undefined : from[at % from.length];

function apply(
  world: World,
  event: Exclude<Happening, { what: 'wait' | 'due' | 'opt-out' }>,
): Transition | Refusal | undefined {
  const { of, now } = world;
  const owner = of.taskId === undefined ? undefined : world.tasks.get(of.taskId);
  const planAt = world.plan.steps[of.step]?.id;
  const stands = { doubt: shipped.purpose(of.purpose).doubt, ...(planAt === undefined ? {} : { planAt }) };
  const withTask = owner === undefined ? {} : { task: owner };
  switch (event.what) {
    case 'outcome': {
      const claim = of.attempts.find((one) => one.state === 'CLAIMED');
      if (claim === undefined) return undefined;
      return settleSend(of, { n: claim.n, outcome: event.outcome, policy: stands.doubt }, now);
    }
    case 'receipt': {
      const attempt = choose(
        of.attempts.filter((one) => one.state === 'ACCEPTED' || one.state === 'IN_DOUBT' || one.state === 'CLAIMED'),
        event.pick,
      );
      return attempt === undefined
        ? undefined
        : recordReceipt(of, attempt.n, { state: event.state, at: now, ...stands, ...withTask });
    }
    case 'reply': {
      const asked = choose(
        of.attempts.filter((one) => one.answer !== true),
        event.pick,
      );
      const about =
        asked === undefined
          ? {}
          : { attempt: asked.n, ...(asked.contactId === undefined ? {} : { contactId: asked.contactId }) };
      const audience = asked?.audience ?? 'customer';
      const facts = {
        inboundId: 'i',
        intent: 'info',
        trust: 2,
        audience,
        point: asked?.point ?? 'p1',
        at: now,
        ...about,
      } as const;
      const answer = event.answer ? { answer: 'answer.thanks' } : {};
      return applyReply(of, { facts, meaning: event.meaning, ...answer, ...withTask, ...stands }, now);
    }
    case 'staff':
      return staffMove(of, { ...event, ...stands }, { staff: 'mo', reason: 'r', at: now, ...withTask });
    case 'task':
      return taskMove(world, event);
    case 'cleared':
      return clearCase(of, { what: 'cleared', asOf: now, source: 's' }, { now, ...withTask });
    case 'merged':
      return mergeInto(of, { source: 's', eventId: 'e', at: now, code: 'c' }, now);
  }
}

function staffMove(
  of: Case,
  event: Extract<Happening, { what: 'staff' }> & PlanStands,
  by: Parameters<typeof closeByStaff>[1],
): Transition | Refusal | undefined {
  if (event.move === 'close') return closeByStaff(of, by);
  if (event.move === 'hold') return holdByStaff(of, by);
  if (event.move === 'resume') return resumeByStaff(of, by);
  const doubt = choose(
    of.attempts.filter((one) => one.state === 'IN_DOUBT'),
    event.pick,
  );
  const state = event.move === 'accepted' ? 'ACCEPTED' : 'NOT_SENT';
  return doubt === undefined ? undefined : resolveUnknown(of, { ...event, attempt: doubt.n, state }, by);
}

function taskMove(world: World, event: Extract<Happening, { what: 'task' }>): Transition | Refusal | undefined {
  const { of, now } = world;
  const task: Task | undefined = choose(openTasks(world), event.pick);
  if (task === undefined) return undefined;
  if (event.move === 'claim') return claimTask(of, task, { id: 'li', at: now, leaseUntil: now + 600_000 });
  if (event.move === 'release') return releaseTask(of, task, { id: 'li', at: now, reason: 'r' });
  return concludeTask(of, task, { outcome: event.move, staff: 'li', at: now, noted: false });
}

/** What really changed: refusals change nothing. */
export const changed = (result: Transition | Refusal | undefined): Transition | undefined =>
  result === undefined || isRefusal(result) ? undefined : result;
