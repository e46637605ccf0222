import { type Instant, SECOND } from '../time.ts';
import type { Attempt, Case } from './case.ts';
import { exhaust, hold, suppress } from './hold.ts';
import { proofFacts, refusals, skipFacts, skippedAttempt } from './skip.ts';
import { newTask } from './task.ts';
import { ended, move, type Refusal, type Transition, without } from './transition.ts';
import { type StepRef, type StepTaken, said, type Then, type Turn } from './turn.ts';

/**
 * A claimed send without an outcome is in doubt after this: longer than the sending function may live, and beyond the
 * sweep's horizon, so that a send that reports in time costs no message.
 */
export const SEND_DEADLINE = 150 * SECOND;
/** Records one turn of the plan: what was skipped and why, and the one thing that was done. */
export function takeStep(of: Case, taken: StepTaken, now: Instant): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  const skipped = taken.skipped.map((skip, index) => skippedAttempt(of, skip, { index, now }));
  const base: Case = {
    ...of,
    step: taken.position.step,
    round: taken.position.round,
    attempts: [...of.attempts, ...skipped],
    attemptCount: of.attemptCount + skipped.length,
    ...(taken.proofAt === undefined ? {} : { proofAt: taken.proofAt }),
  };
  const facts = {
    step: taken.position.step,
    ...(taken.skipped.length === 0 ? {} : { skipped: taken.skipped.map(skipFacts) }),
    ...(taken.proofAt === undefined || of.proofAt !== undefined ? {} : { proof: proofFacts(of) }),
  };
  return perform(base, taken.then, { now, facts, effects: refusals(of, taken) });
}

function perform(of: Case, then: Then, turn: Turn): Transition {
  switch (then.do) {
    case 'claim':
      return claim(of, then, turn);
    case 'call':
      return queueCall(of, then, turn);
    case 'defer':
      return defer(of, then, turn);
    case 'hold':
      return hold(of, then, turn);
    case 'suppress':
      return suppress(of, then, turn);
    case 'exhausted':
      return exhaust(of, turn);
  }
}

const notHeld = without('held');

function nextAttempt(of: Case, at: StepRef, rest: Pick<Attempt, 'state' | 'at'> & Partial<Attempt>): Attempt {
  // A deferred attempt that wakes is the same attempt.
  const last = of.attempts.at(-1);
  const n =
    last?.state === 'DEFERRED' && last.step === at.id && last.contactId === at.contactId ? last.n : of.attemptCount + 1;
  return {
    n,
    step: at.id,
    channel: at.channel,
    audience: at.audience,
    ...(at.contactId === undefined ? {} : { contactId: at.contactId }),
    ...(at.point === undefined ? {} : { point: at.point }),
    ...rest,
  };
}

function withAttempt(of: Case, attempt: Attempt): Pick<Case, 'attempts' | 'attemptCount'> {
  const others = of.attempts.filter((one) => one.n !== attempt.n);
  return { attempts: [...others, attempt], attemptCount: Math.max(of.attemptCount, attempt.n) };
}

function claim(of: Case, then: Extract<Then, { do: 'claim' }>, turn: Turn): Transition {
  const attempt = nextAttempt(of, then.at, {
    state: 'CLAIMED',
    at: turn.now,
    until: then.waitUntil,
    decisionSeq: of.version + 1,
  });
  const token = then.token ?? of.token;
  return move(
    of,
    {
      ...notHeld,
      ...withAttempt(of, attempt),
      status: 'CONTACTING',
      dueAt: turn.now + SEND_DEADLINE,
      ...(token === undefined || then.at.audience === 'contact' ? {} : { token }),
    },
    said('contact.claimed', turn, {
      attempt: attempt.n,
      at: then.at,
      decision: then.decision,
      ...(then.token === undefined ? {} : { token: then.token }),
    }),
  );
}

function queueCall(of: Case, then: Extract<Then, { do: 'call' }>, turn: Turn): Transition {
  const attempt = nextAttempt(of, then.at, { state: 'QUEUED', at: turn.now, decisionSeq: of.version + 1 });
  const contact = then.at.contactId === undefined ? {} : { contactId: then.at.contactId };
  const task = newTask(
    of,
    { kind: 'call', audience: then.at.audience, attempt: attempt.n, tries: then.tries, ...contact },
    turn.now,
  );
  return move(
    of,
    { ...notHeld, ...withAttempt(of, attempt), status: 'WAITING', taskId: task.id, dueAt: task.dueAt },
    said('call.queued', turn, { attempt: attempt.n, at: then.at, task: task.id, decision: then.decision }),
    [task],
  );
}

function defer(of: Case, then: Extract<Then, { do: 'defer' }>, turn: Turn): Transition {
  const attempt = nextAttempt(of, then.at, {
    state: 'DEFERRED',
    at: turn.now,
    until: then.until,
    rule: then.rule,
    decisionSeq: of.version + 1,
  });
  return move(
    of,
    { ...notHeld, ...withAttempt(of, attempt), status: 'WAITING', dueAt: then.until },
    said('contact.deferred', turn, { attempt: attempt.n, at: then.at, until: then.until, decision: then.decision }),
  );
}
