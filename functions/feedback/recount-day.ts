import type { Fact, Noted } from '#domain/feedback/fact.ts';
import { dayOf } from '#domain/feedback/report.ts';
import type { Span } from '#domain/feedback/span.ts';
import { DAY, type Instant } from '#domain/time.ts';
import type { FactReader, SubjectReader } from '#store/figures/figure-store.ts';
import type { ExportedDays } from '#store/witness/exported-days.ts';
import { factsOfAll } from './project.ts';
import { type Difference, differences } from './recount.ts';

export type DayNeeds = {
  readonly arrived: ExportedDays['arrived'];
  readonly subjects: SubjectReader['subjects'];
  /** What the projector noted. */
  readonly facts: FactReader['facts'];
  readonly now: () => Instant;
  /** By which days exported entries lie in their partitions. */
  readonly wallNow: () => number;
};

export type DayRecount = {
  /** Lines of the day; one that was kept twice is two. */
  readonly lines: number;
  readonly facts: number;
  readonly differ: readonly Difference[];
};

/**
 * The figures of the day that ended last (UTC), made anew from what had left the table by then and compared with what the
 * projector noted. The table is asked for the facts of the day and for the first entries of its aggregates, never scanned.
 */
export async function recountDay(needs: DayNeeds): Promise<DayRecount> {
  const to = Math.floor(needs.now() / DAY) * DAY;
  const span: Span = { from: to - DAY, to };
  const wall = needs.wallNow();
  const made: Fact[] = [];
  let lines = 0;
  for await (const some of needs.arrived([dayOf(wall - DAY, 'UTC'), dayOf(wall, 'UTC')])) {
    const own: readonly Noted[] = some.filter(({ at }) => at >= span.from && at < span.to);
    lines += own.length;
    made.push(...(await factsOfAll(own, needs)));
  }
  return { lines, facts: made.length, differ: differences(await needs.facts(span), made) };
}
