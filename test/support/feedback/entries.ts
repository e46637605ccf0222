import type { Fact, Noted } from '#domain/feedback/fact.ts';
import { factsOfAll } from '../../../functions/feedback/project.ts';
import { knownFrom } from '../../../functions/feedback/recount.ts';
import { NOON } from '../cases.ts';

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

/** Facts of entries, as a recount finds them. */
export const factsFrom = (entries: readonly Noted[]): Promise<readonly Fact[]> =>
  factsOfAll(entries, knownFrom(entries));
