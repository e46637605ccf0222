import type { Fact, Noted, Subject } from '#domain/feedback/fact.ts';
import { subjectOf } from '#domain/feedback/fact.ts';
import { sentOf } from '#domain/feedback/facts-of.ts';
import { factsOfAll, type ProjectNeeds } from '../../functions/feedback/project.ts';
import { NOON } from './cases.ts';

/** A timeline entry of nobody in particular. */
export const noted = (change: Partial<Noted> & Pick<Noted, 'type'>): Noted => ({
  actor: { kind: 'system', name: 'test' },
  at: NOON,
  facts: {},
  effects: [],
  aggregate: 'CASE#c1',
  seq: 1,
  ...change,
});

/** What the table would answer, of these entries alone. */
export const knownFrom = (entries: readonly Noted[]): Pick<ProjectNeeds, 'subjects' | 'sent'> => ({
  subjects: (names) =>
    Promise.resolve(
      new Map(
        names.map((aggregate): [string, Subject] => [
          aggregate,
          subjectOf(
            entries.find((one) => one.aggregate === aggregate && one.seq === 1),
            { aggregate },
          ),
        ]),
      ),
    ),
  sent: (caseId, until) =>
    Promise.resolve(
      sentOf(
        entries.filter((one) => one.aggregate === `CASE#${caseId}`),
        until,
      ),
    ),
});

/** Facts of entries, as a recount finds them. */
export const factsFrom = (entries: readonly Noted[]): Promise<readonly Fact[]> =>
  factsOfAll(entries, knownFrom(entries));
