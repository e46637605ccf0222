import type { Instant } from '../../time.ts';
import type { Clock } from '../clock.ts';
import type { Complaint } from '../complaint.ts';
import { changesOf, matterIn, type Said } from './heard.ts';
import { type Clocked, isClockRefusal, matches, type SlaBook, type SlaPolicy } from './policy.ts';
import { takeUpClocks } from './rederive.ts';
import { type ClockChange, changeClocks } from './replay.ts';
import { startPolicy } from './start.ts';

/** A clock by its policy and kind, and the round of a reopening. */
export type ClockName = Pick<Clock, 'policy' | 'kind' | 'round'>;
/** A clock that does not follow from the entries, and the entry from which its due date should. */
export type Strayed = { readonly clock: ClockName; readonly seq: number };

type Followed = { readonly clocked: Clocked; readonly seqs: readonly number[] };

/**
 * Clocks of a complaint whose due date is another than its entries give, or that they do not give, or that are missing
 * beside others of their policy. Its policies, their versions, its jurisdiction and zone are taken from itself: no entry
 * says them. Empty too where the entries cannot be followed: what is on their chain is looked at elsewhere.
 */
export function strayedClocks(of: Complaint, entries: readonly Said[], book: SlaBook): readonly Strayed[] {
  const unknown = of.clocks.filter(({ policy, version }) => book.policy(policy, version) === undefined);
  if (unknown.length > 0) return unknown.map((clock) => ({ clock, seq: of.version }));
  const followed = follow(of, entries, pinnedTo(of.clocks, book));
  if (followed === undefined) return [];
  const { clocked, seqs } = followed;
  const given = clocked.clocks.map((clock, index) => ({ clock, seq: seqs[index] ?? of.version }));
  const names = new Map([...of.clocks, ...clocked.clocks].map((clock) => [nameOf(clock), clock]));
  return [...names].flatMap(([name, clock]): Strayed[] => {
    const kept = of.clocks.filter((one) => nameOf(one) === name);
    const said = given.filter((one) => nameOf(one.clock) === name);
    const isSame = datesOf(kept) === datesOf(said.map((one) => one.clock));
    return isSame ? [] : [{ clock, seq: said.at(-1)?.seq ?? of.version }];
  });
}

const nameOf = ({ policy, kind, round = 0 }: ClockName): string => `${policy} ${kind} ${round}`;
const datesOf = (clocks: readonly { readonly dueAt: Instant }[]): string =>
  clocks
    .map(({ dueAt }) => dueAt)
    .toSorted((one, other) => one - other)
    .join(' ');

/** The policies that the complaint is pinned to and no others: one that is shipped later says nothing of it. */
function pinnedTo(clocks: readonly Clock[], book: SlaBook): SlaBook {
  const pinned = new Map<string, SlaPolicy>();
  for (const { policy, version } of clocks) {
    const found = book.policy(policy, version);
    if (found !== undefined) pinned.set(policy, found);
  }
  return { ...book, matching: (of) => [...pinned.values()].filter((policy) => matches(policy, of)) };
}

function follow(of: Complaint, [receipt, ...later]: readonly Said[], book: SlaBook): Followed | undefined {
  if (receipt === undefined) return undefined;
  let now = begun(of, receipt, book);
  for (const entry of later) {
    const next = now === undefined ? undefined : after(now, entry, book);
    if (next === undefined) return undefined;
    now = next;
  }
  return now;
}

function begun(of: Complaint, { type, at, facts, seq }: Said, book: SlaBook): Followed | undefined {
  const { receivedAt } = facts;
  const { kind, category, flags, severity } = matterIn(facts);
  const isWhole = kind !== undefined && category !== undefined && flags !== undefined && severity !== undefined;
  if (type !== 'complaint.received' || typeof receivedAt !== 'number' || !isWhole) return undefined;
  const { channel, jurisdiction, timezone } = of;
  const plain: Clocked = {
    kind,
    category,
    flags,
    severity,
    channel,
    jurisdiction,
    timezone,
    receivedAt,
    clocks: [],
  };
  const known = knownThen(facts, book);
  const clocks = known.matching(plain).flatMap((policy) => {
    const started = startPolicy(policy, { startOn: 'received', at: receivedAt }, { of: plain, book: known });
    // A calendar that was missing at the receipt: the policy's clocks joined later, or never.
    return isClockRefusal(started) ? [] : started;
  });
  const start: Followed = { clocked: { ...plain, clocks }, seqs: clocks.map(() => seq) };
  // The automatic text that tells of the receipt goes out with it, and is no entry of its own.
  return of.acknowledgedAt === at ? moved(start, [{ what: 'acknowledged', at }], { seq, book }) : start;
}

/** The book with the calendars that were there at an entry: what one lacked then may be in it now. */
function knownThen({ calendarMissing }: Said['facts'], book: SlaBook): SlaBook {
  if (typeof calendarMissing !== 'object' || calendarMissing === null) return book;
  const missing: Said['facts'] = { ...calendarMissing };
  const calendar: SlaBook['calendar'] = (id) => {
    const found = book.calendar(id);
    if (found === undefined || found.owner !== missing['owner']) return found;
    return { ...found, years: new Set([...found.years].filter((year) => year < Number(missing['year']))) };
  };
  return { ...book, calendar };
}

function after(now: Followed, entry: Said, book: SlaBook): Followed | undefined {
  const taken = entry.type === 'complaint.reopened' ? withTakenUp(now, entry, book) : now;
  return moved(taken, changesOf(entry), { seq: entry.seq, book });
}

/** A reopening takes up what could not be counted before. */
function withTakenUp({ clocked, seqs }: Followed, { at, facts, seq }: Said, book: SlaBook): Followed {
  const { clocks } = takeUpClocks(clocked, at, knownThen(facts, book));
  return { clocked: { ...clocked, clocks }, seqs: clocks.map((_, index) => seqs[index] ?? seq) };
}

function moved(
  now: Followed,
  changes: readonly ClockChange[],
  by: { readonly seq: number; readonly book: SlaBook },
): Followed | undefined {
  let { clocked } = now;
  for (const change of changes) {
    const next = changeClocks(clocked, change, by.book);
    if (isClockRefusal(next)) return undefined;
    clocked = next;
  }
  const before = now.clocked.clocks;
  const seqs = clocked.clocks.map((clock, index) =>
    clock.dueAt === before[index]?.dueAt ? (now.seqs[index] ?? by.seq) : by.seq,
  );
  return { clocked, seqs };
}
