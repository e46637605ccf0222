import type { Case, Task } from '../case/case.ts';
import type { Hold } from '../customer/customer.ts';
import type { Actor, Effect, EntryDraft } from '../effects.ts';
import { dueOf, SWEEP_HORIZON, timersAfter } from '../task/timers.ts';
import type { Instant } from '../time.ts';
import type { ComplaintStatus } from '../words.ts';
import { datesSet } from './clocks/due-dates.ts';
import { metBetween } from './clocks/met.ts';
import type { Complaint } from './complaint.ts';

/** A contact that a move asks for: a case of its own, opened in the same transaction, by the plan of this name. */
export type ContactAsked = {
  /** Unique within the complaint. */
  readonly caseId: string;
  readonly plan: 'offer' | 'follow-up' | 'complaint-notice' | 'complaint-answer';
  /** First step is due then, not at once. */
  readonly dueAt?: Instant;
  readonly about: NonNullable<Case['about']>;
  readonly accountId?: string;
  /** Something is owed on the account, and the contact rests on that. */
  readonly owed?: boolean;
};

/**
 * One move of a complaint: its next snapshot, the one entry that says why, the tasks written with it, and what the same
 * transaction does beside it: a contact it opens, contacts it ends, holds on the customer it sets or lifts.
 */
export type ComplaintTransition = {
  readonly next: Complaint;
  readonly entry: EntryDraft;
  readonly tasks: readonly Task[];
  readonly contact?: ContactAsked;
  /** The one that asks afterwards, where a resolution opens it beside another. */
  readonly asking?: ContactAsked;
  /** Cases (of offers, of the asking afterwards) that are over with this move. */
  readonly ends?: readonly string[];
  /** The case whose contacts, up to the complaint, are found to have been wrongful. */
  readonly disowns?: string;
  readonly holds?: HoldChange;
  /** Whoever complains asks not to be contacted: their numbers are silenced with it, as by STOP. */
  readonly silences?: true;
};
export type HoldChange =
  | { readonly do: 'add'; readonly holds: readonly Hold[] }
  /** Everything this complaint holds is lifted, and what waited for it is asked again. */
  | { readonly do: 'lift' };

export type ComplaintRefusalCode =
  | 'complaint.illegal-move'
  | 'complaint.approver-missing'
  | 'complaint.reason-missing'
  | 'complaint.clock-ended'
  | 'complaint.needs-head'
  | 'complaint.needs-supervisor'
  | 'complaint.own-approval'
  | 'complaint.not-extendable'
  | 'complaint.no-contact-evidence'
  | 'complaint.same-handler'
  | 'complaint.calendar-missing'
  | 'complaint.reopen-too-late'
  | 'complaint.not-in-mediation'
  | 'offer.unknown'
  | 'offer.not-open'
  | 'offer.expired'
  | 'offer.not-awaiting-approval'
  | 'offer.awaits-approval'
  | 'offer.above-authority'
  | 'offer.own-approval'
  | 'offer.terms-invalid'
  | 'offer.expiry-passed';

export type ComplaintRefusal = { readonly refused: ComplaintRefusalCode; readonly legal?: readonly string[] };

export const isComplaintRefusal = (result: object): result is ComplaintRefusal => 'refused' in result;

const OPEN: readonly ComplaintStatus[] = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'ASSIGNED',
  'IN_WORK',
  'AWAITING_CUSTOMER',
  'IN_MEDIATION',
  'REOPENED',
];

