import type { ScheduledEvent } from 'aws-lambda';
import { chain, type Entry, once, SURROUNDINGS, type Surroundings } from './chain.ts';
import { type Clock, clock } from './clock.ts';

export type ScheduleStage<D> = {
  /** `at`: business instant the schedule fired for. */
  readonly run: (at: number, deps: D) => Promise<unknown>;
  readonly live: () => D;
  readonly clock?: Clock;
  readonly around?: Surroundings;
};

/** Lambda entry of a schedule. An error fails the run and is seen by its alarm; the next tick does the work again. */
export function fromSchedule<D>(stage: ScheduleStage<D>): Entry<Pick<ScheduledEvent, 'time'>, void> {
  const live = once(stage.live);
  const around = stage.around ?? SURROUNDINGS;
  const time = stage.clock ?? clock;
  return chain(async (event) => {
    try {
      await stage.run(typeof event.time === 'string' ? time.fromWire(event.time) : time.businessNow(), live());
      around.metrics.count('ScheduleRan');
    } catch (error) {
      around.log.error('schedule failed', error);
      throw error;
    }
  }, around);
}
