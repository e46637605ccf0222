import { DAY, type Instant } from '../../time.ts';
import { endsAsking } from '../asking.ts';
import {
  type Complaint,
  type ComplaintCategory,
  type Decision,
  hasEnded,
  type Link,
  SAME_MATTER,
} from '../complaint.ts';
import { roundSince } from '../rounds.ts';
import { isComplaintOpen } from '../transition.ts';
import { reopened } from './reopened.ts';
import { endedTasks, looksOf, type MoveAt, type Moved, noticeOf, resolution, step } from './step.ts';
import { unreached } from './unreached.ts';

/** Complaints of one customer about one matter within this time belong together. Source: docs/behaviour.md, Linking. */
const SAME_MATTER_WITHIN = 30 * DAY;

type Matter = { readonly id: string; readonly category: ComplaintCategory; readonly receivedAt: Instant };

/**
 * The newest earlier complaint of the same matter, among those of the customer; the one before it is linked to that one in
 * its turn, so that a chain holds them all. Unknown matters are nobody's same.
 */
export function sameMatter(of: Matter, earlier: readonly Complaint[]): Complaint | undefined {
  if (of.category === 'other') return undefined;
  return earlier
    .filter(
      (one) =>
        one.id !== of.id &&
        one.category === of.category &&
        one.receivedAt <= of.receivedAt &&
        of.receivedAt - one.receivedAt <= SAME_MATTER_WITHIN,
    )
    .toSorted((one, other) => other.receivedAt - one.receivedAt)[0];
}

const SYSTEM = { kind: 'system', name: 'linking' } as const;
type LinkAt = Pick<MoveAt, 'now' | 'book' | 'tasks'>;

/** A complaint that has just come in, linked to the earlier one of its matter; undefined: there is none. */
export function linkEarlier(of: Complaint, earlier: readonly Complaint[], at: LinkAt): Moved | undefined {
  const same = of.linked.length > 0 ? undefined : sameMatter(of, earlier);
  if (same === undefined) return undefined;
  const link = { complaintId: same.id, relation: SAME_MATTER };
  return step(of, { to: { linked: [link] } }, { type: 'complaint.linked', actor: SYSTEM, facts: { ...link }, at });
}

/** The other end of a link; undefined where it stands already and binds as much. */
export function linkBack(of: Complaint, from: Complaint, at: LinkAt): Moved | undefined {
  const link = from.linked.find((one) => one.complaintId === of.id);
  const known = of.linked.find((one) => one.complaintId === from.id);
  if (link === undefined || (known !== undefined && (known.alike === undefined || link.alike === true)))
    return undefined;
  const back: Link = { ...link, complaintId: from.id };
  return step(
    of,
    { to: { linked: [...of.linked.filter((one) => one !== known), back] } },
    { type: 'complaint.linked', actor: SYSTEM, facts: { ...back }, effects: looksOf({ ...from, linked: [back] }), at },
  );
}

/**
 * What follows for a complaint from those of the same customer that it is linked to: a decision made after its receipt, or
 * its last reopening, is its decision too, it is resolved with them, reopened with them, and ends as they end; nobody is
 * told or asked twice. Undefined: nothing follows.
 */
export function followLinked(of: Complaint, linked: readonly Complaint[], at: LinkAt): Moved | undefined {
  const leader = leaderOf(of, linked);
  if (leader !== undefined && wasReopenedSince(leader, of)) {
    return reopened(of, { facts: {}, beside: endsAsking(of), actor: SYSTEM, leader }, at);
  }
  if (hasEnded(of) || leader?.decision === undefined) return undefined;
  if (isComplaintOpen(of.status)) {
    if (leader.resolvedAt !== undefined) return resolveWith(of, leader, at);
    return hasNewest(of, leader.decision) ? undefined : decideWith(of, leader, at);
  }
  if (leader.status === 'FOLLOWED_UP_SATISFIED') return satisfiedWith(of, leader, at);
  const over = leader.status === 'FOLLOWED_UP_UNREACHED' || leader.status === 'WITHDRAWN';
  return over ? unreached(of, { why: 'nobody-answered', actor: SYSTEM }, at) : undefined;
}

