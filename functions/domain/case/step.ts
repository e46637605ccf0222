import type { Instant } from '../time.ts';
import type { Attempt, Case } from './case.ts';
import { attemptNumber, passedOver, proofFacts, refusals, skipFacts, skippedAttempt } from './skip.ts';
import { newTask } from './task.ts';
import {
  cancelUnsent,
  ended,
  move,
  type Refusal,
  SEND_DEADLINE,
  type Transition,
  underWay,
  without,
} from './transition.ts';
import { exhaust, hold, type StepRef, type StepTaken, said, suppress, type Then, type Turn } from './turn.ts';

/** Records one turn of the plan: what was skipped and why, and the one thing that was done. */
export function takeStep(of: Case, taken: StepTaken, now: Instant): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  if (underWay(of) !== undefined) return { refused: 'case.text-under-way' };
  const passed = passedOver(of, taken.skipped);
  const skipped = passed.fresh.map((skip, index) => skippedAttempt(of, skip, { index, now }));
  const base: Case = {
    ...of,
    step: taken.position.step,
    round: taken.position.round,
    attempts: [...of.attempts, ...skipped],
    attemptCount: of.attemptCount + skipped.length,
    ...(skipped.length === 0 ? {} : { uncounted: (of.uncounted ?? 0) + skipped.length }),
    ...(taken.proofAt === undefined ? {} : { proofAt: taken.proofAt }),
  };
  const facts = {
    step: taken.position.step,
    ...skipFacts(passed),
    ...(taken.proofAt === undefined || taken.proofAt === of.proofAt ? {} : { proof: proofFacts(of) }),
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
      return exhaust(of, then.as ?? 'person', turn);
  }
}

const notHeld = without('held');

function nextAttempt(of: Case, at: StepRef, rest: Pick<Attempt, 'state' | 'at'> & Partial<Attempt>): Attempt {
  return {
    // What was passed over in this turn is among the attempts already.
    n: attemptNumber(of, at, []),
    step: at.id,
    channel: at.channel,
    audience: at.audience,
    ...(at.contactId === undefined ? {} : { contactId: at.contactId }),
    ...(at.point === undefined ? {} : { point: at.point }),
    ...rest,
  };
}

/** The attempt comes last. A sleeping attempt that the plan left behind is over. */
function withAttempt(of: Case, attempt: Attempt): Pick<Case, 'attempts' | 'attemptCount'> {
  const others = cancelUnsent(
    of.attempts.filter((one) => one.n !== attempt.n),
    attempt.at,
  );
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
      dueAt: Math.max(then.waitUntil, turn.now + SEND_DEADLINE),
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
  const until = then.waitUntil === undefined ? {} : { until: then.waitUntil };
  const attempt = nextAttempt(of, then.at, { state: 'QUEUED', at: turn.now, decisionSeq: of.version + 1, ...until });
  const contact = then.at.contactId === undefined ? {} : { contactId: then.at.contactId };
  const task = newTask(
    of,
    { kind: 'call', audience: then.at.audience, attempt: attempt.n, tries: then.tries, ...contact },
    turn.now,
  );
  return move(
    of,
    { ...without('held', 'dueAt'), ...withAttempt(of, attempt), status: 'WAITING', taskId: task.id },
    {
      ...said('call.queued', turn, { attempt: attempt.n, at: then.at, task: task.id, decision: then.decision }),
      tasks: [task],
    },
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
