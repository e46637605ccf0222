import { expect, test } from 'vitest';
import { fromSchedule } from '#runtime/from-schedule.ts';
import { countOf, recordingSurroundings, standingClock } from '../../support/runtime/fakes-runtime.ts';

test('runs for the business instant the schedule fired for', async () => {
  const around = recordingSurroundings();
  const ran: number[] = [];
  const run = async (at: number): Promise<void> => {
    ran.push(at);
  };
  const handler = fromSchedule({ live: () => ({}), run, clock: standingClock(7, 60_000), around });

  await handler({ time: '2026-01-01T00:00:00Z' });
  await handler({} as { time: string });

  expect(ran).toEqual([Date.UTC(2026, 0, 1, 0, 1), 7]);
  expect(countOf(around.figures, 'ScheduleRan')).toBe(2);
});

test('fails the run after an error, so that its alarm sees it', async () => {
  const around = recordingSurroundings();
  const handler = fromSchedule({
    live: () => ({}),
    run: async () => {
      throw new Error('away');
    },
    clock: standingClock(0),
    around,
  });

  await expect(handler({ time: '2026-01-01T00:00:00Z' })).rejects.toThrow('away');

  expect(around.lines.map(({ message }) => message)).toEqual(['schedule failed']);
});