/** One customer's: a link to somebody else's complaint says that they are alike, and decides nothing. */
export const isOfSameCustomer = (of: Complaint, other: Complaint): boolean =>
  of.customerId !== undefined && of.customerId === other.customerId;

/** A link that says no more than alike is followed within one department alone. */
const binds = (of: Complaint, other: Complaint): boolean =>
  of.department === other.department ||
  of.linked.some(({ complaintId, alike }) => complaintId === other.id && alike === undefined);

/** Whose decision is or becomes its own. A decision of its own keeps it with its own handler. */
function leaderOf(of: Complaint, linked: readonly Complaint[]): Complaint | undefined {
  const { decision } = of;
  const own = linked.filter((one) => isOfSameCustomer(of, one) && binds(of, one));
  if (decision !== undefined) return own.find((one) => one.id === decision.of);
  return own.find(
    (one) =>
      one.decision !== undefined &&
      one.decision.at >= roundSince(of) &&
      one.decision.of !== of.id &&
      !isUndone(one.decision, linked),
  );
}

/** Taken over from one that is looked at again since. */
const isUndone = ({ of: source }: Decision, linked: readonly Complaint[]): boolean =>
  linked.some((one) => one.id === source && one.decision === undefined);

/** It was closed, or ended, with the other's decision, and that one is looked at again. */
function wasReopenedSince({ rounds = [] }: Complaint, of: Complaint): boolean {
  const since = rounds.at(-1)?.reopenedAt;
  if (since === undefined || of.decision === undefined || isComplaintOpen(of.status)) return false;
  return of.status !== 'WITHDRAWN' && of.decision.at <= since && roundSince(of) < since;
}

/** Not one from before the other's reopening. */
const hasNewest = (of: Complaint, led: Decision | undefined): of is Complaint & { readonly decision: Decision } =>
  of.decision !== undefined && led !== undefined && of.decision.at >= led.at;

const takenOver = (of: Complaint, leader: Complaint, at: LinkAt): Decision => ({
  decision: leader.decision?.decision ?? 'upheld',
  closureCode: leader.decision?.closureCode ?? '',
  at: at.now,
  seq: of.version + 1,
  of: leader.id,
});

function decideWith(of: Complaint, leader: Complaint, at: LinkAt): Moved {
  const decision = takenOver(of, leader, at);
  return step(
    of,
    { to: { decision }, hears: ['decision-sent'] },
    {
      type: 'complaint.decided',
      actor: SYSTEM,
      facts: { decision: decision.decision, closureCode: decision.closureCode, of: leader.id },
      effects: looksOf(of),
      at,
    },
  );
}

function resolveWith(of: Complaint, leader: Complaint, at: LinkAt): Moved {
  const decision = hasNewest(of, leader.decision) ? of.decision : takenOver(of, leader, at);
  const { to, ends } = resolution(of, decision, at);
  return step(
    of,
    {
      // What was asked before a reopening is over: it is asked about with the other.
      to: { ...to, followUp: undefined },
      hears: ['decision-sent', 'resolved'],
    },
    {
      type: 'complaint.resolved',
      actor: SYSTEM,
      facts: { decision: decision.decision, closureCode: decision.closureCode, of: leader.id },
      effects: [noticeOf(of, 'complaint.resolved'), ...looksOf(of)],
      at,
      beside: { tasks: endedTasks(at), ends },
    },
  );
}

function satisfiedWith(of: Complaint, leader: Complaint, at: LinkAt): Moved {
  const rating = leader.followUp?.rating;
  return step(
    of,
    { to: { status: 'FOLLOWED_UP_SATISFIED' }, hears: ['satisfaction-recorded'] },
    {
      type: 'complaint.rated',
      actor: SYSTEM,
      facts: { of: leader.id, ...(rating === undefined ? {} : { rating }) },
      effects: looksOf(of),
      at,
      beside: { ...endsAsking(of), holds: { do: 'lift' } },
    },
  );
}
