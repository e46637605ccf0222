import { instantOf, isZone, localTime } from '../../calendar/zone.ts';
import type { Case } from '../../case/case.ts';
import type { ContactAbout } from '../../case/contacts/about.ts';
import { HOUR, type Instant, MINUTE } from '../../time.ts';
import type { AttemptState, CallState, ComplaintStatus } from '../../words.ts';
import { askingContact, isAskedLately, mayBeAsked } from '../asking.ts';
import type { Complaint, Decision, DecisionWord } from '../complaint.ts';
import { isFormerHandler } from '../handlers.ts';
import { roundSince } from '../rounds.ts';
import type { ComplaintRefusal } from '../transition.ts';
import { refusedMove } from './legal.ts';
import { endedTasks, looksOf, type MoveAt, type Moved, noticeOf, resolution, routesOf, step, telling } from './step.ts';

export type DecideInput = {
  readonly decision: DecisionWord;
  readonly closureCode: string;
  /** The case whose contact is complained about, where the complaint came out of none. */
  readonly contactCase?: string;
};

/** The complaint is that there was no reason to contact anybody, or not this person. */
export const disputesContact = ({ category, flags }: Pick<Complaint, 'category' | 'flags'>): boolean =>
  category === 'not_owed' || flags.includes('false_overdue') || flags.includes('wrong_contact');

const KEEPS_STATUS: readonly ComplaintStatus[] = ['AWAITING_CUSTOMER', 'IN_MEDIATION'];

/** Decided and told, with the further routes of its policies; the closure code is the bank's own word, the answer's words are sealed in the entry. */
export function decide(of: Complaint, { contactCase, ...input }: DecideInput, at: MoveAt): Moved {
  const refused = refusedMove(of, 'decide') ?? refusedTo(of, at);
  if (refused !== undefined) return refused;
  return step(
    of,
    {
      to: { status: KEEPS_STATUS.includes(of.status) ? of.status : 'IN_WORK', decision: decisionOf(of, input, at) },
      hears: ['decision-sent'],
    },
    {
      type: 'complaint.decided',
      facts: { ...input },
      effects: looksOf(of),
      at,
      beside: {
        ...telling(of, decidedWith(of, input.decision, at), at),
        ...disowned(of, input.decision, contactCase),
      },
    },
  );
}

/** A second look is another person's. */
const refusedTo = (of: Complaint, { by }: MoveAt): ComplaintRefusal | undefined =>
  by !== undefined && isFormerHandler(of, by.staff) ? { refused: 'complaint.same-handler' } : undefined;

/** What is told of a decision: its words stand sealed in the entry that this move writes. */
const decidedWith = (of: Complaint, decision: DecisionWord, { book }: MoveAt): ContactAbout => ({
  what: 'decided',
  decision,
  routes: routesOf(of, book),
  answer: of.version + 1,
});

/** The bank agrees that the contact should not have been. */
function disowned(of: Complaint, decision: DecisionWord, contactCase = of.caseId): { readonly disowns?: string } {
  const found = decision === 'upheld' && disputesContact(of);
  return found && contactCase !== undefined ? { disowns: contactCase } : {};
}

const decisionOf = (
  of: Complaint,
  { decision, closureCode }: Omit<DecideInput, 'contactCase'>,
  { now }: MoveAt,
): Decision => ({
  decision,
  closureCode,
  at: now,
  seq: of.version + 1,
});

export type ResolveInput = {
  /** How the answer reached the customer. `confirmed`: they were spoken to, and agreed. */
  readonly contact: { readonly channel: string; readonly at: Instant; readonly confirmed: boolean };
  /** Whether they were, as {@link wasReached} says. */
  readonly reached: boolean;
  /** The case that asks afterwards, opened at once and due in the morning. Absent: whether to ask is seen in the morning. */
  readonly asking?: {
    readonly caseId: string;
    /** When this customer was last asked about another complaint. */
    readonly askedAt?: Instant | undefined;
  };
};