/** Which status may follow which. A move outside this table is a bug, never data: `moveComplaint` throws. */
const LEGAL: Readonly<Record<ComplaintStatus, readonly ComplaintStatus[]>> = {
  RECEIVED: [
    'RECEIVED',
    'ACKNOWLEDGED',
    'ASSIGNED',
    'IN_WORK',
    'AWAITING_CUSTOMER',
    'IN_MEDIATION',
    'RESOLVED',
    'WITHDRAWN',
  ],
  ACKNOWLEDGED: ['ACKNOWLEDGED', 'ASSIGNED', 'IN_WORK', 'AWAITING_CUSTOMER', 'IN_MEDIATION', 'RESOLVED', 'WITHDRAWN'],
  ASSIGNED: ['ASSIGNED', 'ACKNOWLEDGED', 'IN_WORK', 'AWAITING_CUSTOMER', 'IN_MEDIATION', 'RESOLVED', 'WITHDRAWN'],
  IN_WORK: ['IN_WORK', 'ASSIGNED', 'ACKNOWLEDGED', 'AWAITING_CUSTOMER', 'IN_MEDIATION', 'RESOLVED', 'WITHDRAWN'],
  AWAITING_CUSTOMER: ['AWAITING_CUSTOMER', 'IN_WORK', 'ASSIGNED', 'IN_MEDIATION', 'RESOLVED', 'WITHDRAWN'],
  IN_MEDIATION: ['IN_MEDIATION', 'IN_WORK', 'RESOLVED', 'WITHDRAWN'],
  REOPENED: ['REOPENED', 'ASSIGNED', 'IN_WORK', 'AWAITING_CUSTOMER', 'IN_MEDIATION', 'RESOLVED', 'WITHDRAWN'],
  RESOLVED: ['RESOLVED', 'FOLLOWED_UP_SATISFIED', 'FOLLOWED_UP_UNREACHED', 'REOPENED'],
  // An end is noted on and reopened within the window of its policy, nothing else.
  FOLLOWED_UP_SATISFIED: ['FOLLOWED_UP_SATISFIED', 'REOPENED'],
  FOLLOWED_UP_UNREACHED: ['FOLLOWED_UP_UNREACHED', 'REOPENED', 'FOLLOWED_UP_SATISFIED'],
  WITHDRAWN: ['WITHDRAWN'],
};

export const complaintMayFollow = (from: ComplaintStatus, to: ComplaintStatus): boolean => LEGAL[from].includes(to);
export const isComplaintOpen = (status: ComplaintStatus): boolean => OPEN.includes(status);

/** What a move does beside the complaint itself. */
export type Beside = Omit<ComplaintTransition, 'next' | 'entry' | 'tasks'> & { readonly tasks?: readonly Task[] };

export type ComplaintSaid = {
  readonly type: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly effects?: readonly Effect[];
  readonly beside?: Beside;
};

/** What a move changes; undefined takes a field away. */
export type ComplaintChange = Partial<Omit<Complaint, Optional>> & {
  readonly [K in Optional]?: Complaint[K] | undefined;
};
type Optional = (typeof TAKEN_AWAY)[number];

/** Version up by one, status change checked, each task's timer set, a timer inside the sweep's horizon sent by the relay. */
export function moveComplaint(from: Complaint, to: ComplaintChange, said: ComplaintSaid): ComplaintTransition {
  const { tasks = [], ...more } = said.beside ?? {};
  const timers = timersAfter(from.timers, tasks);
  const next = changed(from, { ...to, version: from.version + 1, timers });
  if (!complaintMayFollow(from.status, next.status)) {
    throw new Error(
      `complaint status: got ${from.status} to ${next.status}, expected one of ${LEGAL[from.status].join(' ')}`,
    );
  }
  const dueAt = dueOf(next);
  const soon = dueAt !== undefined && dueAt !== dueOf(from) && dueAt - said.at <= SWEEP_HORIZON;
  const timer: Effect[] = soon ? [{ do: 'work', lane: next.lane, ...(dueAt > said.at ? { at: dueAt } : {}) }] : [];
  const met = metBetween(from.clocks, next.clocks);
  const due = datesSet(from.clocks, next.clocks);
  // Once it has changed hands its first entry no longer tells whose doing a move is.
  const whose = from.left.length === 0 ? {} : { department: from.department };
  const told = { ...whose, ...said.facts, ...(met.length === 0 ? {} : { met }), ...(isEmpty(due) ? {} : { due }) };
  const facts = from.status === next.status ? told : { ...told, from: from.status, to: next.status };
  return {
    next,
    entry: { type: said.type, actor: said.actor, at: said.at, facts, effects: [...(said.effects ?? []), ...timer] },
    tasks,
    ...more,
  };
}

const isEmpty = (of: object): boolean => Object.keys(of).length === 0;

/** Undefined fields are dropped, so that snapshots compare and encode alike. */
export function changed(from: Complaint, to: ComplaintChange): Complaint {
  const given = Object.fromEntries(Object.entries(to).filter(([, field]) => field !== undefined)) as Partial<Complaint>;
  const next = { ...from, ...given };
  for (const name of TAKEN_AWAY) if (name in to && to[name] === undefined) delete next[name];
  return next;
}

/** Fields that a move may take away. */
const TAKEN_AWAY = [
  'handler',
  'hadBy',
  'dueAt',
  'timers',
  'decision',
  'resolvedAt',
  'mediationSince',
  'followUp',
  'key',
] as const satisfies readonly (keyof Complaint)[];
