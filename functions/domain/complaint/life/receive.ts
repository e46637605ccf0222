import type { Task } from '../../case/case.ts';
import type { Actor, Effect } from '../../effects.ts';
import { dueOf, SWEEP_HORIZON, timersAfter } from '../../task/timers.ts';
import type { Instant } from '../../time.ts';
import { advanceClocks } from '../clocks/advance.ts';
import { type ClockRefusal, isClockRefusal, type SlaBook } from '../clocks/policy.ts';
import { startPolicy } from '../clocks/start.ts';
import { type Complaint, laneOf, SAME_MATTER } from '../complaint.ts';
import { complaintTask } from '../offers/move.ts';
import { complaintTimer } from '../timer.ts';
import { holdsOf } from './holds.ts';
import { type ComplaintInput, receivedFacts } from './received.ts';
import { holdRequestOf, type Moved, noticeOf } from './step.ts';

export type ReceiveAt = {
  readonly now: Instant;
  readonly book: SlaBook;
  /** Who took it down; absent: whoever complains wrote it. */
  readonly by?: { readonly staff: string };
  /** Days that cannot be counted refuse the complaint; otherwise it is taken down, and a person gets a task. */
  readonly strict?: boolean;
};

/**
 * Taken down with everything that follows at once: its kind and department by triage, the clocks of every policy that
 * speaks for it, holds on the customer, a task where nothing may wait.
 */
export function receiveComplaint(input: ComplaintInput, at: ReceiveAt): Moved {
  const plain = plainOf(input);
  const { clocks, missing } = clocksOf(plain, at.book);
  if (missing !== undefined && at.strict === true) return missing;
  const counted: Complaint = { ...plain, clocks };
  const told = input.told === true ? heard(counted, at) : counted;
  const dueAt = complaintTimer(told, at.book);
  const tasks = tasksOf(told, { now: at.now, missing: missing !== undefined });
  const timers = timersAfter(undefined, tasks);
  const next: Complaint = {
    ...told,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(timers === undefined ? {} : { timers }),
  };
  const holds = holdsOf(next, at.now);
  return {
    next,
    entry: {
      type: 'complaint.received',
      actor: actorOf(input, at),
      at: at.now,
      facts: receivedFacts(input, { next, missing }),
      effects: effectsOf(next, input, at.now),
    },
    tasks,
    ...(holds.length === 0 || next.customerId === undefined ? {} : { holds: { do: 'add', holds } }),
  };
}

function plainOf(input: ComplaintInput): Complaint {
  const { purpose: _purpose, inboundId: _inbound, told: _told, triage, repeats, ...known } = input;
  const { kind, category, categories, flags, severity, department } = triage;
  return {
    ...known,
    version: 1,
    kind,
    category,
    categories,
    flags,
    severity,
    lane: laneOf(triage),
    department,
    left: [],
    formerHandlers: [],
    status: 'RECEIVED',
    stage: 'NEGOTIATION',
    clocks: [],
    reopened: 0,
    linked: repeats === undefined ? [] : [{ complaintId: repeats, relation: SAME_MATTER }],
    offers: [],
    offerCount: 0,
    agreements: [],
  };
}

type Counted = { readonly clocks: Complaint['clocks']; readonly missing?: ClockRefusal };

/** The clocks of every policy whose days can be counted, and the calendar of one whose days cannot. */
function clocksOf(of: Complaint, book: SlaBook): Counted {
  return book.matching(of).reduce<Counted>(
    (counted, policy) => {
      const started = startPolicy(policy, { startOn: 'received', at: of.receivedAt }, { of, book });
      return isClockRefusal(started)
        ? { ...counted, missing: started }
        : { ...counted, clocks: [...counted.clocks, ...started] };
    },
    { clocks: [] },
  );
}

/** The automatic text says that it was heard: what asks for no more is met. */
function heard(of: Complaint, { now, book }: ReceiveAt): Complaint {
  const clocks = advanceClocks(of, { what: 'acknowledged', at: now }, book);
  return { ...of, acknowledgedAt: now, ...(isClockRefusal(clocks) ? {} : { clocks }) };
}

function tasksOf(
  of: Complaint,
  { now, missing }: { readonly now: Instant; readonly missing: boolean },
): readonly Task[] {
  const urgent = of.severity === 'P1';
  if (!urgent && !missing) return [];
  // Made by the first entry: numbered as such.
  const note = missing ? { note: 'calendar-missing' } : {};
  return [complaintTask({ ...of, version: 0 }, { kind: 'review', ...note }, now)];
}

function effectsOf(next: Complaint, { purpose }: ComplaintInput, now: Instant): readonly Effect[] {
  const received = noticeOf(next, 'complaint.received');
  const { caseId } = next;
  const dueAt = dueOf(next);
  const about = caseId === undefined ? {} : { caseId };
  const told: Effect =
    received.do === 'notify'
      ? { ...received, ...(purpose === undefined ? {} : { purpose }), data: { ...received.data, ...about } }
      : received;
  const soon = dueAt !== undefined && dueAt - now <= SWEEP_HORIZON;
  return [
    told,
    ...holdRequestOf(next),
    // It looks for the earlier one of its matter by itself, and links that one back.
    ...(next.customerId === undefined ? [] : [{ do: 'look' as const, complaintId: next.id }]),
    ...(soon ? [{ do: 'work' as const, lane: next.lane, ...(dueAt > now ? { at: dueAt } : {}) }] : []),
  ];
}

function actorOf({ contactId }: ComplaintInput, { by }: ReceiveAt): Actor {
  if (by !== undefined) return { kind: 'staff', id: by.staff };
  return contactId === undefined ? { kind: 'customer' } : { kind: 'contact', contactId };
}
