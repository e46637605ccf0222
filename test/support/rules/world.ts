import { addContactable, isCalendarRefusal } from '#domain/calendar/calendar.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { type Candidate, decisionOf, type PlanTurn, stepRef, takePlanTurn } from '#domain/case/plan-turn.ts';
import { takeStep } from '#domain/case/step.ts';
import type { Refusal, Transition } from '#domain/case/transition.ts';
import type { Then } from '#domain/case/turn.ts';
import type { Evidence } from '#domain/contact/evidence.ts';
import { gate } from '#domain/contact/gate/gate.ts';
import { calendarFor } from '#domain/contact/gate/time.ts';
import { proofOfUnreachability } from '#domain/contact/proof.ts';
import { durationOf } from '#domain/policy/book.ts';
import type { Plan } from '#domain/policy/types.ts';
import { DAY, type Instant } from '#domain/time.ts';
import { caseOf, NOON } from '../cases.ts';
import { evidenceOf, type Kind, overdueAccount, pointAt } from './evidence.ts';
import { contactOf, customerOf, phone } from './people.ts';
import { shipped } from './policies.ts';

/** One case with everything around it, and everything that was ever claimed on it. */
export type World = {
  readonly kind: Kind;
  readonly plan: Plan;
  readonly of: Case;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly now: Instant;
  /** The customer's numbers have been silenced. */
  readonly stopped: boolean;
};

export const newWorld = (kind: Kind, now = NOON): World => {
  const of = caseOf(kind, { openedAt: now, dueAt: now });
  const { plan } = evidenceOf(kind);
  return {
    kind,
    plan,
    of: { ...of, reason: { ...of.reason, at: now - 2 * DAY } },
    tasks: new Map(),
    now,
    stopped: false,
  };
};

export const openTasks = (world: World): readonly Task[] =>
  [...world.tasks.values()].filter((task) => task.state === 'QUEUED' || task.state === 'ASSIGNED');

const PEOPLE = {
  customer: customerOf({ phones: [phone('p1'), phone('p2')] }),
  contacts: [contactOf({ id: 'k1', point: 'p8' }), contactOf({ id: 'k2', point: 'p9' })],
};

function evidenceAt(world: World, candidate: Candidate): Evidence {
  const { of: case_, kind, now, stopped } = world;
  const of = { ...case_, step: candidate.position.step, round: candidate.position.round };
  const { address: _address, account: _account, point: _point, contact: _contact, ...base } = evidenceOf(kind);
  const silent = stopped && candidate.step.audience === 'customer';
  const state = { sequence: 9, asOf: now, source: 's', status: 'dormant', overdue: { minor: 1, currency: 'CNY' } };
  const evidence: Evidence = {
    ...base,
    case: of,
    step: candidate.step,
    account: overdueAccount({ state, flaggedAt: now - 3 * DAY }),
    customer: PEOPLE.customer,
    channelsOn: ['sms', 'call'],
    ...(candidate.address === undefined
      ? {}
      : {
          address: { ...candidate.address, verifiedAt: now },
          point: pointAt(candidate.address.point, silent ? { optOut: { at: now, purposes: 'all' } } : {}),
        }),
    ...(candidate.contact === undefined ? {} : { contact: { ...candidate.contact, verifiedAt: now } }),
    seed: of.attemptCount,
  };
  const calendar = calendarFor({ evidence, book: shipped });
  if (candidate.step.audience === 'customer' || 'rule' in calendar) return evidence;
  const rule = shipped.purpose(of.purpose).proof;
  return {
    ...evidence,
    proof: proofOfUnreachability(of, { plan: world.plan, rule, attempts: of.attempts, calendar }, now),
  };
}

/** One turn of the plan by the real gate, as dispatch takes it. */
export function planTurn(world: World): Transition | Refusal {
  const judge = (candidate: Candidate) => gate(evidenceAt(world, candidate), world.now, shipped);
  const turn = takePlanTurn(world.of, world.plan, { people: PEOPLE, judge });
  return takeStep(world.of, { position: turn.position, skipped: turn.skipped, then: thenOf(world, turn) }, world.now);
}

function thenOf(world: World, turn: PlanTurn): Then {
  if (turn.denied?.verdict === 'DENY') return { do: 'suppress', decision: {}, ruleIds: turn.denied.because };
  if (turn.chosen === undefined) return { do: 'exhausted' };
  const { candidate, verdict } = turn.chosen;
  const at = stepRef(candidate);
  const decision = decisionOf(verdict);
  if (verdict.verdict === 'DEFER')
    return { do: 'defer', at, decision, until: verdict.until, rule: verdict.because[0] ?? 'hours.closed' };
  if (verdict.verdict === 'HOLD') {
    return {
      do: 'hold',
      decision,
      ruleIds: verdict.because,
      ...(verdict.knownEnd === undefined ? {} : { knownEnd: verdict.knownEnd }),
    };
  }
  const waitUntil = waits(world, candidate);
  if (candidate.step.channel === 'call')
    return { do: 'call', at, decision, tries: candidate.step.tries ?? 3, waitUntil };
  return { do: 'claim', at, decision, token: '4K', waitUntil };
}

function waits(world: World, candidate: Candidate): Instant {
  const calendar = calendarFor({ evidence: evidenceAt(world, candidate), book: shipped });
  const wait = durationOf(candidate.step.wait);
  const end = 'rule' in calendar ? world.now + wait : addContactable(calendar, world.now, wait);
  return typeof end === 'number' && !isCalendarRefusal(end) ? end : world.now + wait;
}

/** The hours in which this step may be taken, by the calendar alone. */
export function hoursOf(world: World, stepId: string): ReturnType<typeof calendarFor> {
  const step = world.plan.steps.find((one) => one.id === stepId);
  if (step === undefined) throw new Error(`step: got ${stepId}`);
  return calendarFor({ evidence: { ...evidenceOf(world.kind), case: world.of, step }, book: shipped });
}