/** Whoever says when a customer was spoken to reads another clock than ours, often to the minute. */
const CLOCKS_DIFFER = 5 * MINUTE;

/** What a resolution is taken to have decided when nobody had decided before. */
const IMPLIED: DecideInput = { decision: 'upheld', closureCode: 'explanation' };

/**
 * Answered, with evidence that the answer reached the customer: a complaint whose customer nobody reached is not resolved.
 * Offers still open end with it, and the asking afterwards is planned.
 */
export function resolve(of: Complaint, { contact, reached, asking }: ResolveInput, at: MoveAt): Moved {
  const refused = refusedMove(of, 'resolve') ?? refusedTo(of, at);
  if (refused !== undefined) return refused;
  const timely = contact.at >= roundSince(of) - CLOCKS_DIFFER && contact.at <= at.now + CLOCKS_DIFFER;
  const isEvidence = timely && (!contact.confirmed || reached);
  if (!isEvidence) return { refused: 'complaint.no-contact-evidence' };
  const implied = of.decision === undefined;
  const decision = of.decision ?? decisionOf(of, IMPLIED, at);
  const { to, ends } = resolution(of, decision, at);
  const asks = asksInTheMorning(of, asking, at);
  return step(
    of,
    {
      to: { ...to, followUp: asks.followUp },
      hears: [...(implied ? (['decision-sent'] as const) : []), 'resolved'],
    },
    {
      type: 'complaint.resolved',
      facts: { decision: decision.decision, closureCode: decision.closureCode, implied, contact, ...asks.facts },
      effects: [noticeOf(of, 'complaint.resolved'), ...looksOf(of), ...asks.effects],
      at,
      beside: {
        tasks: endedTasks(at),
        ends,
        ...asks.beside,
        ...(implied ? telling(of, decidedWith(of, decision.decision, at), at) : {}),
      },
    },
  );
}

/** The asking afterwards begins at ten in the morning of the day after. Source: docs/behaviour.md, The life of a complaint. */
const ASK_AT = 10 * HOUR;

/** Opened with the resolution, the asking needs no look of the complaint at itself in between. */
function asksInTheMorning(of: Complaint, asking: ResolveInput['asking'], at: MoveAt) {
  const plannedFor = nextMorning(of, at.now);
  if (asking === undefined || !mayBeAsked(of) || isAskedLately(asking.askedAt, plannedFor)) {
    return { followUp: { plannedFor }, facts: {}, effects: [], beside: {} };
  }
  const { caseId } = asking;
  return {
    followUp: { plannedFor, caseId },
    facts: { asks: { caseId, at: plannedFor } },
    // One that is resolved at this moment may have planned the same: each looks, and one gives way.
    effects: [{ do: 'look' as const, complaintId: of.id }],
    beside: { asking: { ...askingContact(caseId), dueAt: plannedFor } },
  };
}

function nextMorning({ timezone }: Complaint, now: Instant): Instant {
  const zone = isZone(timezone) ? timezone : 'UTC';
  return instantOf(zone, { day: localTime(zone, now).day + 1, msOfDay: ASK_AT }, 'first');
}

const SPOKEN: readonly (AttemptState | CallState)[] = ['CONNECTED', 'RIGHT_PARTY', 'WRAPPED'];

/**
 * Since the receipt, or the last reopening, the customer answered a text of this complaint, was spoken to, or agreed in a
 * message of their own: what staff entered on their word is no evidence of it.
 */
export function wasReached(of: Complaint, contacts: readonly Case[]): boolean {
  const since = roundSince(of);
  return (
    of.agreements.some(({ heard, at }) => heard === true && at >= since) ||
    contacts.some(
      ({ heardAt = Number.NEGATIVE_INFINITY, attempts }) =>
        heardAt >= since ||
        attempts.some((one) => one.audience === 'customer' && one.at >= since && SPOKEN.includes(one.state)),
    )
  );
}
