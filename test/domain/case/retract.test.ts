import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteRetracted, standingEvents } from '#domain/case/ends/retract.ts';
import { mergeInto } from '#domain/case/open.ts';
import { caseOf, NOON } from '../../support/cases.ts';

const NAMES = ['e1', 'e2', 'e3', 'e4'];

test('what stands behind a case is always what came without being taken back, however it is mixed', () => {
  fc.assert(
    fc.property(fc.subarray(NAMES.slice(1)), fc.subarray(NAMES), (joined, takenBack) => {
      const of = caseOf('welfare');
      const { source } = of.reason;
      const merges = joined.map((eventId) => mergeInto(of, { source, eventId, at: NOON, code: 'in-danger' }, NOON));
      const notes = takenBack.map((eventId) => noteRetracted(of, { event: { source, eventId }, source }, NOON));

      const standing = standingEvents(
        of,
        [...notes, ...merges].map(({ entry }) => entry),
      );

      expect(standing.map((one) => one.eventId)).toEqual(
        ['e1', ...joined].filter((eventId) => !takenBack.includes(eventId)),
      );
    }),
  );
});

test('an event of the same id from another source is another event', () => {
  const of = caseOf('welfare');
  const { entry } = noteRetracted(of, { event: { source: 'urn:bank:other', eventId: 'e1' }, source: 's' }, NOON);

  expect(standingEvents(of, [entry])).toEqual([{ source: of.reason.source, eventId: 'e1' }]);
});

test('a case of which one event was taken back goes on as it is', () => {
  const of = caseOf('fraud', { mergedCount: 1, protectiveHold: true });
  const { next, entry, tasks } = noteRetracted(of, { event: { source: 's', eventId: 'e1' }, source: 't' }, NOON);

  expect(next).toEqual({ ...of, version: of.version + 1 });
  expect([entry.effects, tasks]).toEqual([[], []]);
  expect(entry).toMatchObject({ type: 'case.event-retracted', actor: { kind: 'producer', source: 't' } });
});
