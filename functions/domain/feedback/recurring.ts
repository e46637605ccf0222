import { FAULT_WORDS, type FaultKey } from '../complaint/triage/faults.ts';
import type { Instant } from '../time.ts';

/** When many complaints are one issue. Source: docs/behaviour.md, Recurring issues. */
export type RecurringRules = {
  /** Distinct people. */
  readonly atLeast: number;
  readonly within: number;
  readonly noticeEvery: number;
  /** Faults that people tell of one outage: they are counted as the first of them. No fault stands in two lists. */
  readonly together: readonly (readonly [FaultKey, ...FaultKey[]])[];
};

/** A complaint as similarity sees it. `person` tells people apart and names nobody. */
export type Member = { readonly complaintId: string; readonly person: string; readonly at: Instant };
export type Seen = Member & { readonly key: FaultKey };

/** What is counted: one outage is one issue, whether it is told of the app, of the login or of the system. */
export function countedAs<T extends Seen>(seen: T, { together }: RecurringRules): T {
  const [key = seen.key] = together.find((faults) => faults.includes(seen.key)) ?? [];
  return { ...seen, key };
}

/** The incident that is growing now. */
export type Growing = {
  readonly id: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
  readonly noticedAt: Instant;
};

/** What is remembered of one fault: a handful of complaints, or the incident they became. Small however many come. */
export type RecurringState = {
  readonly key: FaultKey;
  /** One of each person and window, back to twice the window; in none of them as many as an incident takes. */
  readonly recent: readonly Member[];
  readonly incident?: Growing;
};

export type Folded = {
  readonly state: RecurringState;
  /** With this complaint it became an incident: these are its first members. */
  readonly opened?: readonly Member[];
  /** It belongs to the incident that is growing. */
  readonly joined?: true;
  /** The house is told now. */
  readonly notice?: true;
};

/**
 * One complaint more. A state unchanged means that nothing is to be written. Complaints may come late or twice: they
 * are placed by when they were received, and whether one is a member already is told by its own record.
 */
export function foldRecurring(state: RecurringState | undefined, seen: Seen, rules: RecurringRules): Folded {
  const known: RecurringState = state ?? { key: seen.key, recent: [] };
  const { incident } = known;
  if (incident === undefined) return gathered(known, seen, rules);
  if (Math.abs(seen.at - incident.lastAt) <= rules.within) return grown({ ...known, incident }, seen, rules);
  // Older than an incident that is over: nothing new begins in the past.
  return seen.at < incident.lastAt ? { state: known } : gathered({ key: known.key, recent: known.recent }, seen, rules);
}

function grown(state: RecurringState & { readonly incident: Growing }, seen: Seen, rules: RecurringRules): Folded {
  const { incident: of } = state;
  const lastAt = Math.max(of.lastAt, seen.at);
  const notice = lastAt - of.noticedAt >= rules.noticeEvery;
  const incident: Growing = {
    ...of,
    firstAt: Math.min(of.firstAt, seen.at),
    lastAt,
    count: of.count + 1,
    noticedAt: notice ? lastAt : of.noticedAt,
  };
  return { state: { ...state, incident }, joined: true, ...(notice ? { notice } : {}) };
}

/** Complaints come out of order, by one window at most: what is remembered reaches back so far that none is missed. */
const REMEMBERED = 2;

function gathered(state: RecurringState, { key, ...member }: Seen, rules: RecurringRules): Folded {
  const isOf = (one: Member): boolean => one.person === member.person && Math.abs(one.at - member.at) < rules.within;
  const known = state.recent.some((one) => one.complaintId === member.complaintId);
  if (known || state.recent.some((one) => isOf(one) && one.at >= member.at)) return { state };
  const newest = Math.max(member.at, ...state.recent.map((one) => one.at));
  const recent = [...state.recent.filter((one) => !isOf(one)), member]
    .filter((one) => newest - one.at < REMEMBERED * rules.within)
    .toSorted((a, b) => a.at - b.at);
  const crowd = recent.map(({ at }) => crowdFrom(at, recent, rules)).find((one) => one.length >= rules.atLeast);
  return crowd === undefined ? { state: { key, recent } } : begun(key, { crowd, recent }, rules);
}

/** One of each person, all within the window that begins then. */
function crowdFrom(from: Instant, recent: readonly Member[], { within }: RecurringRules): readonly Member[] {
  const inside = recent.filter(({ at }) => at >= from && at < from + within);
  return [...new Map(inside.map((one) => [one.person, one])).values()];
}

/** What came sooner than its last member allows joins it at once; what came later still is remembered. */
function begun(
  key: FaultKey,
  { crowd, recent }: { readonly crowd: readonly Member[]; readonly recent: readonly Member[] },
  { within }: RecurringRules,
): Folded {
  const firstAt = Math.min(...crowd.map(({ at }) => at));
  let lastAt = Math.max(...crowd.map(({ at }) => at));
  const opened = [...crowd];
  const later = recent.filter(({ at }) => at > lastAt);
  for (const one of later) {
    if (one.at - lastAt > within) break;
    opened.push(one);
    lastAt = one.at;
  }
  const rest = later.filter(({ at }) => at > lastAt);
  const incident: Growing = {
    id: incidentId(key, firstAt),
    firstAt,
    lastAt,
    count: opened.length,
    noticedAt: lastAt,
  };
  return { state: { key, recent: rest, incident }, opened, notice: true };
}

/** Sorts by time, so that a list of incidents needs no index: the same complaints make the same id. */
const incidentId = (key: FaultKey, firstAt: Instant): string => `${String(firstAt).padStart(15, '0')}.${key}`;

/** An incident as it is shown. */
export type Incident = {
  readonly id: string;
  readonly kind: FaultKey;
  readonly words: readonly string[];
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Ids of its complaints, in the order in which they were received. */
  readonly members: readonly string[];
};

/** The incident that these complaints make; a person who complained twice is a member twice. */
export function incidentOf(at: { readonly id: string; readonly key: FaultKey }, members: readonly Member[]): Incident {
  const sorted = members.toSorted((a, b) => a.at - b.at);
  const times = sorted.map((one) => one.at);
  return {
    id: at.id,
    kind: at.key,
    words: FAULT_WORDS[at.key],
    count: sorted.length,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    members: sorted.map((one) => one.complaintId),
  };
}
