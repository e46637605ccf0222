import type { EntryDraft } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import type { Clock } from '../clock.ts';

/** Due dates by clock, as the entry that sets them says: they follow from no calendar or policy that may change later. */
export type DueDates = Readonly<Record<string, readonly Instant[]>>;

const nameOf = ({ policy, kind, round }: Pick<Clock, 'policy' | 'kind' | 'round'>): string =>
  `${policy}.${kind}${round === undefined ? '' : `.${round}`}`;

/** Those that a move has set or moved: of every clock of the name, earliest first. */
export function datesSet(before: readonly Clock[], after: readonly Clock[]): DueDates {
  const stood = datesOf(before);
  return Object.fromEntries(Object.entries(datesOf(after)).filter(([name, dates]) => !isSame(stood[name], dates)));
}

function datesOf(clocks: readonly Clock[]): DueDates {
  const byName = Map.groupBy(clocks, nameOf);
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.map(({ dueAt }) => dueAt).toSorted(earliest)]));
}

const earliest = (one: Instant, other: Instant): number => one - other;
const isSame = (one: readonly Instant[] | undefined, other: readonly Instant[] | undefined): boolean =>
  one?.join() === other?.join();

type Said = Pick<EntryDraft, 'facts'> & { readonly seq: number };
/** A clock with another due date than its entries say, that they do not name, or that is gone; and the entry that says it. */
export type Strayed = { readonly clock: string; readonly seq: number };

/** Clocks that are not as the entries up to a version have set them. `version`: who says so where no entry names a clock. */
export function strayedClocks(clocks: readonly Clock[], entries: readonly Said[], version: number): readonly Strayed[] {
  const said = new Map<string, { readonly dates: readonly Instant[]; readonly seq: number }>();
  for (const { facts, seq } of entries) {
    for (const [clock, dates] of Object.entries(datesIn(facts['due']))) said.set(clock, { dates, seq });
  }
  const stand = datesOf(clocks);
  return [...new Set([...said.keys(), ...Object.keys(stand)])]
    .filter((clock) => !isSame(said.get(clock)?.dates, stand[clock]))
    .map((clock) => ({ clock, seq: said.get(clock)?.seq ?? version }));
}

function datesIn(fact: unknown): DueDates {
  if (typeof fact !== 'object' || fact === null) return {};
  return Object.fromEntries(
    Object.entries(fact).map(([clock, dates]) => [clock, Array.isArray(dates) ? dates.map(Number) : []]),
  );
}
